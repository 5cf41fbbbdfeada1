using LegalAid.Rules.Disclosure;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Calendar;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>What comes round every year for the head: the list to be published (WZ-8.3) and the licences to be checked (WZ-27.1), by the settings of the office's book.</summary>
internal static class YearlyCalls
{
    public static async Task<List<PoolCall>> OfHeadAsync(AidDb db, RuleBook book, OfficeClock clock, CancellationToken ct) =>
        [.. new[] { await PublicationAsync(db, book, clock, ct), await LicencesAsync(db, book, clock, ct) }.OfType<PoolCall>()];

    private static async Task<PoolCall?> PublicationAsync(AidDb db, RuleBook book, OfficeClock clock, CancellationToken ct)
    {
        if (book.Disclosure is not { Roster: not null } rules)
        {
            return null;
        }

        var last = await db.ListPublications.MaxAsync(p => (DateOnly?)p.PublishedOn, ct);
        var calendar = await WorkCalendars.FromAsync(db, PublicationDuty.PeriodOf(clock.Today, rules).AddDays(-1), ct);
        return PublicationDuty.Due(last, clock.Today, rules, calendar) is not { } due ? null
            : new("公开名单", $"应在{Show.FullDay(due.LastDay)}以前公布{(due.IsOverdue(clock.Now) ? "，已经超期" : "")}", rules.EveryMonths.Clause, "/disclosure/list", "公布名单");
    }

    private static async Task<PoolCall?> LicencesAsync(AidDb db, RuleBook book, OfficeClock clock, CancellationToken ct)
    {
        if (book.Sanctions?.Exit is not { } rules)
        {
            return null;
        }

        var last = await db.LicenceChecks.MaxAsync(c => (DateTime?)c.CheckedAtUtc, ct);
        var checkedOn = last is { } moment ? DateOnly.FromDateTime(OfficeClock.ToLocal(moment)) : (DateOnly?)null;
        return !LicenceChecking.IsDue(checkedOn, clock.Today, rules) ? null
            : new("执业状态核查", checkedOn is { } day ? $"上次{Show.FullDay(day)}，已满 {rules.LicenceCheckMonths.Value} 个月" : "还没有核查过", rules.LicenceCheckMonths.Clause, "/registry/licences", "上传名单核查");
    }
}
