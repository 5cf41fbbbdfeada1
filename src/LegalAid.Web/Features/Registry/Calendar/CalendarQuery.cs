using System.Linq.Expressions;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>What the address of the calendar asks for.</summary>
public sealed class CalendarFilter
{
    [ModelBinder(Name = "month")]
    public string? Month { get; set; }

    [ModelBinder(Name = "pool")]
    public Pools? Pool { get; set; }

    [ModelBinder(Name = "kind")]
    public PractitionerKind? Kind { get; set; }

    [ModelBinder(Name = "away")]
    public AbsenceKind? Away { get; set; }
}

/// <summary>Somebody who is away on a day of the month, with all their times away in it.</summary>
public sealed record AwayRow(Guid Id, string Name, PractitionerKind Kind, string Institution, DateOnly JoinedOn, DateOnly? LeftOn, IReadOnlyList<TimeAway> Away)
{
    /// <summary>Within the month and the own time on the roster.</summary>
    public IReadOnlyList<AwaySpan> Spans(DateRange month)
    {
        var first = JoinedOn > month.First ? JoinedOn : month.First;
        var last = LeftOn <= month.Last ? LeftOn.Value.AddDays(-1) : month.Last;
        return first <= last ? Presence.Spans(new(first, last), Away) : [];
    }
}

/// <summary>One time away, as a workbook lists it.</summary>
public sealed record AwayLine(string Name, PractitionerKind Kind, string Institution, AbsenceKind Away, DateOnly FirstDay, DateOnly? LastDay);

/// <summary>Finds who is away in a month (离岗日历), on the server.</summary>
internal static class CalendarQuery
{
    /// <summary>Everybody on the roster on a day of these who fits the filter; the kind of absence narrows the rows alone.</summary>
    public static IQueryable<Membership> OnRoster(AidDb db, CalendarFilter filter, DateRange days)
    {
        var (first, last) = (days.First, days.Last);
        return db.Memberships.AsNoTracking()
            .Where(m => m.MergedIntoId == null && m.JoinedOn <= last && (m.LeftOn == null || m.LeftOn > first))
            .Where(m => filter.Kind == null || m.Kind == filter.Kind)
            .Where(m => filter.Pool == null || m.Standings.Any(s => s.Pool == filter.Pool && s.EnteredOn <= last && (s.LeftOn == null || s.LeftOn > first)));
    }

    public static IQueryable<Membership> AwayPeople(AidDb db, CalendarFilter filter, DateRange days)
    {
        var counts = Within(days, filter.Away);
        return OnRoster(db, filter, days).Where(m => m.Absences.AsQueryable().Any(counts));
    }

    public static IQueryable<AwayRow> Rows(IQueryable<Membership> people, DateRange days)
    {
        var counts = Within(days, null);
        return people.OrderBy(m => EF.Property<string>(m, ShownNames.Column)).ThenBy(m => m.Id).Select(m => new AwayRow(
            m.Id, m.RosterName ?? m.Person.Name, m.Kind, m.Institution.Name, m.JoinedOn, m.LeftOn,
            m.Absences.AsQueryable().Where(counts).OrderBy(a => a.FirstDay).Select(a => new TimeAway(a.Kind, a.FirstDay, a.LastDay)).ToList()));
    }

    public static IQueryable<AwayLine> Lines(AidDb db, CalendarFilter filter, DateRange days) =>
        from m in OnRoster(db, filter, days)
        from a in m.Absences.AsQueryable().Where(Within(days, filter.Away))
        orderby EF.Property<string>(m, ShownNames.Column), m.Id, a.FirstDay, a.Id
        select new AwayLine(m.RosterName ?? m.Person.Name, m.Kind, m.Institution.Name, a.Kind, a.FirstDay, a.LastDay);

    /// <summary>An absence that counts and touches these days.</summary>
    public static Expression<Func<Absence, bool>> Within(DateRange days, AbsenceKind? kind)
    {
        var (first, last) = (days.First, days.Last);
        return a => a.VoidedAtUtc == null && a.FirstDay <= last && (a.LastDay == null || a.LastDay >= first) && (kind == null || a.Kind == kind);
    }
}
