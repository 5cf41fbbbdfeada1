using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Something of the pool that waits for this officer.</summary>
/// <param name="Clause">Empty where it is the centre's own housekeeping.</param>
public sealed record PoolCall(string What, string Why, string Clause, string Url, string Verb);

/// <summary>What the pool needs of the head, the clerks or a member now, on their home page only: applications to vet, exits and removals to decide, decisions to serve, a renewal, a list or a check of licences that is due.</summary>
public sealed class PoolTodoViewComponent(AidDb db, OfficeBooks books, RenewalReader renewals, OwnRenewals ownRenewals, RemovalBar bar, OfficeClock clock, CurrentOfficer officer) : ViewComponent
{
    private const int Most = 5;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var ct = HttpContext.RequestAborted;
        List<PoolCall> calls = officer.Role switch
        {
            Roles.Director => [.. await HeadsAsync(ct), .. await CentresAsync(ct)],
            Roles.Clerk => await CentresAsync(ct),
            Roles.Practitioner => await OwnAsync(ct),
            _ => [],
        };
        return calls.Count == 0 ? Content(string.Empty) : View("/Features/Registry/Leaving/_PoolTodo.cshtml", calls);
    }

    private async Task<List<PoolCall>> HeadsAsync(CancellationToken ct)
    {
        var calls = new List<PoolCall>();
        Count(calls, await db.PoolExits.CountAsync(e => e.Status == ExitStatus.Waiting, ct), n => new("退出申请", $"{n} 件待您审批", "WZ-29.1b", "/registry/exits", "审批退出"));
        Count(calls, await db.RemovalProposals.CountAsync(p => p.Status == RemovalStatus.Waiting, ct), n => new("清退建议", $"{n} 件待您决定", "WZ-29.2a", "/registry/removals", "查看清退"));
        Count(calls, await CorpsProposalsInSight.Proposals(db).CountAsync(p => p.OfficeId != officer.OfficeId && !CorpsProposalsInSight.Answers(db).Any(a => a.ProposalId == p.Id), ct), n => new("服务团成员身份建议", $"{n} 件待您决定", "QDN-4.2a", "/corps/proposals", "查看建议"));
        calls.AddRange(await RecruitmentCalls.OfHeadAsync(db, clock.UtcNow, ct));
        calls.AddRange(await RosterCallsAsync(ct));
        calls.AddRange(await YearlyCalls.OfHeadAsync(db, await books.InForceOnAsync(officer.OfficeId, clock.Today, ct), clock, ct));
        if (await renewals.DueOnAsync(officer.OfficeId, ct) is { } due && due <= clock.Today && await renewals.OpenAsync(officer.OfficeId, ct) is null)
        {
            calls.Add(new("集中更新", $"{Show.FullDay(due)}已到期", "WZ-4.2 QDN-4.1b", "/registry/renewals", "开始集中更新"));
        }

        return calls;
    }

    // What a clerk has prepared and only the head carries out.
    private async Task<List<PoolCall>> RosterCallsAsync(CancellationToken ct)
    {
        var (calls, since) = (new List<PoolCall>(), clock.UtcNow - RegistryUpload.Lifetime);
        var files = db.RegistryUploads.Where(u => u.ImportedAtUtc == null && u.Content != null && u.CreatedAtUtc > since);
        Count(calls, await files.CountAsync(u => u.Kind == UploadKind.Register, ct), n => new("全员纳入", $"{n} 份登记册待您办理，文件只保留一天", "TL-4.1a", "/registry/enrolment", "办理纳入"));
        Count(calls, await files.CountAsync(u => u.Kind == UploadKind.GoingLive, ct), n => new("期初数据", $"{n} 份文件待您对账并采用，文件只保留一天", "", "/registry/golive", "对账并采用"));
        Count(calls, await db.MemberMerges.CountAsync(m => m.Status == MergeStatus.Waiting && m.ProposedById != officer.Id, ct), n => new("重复人员", $"{n} 件合并建议待您决定", "", "/registry/merges", "查看合并建议"));
        Count(calls, await db.Renewals.CountAsync(r => r.OfficeId == officer.OfficeId && r.DecidedAtUtc == null && db.RenewalRounds.Any(round => round.Id == r.RoundId && round.ClosedOn == null), ct), n => new("集中更新", $"{n} 人待您决定", "WZ-4.2 QDN-4.1b", "/registry/renewals", "查看并决定"));
        return calls;
    }

    private async Task<List<PoolCall>> CentresAsync(CancellationToken ct)
    {
        var (calls, both) = (new List<PoolCall>(), Removals.TellsInstitution(await bar.RulesAsync(ct)));
        Count(
            calls,
            await db.RemovalProposals.CountAsync(p => p.Status == RemovalStatus.Removed && (p.PersonServedOn == null || (both && p.InstitutionServedOn == null)), ct),
            n => new("清退决定书", $"{n} 件还没有告知{(both ? "本人和单位" : "本人")}", "WZ-29.2a", "/registry/removals", "登记送达"));
        var rounds = await db.RecruitmentRounds.AsNoTracking().Where(r => r.Status == RoundStatus.Published)
            .Select(r => new { r.Id, r.Title, Waiting = db.PoolApplications.Count(a => a.RoundId == r.Id && a.Status == ApplicationStatus.Submitted) })
            .Where(r => r.Waiting > 0).OrderBy(r => r.Id).Take(Most).ToListAsync(ct);
        calls.AddRange(rounds.Select(r => new PoolCall(r.Title, $"{r.Waiting} 份入库申请待审核", "QJ-5.1c WZ-7.3a QDN-4.1a", $"/registry/rounds/{r.Id}/applications?status={ApplicationStatus.Submitted}", "审核")));
        Count(calls, await db.PlannedChanges.CountAsync(c => c.Status == PlannedChangeStatus.Failed && c.NotedAtUtc == null, ct), n => new("预定变更", $"{n} 项到日没有生效", "WZ-5.2 QJ-2.2", "/registry/changes", "查看原因"));
        Count(calls, await db.LeaveRequests.CountAsync(r => r.Status == LeaveStatus.Waiting, ct), n => new("请假申请", $"{n} 件待答复", "", $"/registry/leaves?status={LeaveStatus.Waiting}", "答复请假"));
        Count(calls, await db.EntryUpdates.CountAsync(u => u.Status == EntryUpdateStatus.Waiting, ct), n => new("登记事项更新", $"{n} 件待核对", "WZ-4.3 QDN-4.1d", "/registry/updates", "核对"));
        Count(calls, await db.ListFeedback.CountAsync(f => f.Answer == null, ct), n => new("对公开名单的意见", $"{n} 条没有答复", "WZ-8.3", "/disclosure/list", "查看意见"));
        return calls;
    }

    private async Task<List<PoolCall>> OwnAsync(CancellationToken ct)
    {
        var (calls, own) = (new List<PoolCall>(), officer.MembershipId);
        Count(calls, await db.RemovalProposals.CountAsync(p => p.MembershipId == own && p.Status == RemovalStatus.Waiting && p.Statement == null, ct), _ => new("对您的清退建议", "可以陈述申辩", "WZ-29.2a", "/registry/mine", "查看并陈述"));
        Count(
            calls,
            await ownRenewals.AwaitsWordAsync(ct) ? 1 : 0,
            _ => new("集中更新", "请核对您的记录", "WZ-4.2 QDN-4.1b", "/registry/mine", "核对确认"));
        return calls;
    }

    private static void Count(List<PoolCall> calls, int waiting, Func<int, PoolCall> call)
    {
        if (waiting > 0)
        {
            calls.Add(call(waiting));
        }
    }
}
