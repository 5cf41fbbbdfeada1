using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store.Disclosure;
using LegalAid.Store.Registry;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Disclosure;
using LegalAid.Web.Features.Registry;
using LegalAid.Web.Features.Training;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Demo;

/// <summary>
/// What becomes of the people of a pool, made by the program's own use cases: a mentor, a probation, a leave recorded and one asked for, an exit and a removal that wait, a published list and
/// what somebody says to it. Each is made once, so that a demo that was stopped is gone on with.
/// </summary>
internal sealed class DemoPool(DemoDesk desk, DemoClock clock)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n%%EOF\n"u8];

    /// <summary>The office of the demo whose book knows all of this.</summary>
    public static bool IsAt(DemoPlace place) => place.Code == "WZ";

    /// <param name="today">The demo ends on this day.</param>
    /// <param name="ct">Gives up.</param>
    public async Task RunAsync(DateOnly today, CancellationToken ct)
    {
        var members = await desk.ReadAsync(db => db.Memberships.AsNoTracking().WithStandings().OrderBy(m => m.LicenceNumber).ToListAsync(ct));
        var senior = members.First(m => PoolStandings.Holds(m, Pools.Duty, today));
        At(today.AddDays(-20), 10);
        await OnceAsync<ListPublication>(async () => Made(await desk.ActAsync<PublishList, Outcome<ListPublication>>(Roles.Director, use => use.RunAsync(ct))), ct);
        At(today.AddDays(-15), 9);
        var mentor = new MentorForm { MentorId = senior.Id, MentorFirstCaseOn = new(2012, 3, 5), Evidence = "导师指定书" };
        if (members[^1].MentorId is null)
        {
            Made(await desk.ActAsync<NameMentor, Outcome<Membership>?>(Roles.Clerk, use => use.RunAsync(members[^1].Id, mentor, ct)));
        }

        var newcomer = members.Last(m => PoolStandings.Holds(m, Pools.Duty, today) && m.Id != senior.Id);
        var probation = new BeginProbationForm { QualifiedOn = newcomer.JoinedOn.AddMonths(-6), StartsOn = today.AddMonths(-2), CompanionId = senior.Id, CompanionFirstCaseOn = new(2012, 3, 5), CompanionEvidence = "本人申报，已核查" };
        await OnceAsync<Probation>(async () => Made(await desk.ActAsync<BeginProbation, Outcome<BegunProbation>?>(Roles.Clerk, use => use.RunAsync(newcomer.Id, probation, ct))), ct);
        await AwayAsync(members, today, ct);
        await LeavingAsync(members, today, ct);
    }

    // Days ahead alone, so that whoever was proposed can still be agreed to today.
    private async Task AwayAsync(List<Membership> members, DateOnly today, CancellationToken ct)
    {
        At(today.AddDays(-4), 10);
        var away = new TimeAway(AbsenceKind.Leave, today.AddDays(3), today.AddDays(12));
        await OnceAsync<Absence>(async () => Made(await desk.ActAsync<RecordAbsence, Outcome<Absence>?>(Roles.Clerk, use => use.RunAsync(members[7].Id, away, "外出学习", ct))), ct);
        var asked = new LeaveOrder(LeaveKind.Personal, today.AddDays(5), today.AddDays(7), "家中有事。");
        await OnceAsync<LeaveRequest>(async () => Made(await desk.ActAsMemberAsync<AskForLeave, Outcome<LeaveRequest>?>(members[8].Id, use => use.RunAsync(asked, ct))), ct);
    }

    private async Task LeavingAsync(List<Membership> members, DateOnly today, CancellationToken ct)
    {
        At(today.AddDays(-3), 14);
        var leaving = new ExitOrder(ExitGround.OwnWill, "因个人原因，不再承办法律援助案件。", null, Pdf);
        await OnceAsync<PoolExit>(async () => Made(await desk.ActAsync<ApplyForExit, Outcome<PoolExit>?>(Roles.Clerk, use => use.RunAsync(members[5].Id, leaving, ct))), ct);
        At(today.AddDays(-2), 9);
        var removal = new RemovalOrder(RemovalGround.GraveBreach, "法律援助法第六十三条、本机构办法第二十八条", "两次无正当理由不到庭，书面通知限期整改，期满没有整改。", clock.Today, Pdf);
        await OnceAsync<RemovalProposal>(async () => Made(await desk.ActAsync<ProposeRemoval, Outcome<RemovalProposal>?>(Roles.Clerk, use => use.RunAsync(members[9].Id, removal, ct))), ct);
        At(today.AddDays(-1), 11);
        await OnceAsync<ListFeedback>(async () => Made(await desk.ActAsync<TakeFeedback, Outcome<ListFeedback>?>(Roles.Clerk, use => use.RunAsync("WZ", Guid.CreateVersion7(), new() { Said = "名单上能否注明会说温州话的律师。" }, ct))), ct);
    }

    // Where there is one already, an earlier start has been here.
    private async Task OnceAsync<TEntity>(Func<Task> make, CancellationToken ct)
        where TEntity : class
    {
        if (!await desk.ReadAsync(db => db.Set<TEntity>().AnyAsync(ct)))
        {
            await make();
        }
    }

    private void At(DateOnly day, int hour) => clock.StandAt(day.ToDateTime(new(hour, 0)));

    internal static T Made<T>(Outcome<T>? outcome)
        where T : class =>
        outcome?.Value ?? throw new InvalidOperationException(outcome?.Refusal?.Message ?? "What the demo speaks of was not found.");
}
