using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Features.Registry.Vetting;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Registry;

/// <summary>A change recorded ahead with the names it needs to be read.</summary>
public sealed record PlannedChangeRow(PlannedChange Change, string Name, string Present, string? Institution, string? PlannedBy, string? SettledBy)
{
    /// <summary>What was not done and nobody took note of first, then what waits by its day, then the latest.</summary>
    public static IQueryable<PlannedChangeRow> Of(AidDb db, IQueryable<PlannedChange> changes) =>
        from c in changes
        join m in db.Memberships on c.MembershipId equals m.Id
        orderby c.Status == PlannedChangeStatus.Failed && c.NotedAtUtc == null descending, c.Status == PlannedChangeStatus.Pending descending, c.Status == PlannedChangeStatus.Pending ? c.TakesEffectOn : DateOnly.MaxValue, c.SettledAtUtc descending, c.Id
        select new PlannedChangeRow(
            c, m.RosterName ?? m.Person.Name, m.Institution.Name, db.Institutions.Where(i => i.Id == c.InstitutionId).Select(i => i.Name).FirstOrDefault(),
            db.Users.Where(u => u.Id == c.PlannedById).Select(u => u.DisplayName).FirstOrDefault(), db.Users.Where(u => u.Id == c.SettledById).Select(u => u.DisplayName).FirstOrDefault());

    public (string Word, Tone Tone) State => Change.Status switch
    {
        PlannedChangeStatus.Pending => ("尚未生效", Tone.Waiting),
        PlannedChangeStatus.Done => ("已生效", Tone.Good),
        PlannedChangeStatus.Withdrawn => ("已撤回", Tone.Ended),
        PlannedChangeStatus.Failed => ("未生效", Change.NotedAtUtc is null ? Tone.Bad : Tone.Ended),
        _ => throw new InvalidOperationException($"Unknown status {Change.Status}."),
    };

    /// <summary>转到浙江某律师事务所; 转任公职律师（某局）; 库别变更为值班库、办案库.</summary>
    public string What => Change switch
    {
        { Wanted: { } pools } => $"库别变更为{VettingLooks.Of(pools)}",
        { BecomesKind: { } kind } => $"转任{RecruitmentWords.Of(kind)}（{Change.Employer}）",
        _ => $"转到{Institution}",
    };

    /// <summary>What the change of firm costs; empty when nothing.</summary>
    public string Loses => string.Join('、', new[]
    {
        Change.LosesPools == Pools.None ? null : VettingLooks.Of(Change.LosesPools), Change.LosesIntents == ServiceIntents.None ? null : Words.Of(Change.LosesIntents),
    }.OfType<string>());
}
