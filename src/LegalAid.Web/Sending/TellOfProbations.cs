using LegalAid.Rules.Registry;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Sending;

/// <summary>
/// Tells the centre, once for each end, of every probation that ends within seven days or is over and not judged (WZ-19.3). Where the book asks for no assessment nobody is told:
/// what is over has passed. A probation of somebody who is on duty no more ends without being judged.
/// </summary>
public sealed class TellOfProbations(AidDb db, OfficeBooks books, OfficeClock clock)
{
    private const int DaysAhead = 7;

    public async Task RunAsync(CancellationToken ct)
    {
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(ct), ct);
        await EndWithoutDutyAsync(ct);
        var until = clock.Today.AddDays(DaysAhead);
        foreach (var probation in await db.Probations.Where(p => p.Status == ProbationStatus.Running && p.EndsOn <= until).OrderBy(p => p.Id).ToListAsync(ct))
        {
            var rules = (await books.InForceOnAsync(probation.OfficeId, probation.StartsOn, ct)).Training?.Probation;
            if (rules is { EndsWithAssessment.Value: false })
            {
                Pass(probation, rules);
            }
            else if (probation.RemindedOf != probation.EndsOn)
            {
                await TellAsync(probation, ct);
            }
        }

        await db.SaveChangesAsync(ct);
    }

    // Whatever took them out of the duty pool: a change of pools, a departure, a roster.
    private async Task EndWithoutDutyAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var gone = await db.Probations.Where(p => p.Status == ProbationStatus.Running && !db.Memberships.Where(PoolStanding.In(Pools.Duty, today)).Any(m => m.Id == p.MembershipId)).OrderBy(p => p.Id).ToListAsync(ct);
        foreach (var probation in gone)
        {
            ProbationEnds.WithDuty(db, probation, clock.UtcNow);
        }

        await db.SaveChangesAsync(ct);
    }

    private void Pass(Probation probation, ProbationRules rules)
    {
        if (OnProbation.IsOverByItself(probation.EndsOn, clock.Today, rules))
        {
            probation.Status = ProbationStatus.Passed;
            db.Note(probation.OfficeId, clock.UtcNow, Act.ProbationPassed, probation.MembershipId, officerId: null, details: new { endsOn = probation.EndsOn });
        }
    }

    private async Task TellAsync(Probation probation, CancellationToken ct)
    {
        var due = OfficeClock.ToUtc(probation.EndsOn.AddDays(1).ToDateTime(TimeOnly.MinValue));
        foreach (var role in new[] { Roles.Clerk, Roles.Director })
        {
            db.AddRange((await db.OpenAccountsAsync(probation.OfficeId, role, ct)).Select(id => OfficeNotices.New(NoticeKind.ProbationNearsEnd, probation.OfficeId, clock.UtcNow, new(OfficerId: id), due)));
        }

        probation.RemindedOf = probation.EndsOn;
    }
}
