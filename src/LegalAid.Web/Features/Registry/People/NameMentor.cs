using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Names a beginner's mentor (WZ-24.2), or records that the member has handled aid cases here before and needs none (WZ-24.1).</summary>
public sealed class NameMentor(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>?> RunAsync(Guid memberId, MentorForm form, CancellationToken ct)
    {
        if (await db.Memberships.SingleOrDefaultAsync(m => m.Id == memberId && m.LeftOn == null, ct) is not { } member)
        {
            return null;
        }

        var rules = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Training?.Mentors;
        if (rules is null)
        {
            return new Refusal("mentor-not-asked", "本机构的规则没有导师制，无须登记。", []);
        }

        var mentor = form.MentorId is { } id ? await db.Memberships.WithStandings().SingleOrDefaultAsync(m => m.Id == id, ct) : null;
        var refusals = await WhyNotAsync(member, mentor, form, rules, ct);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var before = member.MentorId;
        if (mentor is not null && mentor.Id != before)
        {
            db.Add(OfficeNotices.New(NoticeKind.NamedAsMentor, officer.OfficeId, clock.UtcNow, new(MembershipId: mentor.Id)));
        }

        (member.MentorId, member.MentorNamedOn) = (mentor?.Id, mentor is null ? null : clock.Today);
        var hereBefore = member.FirstAidCaseHereOn;
        member.FirstAidCaseHereOn = form.FirstAidCaseHereOn;
        if (mentor is not null && form.MentorFirstCaseOn is { } told)
        {
            FirstAidCase.Tell(db, mentor, told, new(officer.Id, clock.UtcNow, form.Evidence.Trim()));
        }

        db.Note(officer.OfficeId, clock.UtcNow, Act.MentorNamed, member.Id, officer.Id, form.Evidence.Trim(), new { before, mentor = mentor?.Id, firstCaseBefore = hereBefore, firstCase = member.FirstAidCaseHereOn });
        await db.SaveChangesAsync(ct);
        return member;
    }

    private async Task<List<Refusal>> WhyNotAsync(Membership member, Membership? mentor, MentorForm form, MentorRules rules, CancellationToken ct)
    {
        if (form.FirstAidCaseHereOn > clock.Today || form.MentorFirstCaseOn > clock.Today)
        {
            return [new("first-case-later", "首件案件的日期不能晚于今天。", [rules.MentorYears.Clause])];
        }

        if (form is { FirstAidCaseHereOn: not null, OfCounty: true } && !rules.CountiesCountAsHome.Value)
        {
            return [new("first-case-county", "各县（市、区）机构指派的案件，不算在本地办过。", [rules.CountiesCountAsHome.Clause])];
        }

        if (mentor is null)
        {
            return form.MentorId is null ? [] : [new("mentor-outside-pool", "导师须是现在在库的人员。", [rules.MentorInPool.Clause])];
        }

        var inPool = PoolStandings.Holds(mentor, Pools.Cases, clock.Today) && !(mentor.LeftOn <= clock.Today);
        return [.. Mentoring.WhyNotMentor(new(mentor.Id == member.Id, inPool, form.MentorFirstCaseOn ?? await FirstAidCase.OfAsync(db, mentor, ct), await FirstAidCase.HereAsync(db, mentor, ct)), rules, clock.Today)];
    }
}
