using LegalAid.Rules.Common;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;

namespace LegalAid.Web.Features.Registry;

/// <summary>Takes a letter or a piece of evidence in: by its content a PDF, JPG or PNG, sealed, without its name.</summary>
internal static class PoolFileReading
{
    public static Refusal? WhyNot(byte[]? file) =>
        file is not null && (EvidenceTypes.Of(file) is null || file.Length > EvidenceTypes.LargestBytes)
            ? new("pool-file", $"材料只收 {EvidenceTypes.LargestBytes / 1024 / 1024} MB 以内的 PDF、JPG、PNG 文件，按文件内容认定。", [])
            : null;

    public static PoolFile Of(Membership member, Guid subjectId, PoolFileKind kind, byte[] file, FieldCipher cipher) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = member.OfficeId,
        MembershipId = member.Id,
        SubjectId = subjectId,
        Kind = kind,
        Type = EvidenceTypes.Of(file)!.Value,
        Bytes = file.Length,
        Content = cipher.Seal(file),
    };

    public static async Task<byte[]?> ReadAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        return content.ToArray();
    }
}
