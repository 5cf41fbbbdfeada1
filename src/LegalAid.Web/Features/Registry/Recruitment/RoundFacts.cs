using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>How far the places of one kind of person are filled (QJ-1.1): planned, handed in, taken.</summary>
public sealed record QuotaRow(string Kind, int? Planned, int Submitted, int Taken)
{
    /// <summary>Below nothing where more were taken than planned.</summary>
    public int? Remaining => Planned - Taken;
}

/// <summary>How many were told of a round and how many opened it (QJ-5.1a, QDN-8.1).</summary>
public sealed record ReadingCount(int Institutions, int InstitutionsRead, int People, int PeopleRead)
{
    public int Percent => Institutions + People == 0 ? 0 : (InstitutionsRead + PeopleRead) * 100 / (Institutions + People);
}

/// <summary>What the page of a round counts, as it is now.</summary>
internal static class RoundFacts
{
    private static readonly ApplicationStatus[] Taken = [ApplicationStatus.Selected, ApplicationStatus.Admitted];

    public static async Task<IReadOnlyList<QuotaRow>> QuotasAsync(AidDb db, RecruitmentRound round, CancellationToken ct)
    {
        var counted = await db.PoolApplications.ThatReachedCentre().Where(a => a.RoundId == round.Id)
            .GroupBy(a => new { IsWorker = a.As == PoolPerson.LegalWorker, a.Status }).Select(g => new { g.Key.IsWorker, g.Key.Status, Count = g.Count() }).ToListAsync(ct);
        return
        [
            Row("律师及其他人员", round.PlannedLawyers, worker: false),
            Row("基层法律服务工作者", round.PlannedLegalWorkers, worker: true),
        ];

        QuotaRow Row(string kind, int? planned, bool worker) => new(
            kind, planned, counted.Where(c => c.IsWorker == worker).Sum(c => c.Count), counted.Where(c => c.IsWorker == worker && Taken.Contains(c.Status)).Sum(c => c.Count));
    }

    /// <summary>By where the application is now; drafts past the closing time count as lapsed.</summary>
    public static async Task<IReadOnlyDictionary<ApplicationStatus, int>> StatusesAsync(AidDb db, RecruitmentRound round, DateTime nowUtc, CancellationToken ct)
    {
        var counted = await db.PoolApplications.Where(a => a.RoundId == round.Id).GroupBy(a => new { a.Status, InTime = a.SubmittedAtUtc != null })
            .Select(g => new { g.Key.Status, g.Key.InTime, Count = g.Count() }).ToListAsync(ct);
        return counted.GroupBy(c => ApplicationStatuses.At(c.Status, c.InTime, round.ClosesAtUtc, nowUtc)).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
    }

    public static async Task<ReadingCount> ReadingsAsync(AidDb db, Guid roundId, CancellationToken ct)
    {
        var told = db.Notices.Where(n => n.RoundId == roundId && n.Kind == NoticeKind.RoundPublished);
        var read = told.Where(n => db.NoticeReadings.Any(r => r.NoticeId == n.Id));
        return new(
            await told.CountAsync(n => n.InstitutionId != null, ct), await read.CountAsync(n => n.InstitutionId != null, ct),
            await told.CountAsync(n => n.MembershipId != null, ct), await read.CountAsync(n => n.MembershipId != null, ct));
    }
}
