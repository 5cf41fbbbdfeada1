namespace LegalAid.Rules.Registry;

/// <summary>
/// How long the figures an office brought along (办案经历) count as 近一年. They are true as of a day and cover everything up to it. On which days the cases
/// of the reported year were is not known, so all of them count as long as a case of that very day would: through its anniversary, and none after it.
/// </summary>
public static class BroughtAlong
{
    public static int LastYear(int reported, DateOnly? asOf, DateOnly today) => asOf is { } day && today <= LastDay(day) ? reported : 0;

    public static DateOnly LastDay(DateOnly asOf) => asOf.AddYears(1);
}
