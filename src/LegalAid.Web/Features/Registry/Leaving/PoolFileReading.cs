using LegalAid.Rules.Common;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Registry;

/// <summary>Takes a letter or a piece of evidence in: by its content a PDF, JPG or PNG, sealed, without its name.</summary>
internal static class PoolFileReading
{
    public static Refusal? WhyNot(byte[]? file) => FilesHandedIn.WhyNotPaper("材料", file);

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
}
