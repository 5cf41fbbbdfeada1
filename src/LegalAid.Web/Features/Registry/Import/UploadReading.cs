using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LegalAid.Web.Features.Registry;

/// <summary>Takes an uploaded workbook out of its form.</summary>
internal static class UploadReading
{
    public const int LargestMegabytes = 10;

    /// <summary>The file's content; null, told at the field, when there is none or it is too large.</summary>
    public static async Task<byte[]?> ReadAsync(ModelStateDictionary state, string field, IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length > LargestMegabytes * 1024 * 1024)
        {
            state.AddModelError(field, file is null ? "请选择要上传的 .xlsx 文件。" : $"文件超过 {LargestMegabytes} MB，请拆成几个文件。");
            return null;
        }

        return await file.BytesAsync(ct);
    }
}
