using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Store.Assignment;

namespace LegalAid.Web.Parts;

/// <summary>The size a file of a form may have; beyond it the field says so.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LargestFileAttribute(int megabytes) : ValidationAttribute
{
    public int Megabytes => megabytes;

    public override bool IsValid(object? value) => value is not IFormFile file || file.Length <= megabytes * 1024L * 1024;

    public override string FormatErrorMessage(string name) => $"文件超过 {megabytes} MB。";
}

/// <summary>Files handed in with a form: letters, proofs, copies.</summary>
internal static class FilesHandedIn
{
    /// <summary>The file's content; null where none was chosen.</summary>
    public static async Task<byte[]?> BytesAsync(this IFormFile? file, CancellationToken ct)
    {
        if (file is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        return content.ToArray();
    }

    /// <summary>Why a paper is not taken: by its content, whatever its name says, it is a PDF or a picture, and no larger than it may be.</summary>
    /// <param name="paper">What it is, as 证明材料.</param>
    /// <param name="file">None is nothing to refuse.</param>
    /// <param name="clause">Who asks for it, where a text does.</param>
    public static Refusal? WhyNotPaper(string paper, byte[]? file, string? clause = null) =>
        file is null || (EvidenceTypes.Of(file) is not null && file.Length <= EvidenceTypes.LargestMegabytes * 1024 * 1024)
            ? null
            : new("paper-file", $"{paper}只收 {EvidenceTypes.LargestMegabytes} MB 以内的 PDF、JPG、PNG 文件，按文件内容认定。", clause is null ? [] : [clause]);
}
