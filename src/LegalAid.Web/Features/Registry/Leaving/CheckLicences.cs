using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Records what a list of the licensing department says of the pool (执业状态核查, WZ-27.1): whose licence is not in force and whether they had reported it, and who is not on the list.
/// Nothing else changes; whoever did not report may be proposed for removal (WZ-28.4).
/// </summary>
public sealed class CheckLicences(AidDb db, LicencePlanner planner, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<LicenceCheck>?> RunAsync(Guid uploadId, CancellationToken ct)
    {
        if (await planner.PlanAsync(uploadId, ct) is not { } planned)
        {
            return null;
        }

        if (planned.Value is not { } plan)
        {
            return planned.Refusals.ToList();
        }

        if (plan.Upload.ImportedAtUtc is not null || plan.Rows == 0)
        {
            return new Refusal("licences-nothing", plan.Rows == 0 ? "名单中没有能够采用的行，没有记录。" : "这份名单已经核查过。", []);
        }

        var check = New(plan);
        db.Add(check);
        (plan.Upload.ImportedAtUtc, plan.Upload.Unchanged, plan.Upload.Refused) = (clock.UtcNow, plan.Rows, plan.Faults.Count);
        db.Note(officer.OfficeId, clock.UtcNow, Act.LicencesChecked, officer.OfficeId, officer.Id, details: new { rows = check.Rows, lost = plan.Lost.Count, unreported = plan.Lost.Count(lost => lost.Member.ReportedAtUtc is null) });
        await db.SaveChangesAsync(ct);
        return check;
    }

    private LicenceCheck New(LicencePlan plan)
    {
        var check = new LicenceCheck { Id = Guid.CreateVersion7(), OfficeId = officer.OfficeId, OfficerId = officer.Id, CheckedAtUtc = clock.UtcNow, Rows = plan.Rows, Unnamed = plan.Absent.Count };
        check.Findings.AddRange([.. plan.Lost.Select(lost => New(check, lost.Member, lost.Said)), .. plan.Absent.Select(member => New(check, member, null))]);
        return check;
    }

    private static LicenceFinding New(LicenceCheck check, LicensedMember member, string? said) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = check.OfficeId,
        CheckId = check.Id,
        MembershipId = member.Who.Id,
        State = said,
        ReportedAtUtc = member.ReportedAtUtc,
        ReportedLate = member.ReportedLate,
    };
}
