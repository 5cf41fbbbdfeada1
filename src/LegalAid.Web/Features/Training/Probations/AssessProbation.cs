using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>The centre judges a probation that is over (WZ-19.3): passed, extended as often as the book allows, or out of duty; a person decides.</summary>
public sealed class AssessProbation(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Probation>?> RunAsync(Guid memberId, AssessmentForm form, CancellationToken ct)
    {
        var probation = await db.Probations.SingleOrDefaultAsync(p => p.MembershipId == memberId && p.Status == ProbationStatus.Running, ct);
        if (probation is null || (await books.InForceOnAsync(officer.OfficeId, probation.StartsOn, ct)).Training?.Probation is not { } rules)
        {
            return null;
        }

        var verdict = form.Verdict!.Value;
        if ((OnProbation.WhyNotAssess(probation.EndsOn, clock.Today, rules) ?? (verdict == ProbationVerdict.Extends ? OnProbation.WhyNotExtend(probation.Extensions, rules) : null)) is { } refusal)
        {
            return refusal;
        }

        var act = await FollowAsync(probation, verdict, rules, ct);
        (probation.AssessedById, probation.AssessedOn, probation.Conclusion) = (officer.Id, clock.Today, form.Conclusion.Trim());
        db.Note(probation.OfficeId, clock.UtcNow, act, memberId, officer.Id, details: new { endsOn = probation.EndsOn });
        await db.SaveChangesAsync(ct);
        return probation;
    }

    private async Task<Act> FollowAsync(Probation probation, ProbationVerdict verdict, ProbationRules rules, CancellationToken ct)
    {
        switch (verdict)
        {
            case ProbationVerdict.Passes:
                probation.Status = ProbationStatus.Passed;
                return Act.ProbationPassed;
            case ProbationVerdict.Extends:
                probation.EndsOn = OnProbation.EndsOn(probation.EndsOn.AddDays(1), rules);
                probation.Extensions++;
                return Act.ProbationExtended;
            case ProbationVerdict.Ends:
                probation.Status = ProbationStatus.Ended;
                PoolStandings.Set(db, await db.Memberships.WithStandings().SingleAsync(m => m.Id == probation.MembershipId, ct), Pools.Duty, stands: false, clock.Today);
                return Act.ProbationEnded;
            default:
                throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict.");
        }
    }
}
