using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>What a round needs of the head next: to be published, its list to be published, objections to be answered, the chosen to be taken in.</summary>
internal static class RecruitmentCalls
{
    private const int Most = 5;

    public static async Task<List<PoolCall>> OfHeadAsync(AidDb db, DateTime nowUtc, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(OfficeClock.ToLocal(nowUtc));
        var rounds = await db.RecruitmentRounds.AsNoTracking().Where(r => r.Status != RoundStatus.Withdrawn).Select(r => new
        {
            r.Id,
            r.Title,
            r.Status,
            r.ClosesAtUtc,
            Chosen = db.PoolApplications.Count(a => a.RoundId == r.Id && a.Status == ApplicationStatus.Selected),
            Undecided = db.PoolApplications.Any(a => a.RoundId == r.Id && a.SubmittedAtUtc != null && (a.Status == ApplicationStatus.Submitted || a.Status == ApplicationStatus.Returned || a.Status == ApplicationStatus.WithInstitution)),
            Objections = db.ResultObjections.Count(o => o.RoundId == r.Id && o.AnsweredAtUtc == null),
            r.ObjectionsUntil,
        }).Where(r => r.Status == RoundStatus.Draft || r.Chosen > 0 || r.Objections > 0).OrderByDescending(r => r.Id).Take(Most).ToListAsync(ct);
        return
        [
            .. from r in rounds
               where r.Status == RoundStatus.Draft
               select new PoolCall(r.Title, "招募通知已拟稿，待您发布", "QJ-0.2 WZ-7.1", $"/registry/rounds/{r.Id}", "查看并发布"),
            .. from r in rounds
               where r.Objections > 0
               select new PoolCall($"{r.Title}的异议", $"{r.Objections} 条没有答复", "QJ-1.2 WZ-7.3d", $"/registry/rounds/{r.Id}/results#objections", "答复异议"),
            .. from r in rounds
               where r.Status == RoundStatus.Published && nowUtc >= r.ClosesAtUtc && r.Chosen > 0 && !r.Undecided
               select new PoolCall(r.Title, $"择优已完，拟入库 {r.Chosen} 人，待公布名单", "QJ-1.2 WZ-7.3d", $"/registry/rounds/{r.Id}/results/publish", "公布名单"),
            .. from r in rounds
               where r.Chosen > 0 && (r.ClosesAtUtc is null ? r.Status == RoundStatus.Published : r.Status == RoundStatus.ResultsPublished) && !(r.ObjectionsUntil >= today)
               select new PoolCall(r.Title, $"{r.Chosen} 人待办理入库", "QJ-1.2 WZ-7.3d", $"/registry/rounds/{r.Id}/results/admit", "办理入库"),
        ];
    }
}
