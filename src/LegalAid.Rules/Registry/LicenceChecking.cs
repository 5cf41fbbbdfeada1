using LegalAid.Rules.Conduct;

namespace LegalAid.Rules.Registry;

/// <summary>When the licences of everybody in the pool are looked at again (执业状态核查, WZ-27.1).</summary>
public static class LicenceChecking
{
    /// <summary>On the day the months of the book have passed since the last check; at once where there was none.</summary>
    public static bool IsDue(DateOnly? lastChecked, DateOnly today, ExitRules rules) => !(today < lastChecked?.AddMonths(rules.LicenceCheckMonths.Value));
}
