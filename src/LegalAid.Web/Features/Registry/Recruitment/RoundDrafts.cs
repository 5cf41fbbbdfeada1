using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;

namespace LegalAid.Web.Features.Registry;

/// <summary>The form of a new round, filled in with what the book says: quotas, window, lists and the words of the notice.</summary>
internal static class RoundDrafts
{
    public static RoundForm Of(Office office, RecruitmentRules? rules, DateTime nowUtc)
    {
        var today = DateOnly.FromDateTime(OfficeClock.ToLocal(nowUtc));
        var open = rules is null ? Pools.None : Rounds.AlwaysOpen(rules);
        var window = rules?.Window is { } written && written.LastDay.Value >= today ? written : null;      // a window of years ago is history
        return new()
        {
            Title = rules?.Pools is null && open != Pools.None ? "法律援助服务团成员招募通知" : $"{today.Year}年法律援助人员资源库招募通知",
            Pools = rules?.Pools is null ? Pools.Duty | Pools.Cases : open,
            OpensAtUtc = OfficeClock.ToUtc((window?.FirstDay.Value ?? today.AddDays(1)).ToDateTime(TimeOnly.MinValue)),
            ClosesAtUtc = window is null ? null : OfficeClock.ToUtc(window.LastDay.Value.ToDateTime(window.ClosesAt.Value)),
            PlannedLawyers = rules?.Quotas?.Lawyers.Value,
            PlannedLegalWorkers = rules?.Quotas?.LegalWorkers.Value,
            NoticeText = $"各律师事务所、法律服务所，各位法律援助人员：\n{office.Name}现公开招募法律援助人员。请符合条件、自愿参加的人员按时申报。",
        };
    }

    public static RoundForm Of(RecruitmentRound round) => new()
    {
        Title = round.Title,
        Pools = round.Pools,
        OpensAtUtc = round.OpensAtUtc,
        ClosesAtUtc = round.ClosesAtUtc,
        PlannedLawyers = round.PlannedLawyers,
        PlannedLegalWorkers = round.PlannedLegalWorkers,
        NoticeText = round.NoticeText,
    };
}
