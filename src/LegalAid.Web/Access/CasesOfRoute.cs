using LegalAid.Store;
using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Access;

/// <summary>
/// Which cases an address speaks of. Every folder of addresses with an id says so here, also that it speaks of none:
/// a new folder that is missing fails loudly at its first post instead of letting a recused officer through.
/// </summary>
public sealed class CasesOfRoute(AidDb db)
{
    // The longer first.
    private static readonly (string Folder, Func<AidDb, Guid, IQueryable<Guid>>? Cases)[] Folders =
    [
        ("assignment/cases/", (_, id) => new[] { id }.AsQueryable()),
        ("assignment/", (db, id) => db.Assignments.Where(a => a.Id == id).Select(a => a.CaseId)),
        ("cases/parties/", (db, id) => db.CaseParties.Where(p => p.Id == id).Select(p => p.CaseId)),
        ("cases/", (_, id) => new[] { id }.AsQueryable()),
        ("intake/letters/", (db, id) => db.Cases.Where(c => c.LetterId == id && c.Status != CaseStatus.Voided).Select(c => c.Id)),
        ("recusals/", (db, id) => db.Recusals.Where(r => r.Id == id).Select(r => r.CaseId)),
        ("registry/", null),
        ("joining/", null),
        ("join/", null),        // anybody's
        ("ranking/", null),
        ("public/", null),
        ("disclosure/", null),
        ("training/", null),
        ("accounts/", null),
        ("keys/", null),
        ("authority/", null),
        ("inbox/", null),       // being told of a case is no act in it
        ("notices/", null),     // and whoever keeps the sendings sees none
        ("fairness/", null),
        ("conduct/", (db, id) => db.ConductMatters.Where(m => m.Id == id).Select(m => m.CaseId)),
        ("corps/", null),
        ("stations/", null),
        ("my/", (_, id) => new[] { id }.AsQueryable()),
        ("reviews/", (db, id) => db.CaseReviews.Where(r => r.Id == id).Select(r => r.CaseId)),
    ];

    /// <summary>Whether the address is of a case; false where its folder says that it is of none.</summary>
    /// <exception cref="InvalidOperationException">The folder says neither.</exception>
    public static bool SpeaksOfCase(string template) => Of(template) is not null;

    public async Task<IReadOnlyList<Guid>> ReadAsync(string template, RouteValueDictionary values, CancellationToken ct)
    {
        if (!template.Contains('{', StringComparison.Ordinal) || Of(template) is not { } cases || !Guid.TryParse((values["caseId"] ?? values["id"])?.ToString(), out var id))
        {
            return [];
        }

        var found = cases(db, id);
        return found is IAsyncEnumerable<Guid> ? await found.ToListAsync(ct) : [.. found];
    }

    private static Func<AidDb, Guid, IQueryable<Guid>>? Of(string template) =>
        Array.Find(Folders, folder => template.TrimStart('/').StartsWith(folder.Folder, StringComparison.Ordinal)) is { Folder: not null } known
            ? known.Cases
            : throw new InvalidOperationException($"Nobody said which cases {template} speaks of.");
}
