using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>What the centre posts a case from: the book's words on it, the case's clocks, and all that must not be shown.</summary>
public sealed class PostingDesk(AidDb db, OfficeBooks books, FieldCipher cipher, OfficeClock clock)
{
    /// <summary>The book's section on the corps today; null where it has none.</summary>
    public async Task<CorpsRules?> RulesAsync(Guid officeId, CancellationToken ct) => (await books.InForceOnAsync(officeId, clock.Today, ct)).Corps;

    /// <summary>The posting of a case that stands, open or chosen from; null without one.</summary>
    public Task<CasePosting?> StandingAsync(Guid caseId, CancellationToken ct) =>
        db.CasePostings.AsNoTracking().Include(p => p.Bids).SingleOrDefaultAsync(p => p.CaseId == caseId && p.Status != PostingStatus.Withdrawn, ct);

    /// <summary>Postings of the case that were taken back, the newest first, with whom they had been found to fall to.</summary>
    public Task<List<EarlierPosting>> EarlierAsync(Guid caseId, CancellationToken ct) => db.CasePostings.AsNoTracking()
        .Where(p => p.CaseId == caseId && p.Status == PostingStatus.Withdrawn)
        .OrderByDescending(p => p.OpenedAtUtc).ThenBy(p => p.Id)
        .Select(p => new EarlierPosting(p, p.Bids.Count(b => b.WithdrawnAtUtc == null))
        {
            Best = db.Memberships.Where(m => p.BestIds.Contains(m.Id)).OrderBy(m => m.LicenceNumber).Select(m => new BestBidder(m.Id, m.RosterName ?? m.Person.Name)).ToList(),
            ChosenBy = db.Users.Where(u => u.Id == p.ChosenById).Select(u => u.DisplayName).FirstOrDefault(),
            WithdrawnBy = db.Users.Where(u => u.Id == p.WithdrawnById).Select(u => u.DisplayName).FirstOrDefault(),
        })
        .ToListAsync(ct);

    /// <summary>The earlier of the clocks of the case's assignment; null where none runs.</summary>
    public static DateTime? EarliestDue(AidCase aidCase) =>
        aidCase.OwnDueAtUtc is null || aidCase.StatutoryDueAtUtc < aidCase.OwnDueAtUtc ? aidCase.StatutoryDueAtUtc ?? aidCase.OwnDueAtUtc : aidCase.OwnDueAtUtc;

    public static DateTime? Local(DateTime? utc) => utc is { } moment ? OfficeClock.ToLocal(moment) : null;

    /// <summary>Names and numbers of a case, with its parties loaded, that a posting must not hold.</summary>
    public async Task<(List<string> Names, List<string> Numbers)> IdentitiesAsync(AidCase aidCase, CancellationToken ct)
    {
        var letter = await db.IncomingLetters.AsNoTracking().Where(l => l.Id == aidCase.LetterId).Select(l => new { l.LetterNumber, l.RegisterNumber }).SingleOrDefaultAsync(ct);
        var parties = await db.CaseParties.AsNoTracking().IgnoreQueryFilters([CaseParty.StandingFilter]).Where(p => p.CaseId == aidCase.Id).ToListAsync(ct);      // whom a correction took out too
        List<string> numbers =
        [
            aidCase.Number,
            .. new[] { letter?.LetterNumber, letter?.RegisterNumber, aidCase.DecisionNumber }.OfType<string>(),
            .. parties.SelectMany(p => new[] { p.IdentityNumber, p.Phone }).OfType<Sealed>().Select(cipher.Open),
        ];
        return ([.. parties.Select(p => p.Name)], numbers);
    }
}

/// <summary>Somebody found best.</summary>
public sealed record BestBidder(Guid MemberId, string Name);

/// <summary>A posting that was taken back, as it had come; what was found and drawn then stays to be seen.</summary>
public sealed record EarlierPosting(CasePosting Posting, int Bids)
{
    public IReadOnlyList<BestBidder> Best { get; init; } = [];

    public string? ChosenBy { get; init; }

    public string? WithdrawnBy { get; init; }

    /// <summary>Whom it had fallen to, by name; the equals in the order drawn. Empty where nothing was found.</summary>
    public string Finding => Posting.DrawnIds.Count > 0
        ? string.Join('、', Posting.DrawnIds.Select(id => Best.FirstOrDefault(best => best.MemberId == id)?.Name ?? "已不在名册")) + "（条件相当，按抽签次序）"
        : string.Join('、', Best.Select(best => best.Name));
}
