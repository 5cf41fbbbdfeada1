using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>An upload with its content opened.</summary>
public sealed record OpenedUpload(RegistryUpload Upload, byte[] Content);

/// <summary>Keeps uploaded workbooks sealed between upload and import.</summary>
public sealed class Uploads(AidDb db, FieldCipher cipher, OfficeClock clock)
{
    /// <summary>The upload and its content; null when it is not there or not this office's.</summary>
    public async Task<Outcome<OpenedUpload>?> OpenAsync(Guid id, UploadKind kind, CancellationToken ct)
    {
        var upload = await db.RegistryUploads.SingleOrDefaultAsync(u => u.Id == id && u.Kind == kind, ct);
        return upload is null ? null
            : upload.Content is not { } content || upload.CreatedAtUtc + RegistryUpload.Lifetime < clock.UtcNow
                ? new Refusal("upload-expired", "上传的文件只保留一天，或已被新上传的文件替代，内容已经删除。请重新上传。", [])
                : new OpenedUpload(upload, cipher.OpenBytes(content));
    }

    /// <summary>The plan made of an upload, or why there is none any more; null when it is not there or not this office's.</summary>
    public async Task<Outcome<TPlan>?> PlanAsync<TPlan>(Guid id, UploadKind kind, Func<OpenedUpload, Task<Outcome<TPlan>>> plan, CancellationToken ct)
        where TPlan : class
    {
        if (await OpenAsync(id, kind, ct) is not { } opened)
        {
            return null;
        }

        return opened.Value is { } upload ? await plan(upload) : opened.Refusals.ToList();
    }

    /// <summary>Adds an upload to the transaction; the officer's earlier one of its kind and everything older than a day lose their content.</summary>
    public async Task AddAsync(RegistryUpload upload, byte[] content, CancellationToken ct)
    {
        upload.Content = cipher.Seal(content);
        var oldest = clock.UtcNow - RegistryUpload.Lifetime;
        await db.RegistryUploads
            .Where(u => u.Content != null && (u.CreatedAtUtc < oldest || (u.OfficerId == upload.OfficerId && u.Kind == upload.Kind)))
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Content, (Sealed?)null), ct);
        db.Add(upload);
    }
}
