using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>The newcomer, and the probation begun; null where none is needed.</summary>
public sealed record BegunProbation(Membership Member, Probation? Probation);

/// <summary>Records the day of a newcomer's certificate and, where the book asks for it, begins the probation beside a companion if it pairs beginners (WZ-19.1, WZ-19.2).</summary>
public sealed class BeginProbation(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<BegunProbation>?> RunAsync(Guid memberId, BeginProbationForm form, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Memberships.WithStandings().SingleOrDefaultAsync(m => m.Id == memberId && m.LeftOn == null, ct) is not { } member)
        {
            return null;
        }

        if ((await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Training?.Probation is not { } rules)
        {
            return new Refusal("probation-not-asked", "本机构的规则没有试用期，无须登记。", []);
        }

        var since = PoolStandings.Since(member, Pools.Duty, clock.Today);
        var needed = OnProbation.IsNeeded(new(since is not null, form.QualifiedOn, member.FirstLicensedOn, since ?? member.JoinedOn), rules) == true;
        var companion = form.CompanionId is { } id ? await db.Memberships.WithStandings().SingleOrDefaultAsync(m => m.Id == id, ct) : null;
        var refusals = await WhyNotAsync(member, companion, form, needed ? rules : null, ct);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        if (needed)
        {
            await EndFormerAsync(memberId, ct);
        }

        member.QualifiedOn = form.QualifiedOn;
        if (needed && companion is not null && form.CompanionFirstCaseOn is { } told)
        {
            FirstAidCase.Tell(db, companion, told, new(officer.Id, clock.UtcNow, form.CompanionEvidence!.Trim()));
        }

        var probation = needed ? Begin(member, companion, form.StartsOn!.Value, rules) : null;
        db.Note(officer.OfficeId, clock.UtcNow, needed ? Act.ProbationBegun : Act.MemberChanged, member.Id, officer.Id, details: new { companion = probation?.CompanionId, endsOn = probation?.EndsOn });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new BegunProbation(member, probation);
    }

    // One from an earlier time on duty that was never judged.
    private async Task EndFormerAsync(Guid memberId, CancellationToken ct)
    {
        if (await db.Probations.SingleOrDefaultAsync(p => p.MembershipId == memberId && p.Status == ProbationStatus.Running, ct) is { } former)
        {
            ProbationEnds.WithDuty(db, former, clock.UtcNow);
            await db.SaveChangesAsync(ct);
        }
    }

    private Probation Begin(Membership member, Membership? companion, DateOnly startsOn, ProbationRules rules)
    {
        var probation = new Probation
        {
            Id = Guid.CreateVersion7(),
            OfficeId = member.OfficeId,
            MembershipId = member.Id,
            StartsOn = startsOn,
            EndsOn = OnProbation.EndsOn(startsOn, rules),
            CompanionId = companion?.Id,
            Status = ProbationStatus.Running,
        };
        db.Add(probation);
        return probation;
    }

    private async Task<List<Refusal>> WhyNotAsync(Membership member, Membership? companion, BeginProbationForm form, ProbationRules? rules, CancellationToken ct)
    {
        if (form.QualifiedOn > clock.Today || form.CompanionFirstCaseOn > clock.Today)
        {
            return [new("probation-later", "资格证和首件案件的日期不能晚于今天。", ["WZ-19.1"])];
        }

        if (rules is null)
        {
            return [];
        }

        // Who comes to the duty pool from the other one, or anew, is a newcomer there from that day (WZ-19.1).
        var since = PoolStandings.Since(member, Pools.Duty, clock.Today) ?? member.JoinedOn;
        if (await db.Probations.AnyAsync(p => p.MembershipId == member.Id && p.StartsOn >= since && (p.Status != ProbationStatus.Ended || p.AssessedById != null), ct))
        {
            return [new("probation-known", "已经登记过试用期。", [rules.Months.Clause])];
        }

        if ((OnProbation.WhyNotAlone(companion is not null, rules)
            ?? (form.StartsOn is null || form.StartsOn < since ? new("probation-incomplete", "请填写试用开始的日期，不能早于进入值班库。", [rules.Months.Clause]) : null)) is { } incomplete)
        {
            return [incomplete];
        }

        return companion is null ? [] : await WhyNotCompanionAsync(member, companion, form, rules, ct);
    }

    private async Task<List<Refusal>> WhyNotCompanionAsync(Membership member, Membership companion, BeginProbationForm form, ProbationRules rules, CancellationToken ct)
    {
        if (form.CompanionFirstCaseOn is { } told && told != companion.FirstAidCaseOn && string.IsNullOrWhiteSpace(form.CompanionEvidence))
        {
            return [new("companion-evidence", "填写带班人首件案件日期的，请写明凭据。", [rules.CompanionYears.Clause])];
        }

        var inPool = PoolStandings.Since(companion, Pools.Duty, clock.Today) is not null && !(companion.LeftOn <= clock.Today);
        var onProbation = await db.Probations.AnyAsync(p => p.MembershipId == companion.Id && p.Status == ProbationStatus.Running, ct);
        return [.. OnProbation.WhyNotCompanion(new(companion.Id == member.Id, inPool, onProbation, form.CompanionFirstCaseOn ?? await FirstAidCase.OfAsync(db, companion, ct)), rules, form.StartsOn!.Value)];
    }
}
