using System.Linq.Expressions;
using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>An upload as a list shows it, and what came of it.</summary>
public sealed record UploadRow(
    Guid Id, UploadKind Kind, string FileName, DateTime CreatedAtUtc, DateTime? ImportedAtUtc, int Added, int Changed, int Unchanged, int Refused, bool IsOpen, string Officer)
{
    /// <summary>The page of an import of people or history.</summary>
    public string Page => Kind == UploadKind.Roster ? "Roster" : "History";

    public static Task<List<UploadRow>> LatestAsync(AidDb db, Expression<Func<RegistryUpload, bool>> which, int most, DateTime nowUtc, CancellationToken ct)
    {
        var oldest = nowUtc - RegistryUpload.Lifetime;
        return db.RegistryUploads.AsNoTracking()
            .Where(which)
            .OrderByDescending(u => u.CreatedAtUtc).ThenByDescending(u => u.Id)
            .Take(most)
            .Select(u => new UploadRow(
                u.Id, u.Kind, u.FileName, u.CreatedAtUtc, u.ImportedAtUtc, u.Added, u.Changed, u.Unchanged, u.Refused,
                u.Content != null && u.CreatedAtUtc >= oldest,
                db.Users.Where(o => o.Id == u.OfficerId).Select(o => o.DisplayName).FirstOrDefault() ?? ""))
            .ToListAsync(ct);
    }
}
