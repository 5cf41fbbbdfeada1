using LegalAid.Rules.Common;

namespace LegalAid.Rules.Disclosure;

/// <summary>By when the list of the people is to be published again (名单每年公布, WZ-8.3): once in each period of the book, within its days after the period before has ended.</summary>
public static class PublicationDuty
{
    /// <summary>The first day of the period a day lies in; periods begin with January.</summary>
    public static DateOnly PeriodOf(DateOnly day, DisclosureRules rules) =>
        new(day.Year, ((day.Month - 1) / rules.EveryMonths.Value * rules.EveryMonths.Value) + 1, 1);

    /// <summary>Null where this period's is out.</summary>
    public static Deadline? Due(DateOnly? lastPublished, DateOnly today, DisclosureRules rules, WorkCalendar calendar)
    {
        var first = PeriodOf(today, rules);
        return lastPublished >= first ? null : Deadline.Count(first.AddDays(-1).ToDateTime(TimeOnly.MinValue), rules.PublicationClock, calendar);
    }
}
