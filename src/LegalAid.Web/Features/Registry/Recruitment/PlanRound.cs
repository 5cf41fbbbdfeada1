using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>The centre drafts a call for people, or changes the draft (QJ-0.2, WZ-4.1). Once published it stands as it is.</summary>
public sealed class PlanRound(AidDb db, RoundBooks books, OfficeClock clock, CurrentOfficer officer)
{
    /// <param name="roundId">The draft to change; null for a new one.</param>
    /// <param name="form">Well-formed, as its attributes say.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is no such draft.</returns>
    public async Task<Outcome<RecruitmentRound>?> RunAsync(Guid? roundId, RoundForm form, CancellationToken ct)
    {
        var round = roundId is null ? null : await db.RecruitmentRounds.SingleOrDefaultAsync(r => r.Id == roundId && r.Status == RoundStatus.Draft, ct);
        if (roundId is not null && round is null)
        {
            return null;
        }

        var rules = await books.OnAsync(officer.OfficeId, form.OpensAtUtc!.Value, ct);
        var pools = rules?.Pools is null ? Pools.Duty | Pools.Cases : form.Pools;       // one list holds both kinds of work
        var corps = await books.CorpsOnAsync(officer.OfficeId, form.OpensAtUtc.Value, ct);
        if ((Rounds.WhyNotPlan(new(pools, form.OpensAtUtc.Value, form.ClosesAtUtc), rules) ?? await WhyNotHereAsync(corps, ct)) is { } refusal)
        {
            return refusal;
        }

        var act = round is null ? Act.RoundDrafted : Act.RoundChanged;
        round ??= New(form, forCorps: corps is not null);
        Write(round, form, pools);
        db.Note(officer.OfficeId, clock.UtcNow, act, round.Id, officer.Id, details: new { closes = round.ClosesAtUtc });
        await db.SaveChangesAsync(ct);
        return round;
    }

    // Where the prefecture alone says who is in the corps, it alone calls for people (QDN-3.1, QDN-4.2a).
    private async Task<Refusal?> WhyNotHereAsync(CorpsRules? corps, CancellationToken ct) =>
        corps is null ? null : CorpsStanding.WhyNotHere(await db.Offices.AnyAsync(o => o.Id == officer.OfficeId && o.ParentId == null, ct), corps);

    private RecruitmentRound New(RoundForm form, bool forCorps)
    {
        var round = new RecruitmentRound
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            Title = form.Title,
            Pools = form.Pools,
            ForCorps = forCorps,
            OpensAtUtc = form.OpensAtUtc!.Value,
            NoticeText = form.NoticeText,
            Status = RoundStatus.Draft,
        };
        db.Add(round);
        return round;
    }

    private static void Write(RecruitmentRound round, RoundForm form, Pools pools)
    {
        (round.Title, round.NoticeText, round.Pools) = (form.Title.Trim(), form.NoticeText.Trim(), pools);
        (round.OpensAtUtc, round.ClosesAtUtc) = (form.OpensAtUtc!.Value, form.ClosesAtUtc);
        (round.PlannedLawyers, round.PlannedLegalWorkers) = (form.PlannedLawyers, form.PlannedLegalWorkers);
    }
}
