using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;

namespace LegalAid.Rules.Registry;

/// <summary>A proposed removal as it is decided.</summary>
/// <param name="IsWaiting">Nobody decided on it yet.</param>
/// <param name="ProposedByDecider">The one who decides proposed it.</param>
/// <param name="HeardThrough">The last day on which the person concerned may state something.</param>
/// <param name="HasStated">The person concerned did.</param>
public sealed record ProposedRemoval(bool IsWaiting, bool ProposedByDecider, DateOnly HeardThrough, bool HasStated);

/// <summary>Removal from the pool (清退): the person is heard first, two people act, and it bars from this office alone (WZ-28, WZ-29.2a).</summary>
public static class Removals
{
    /// <summary>The last day on which somebody may state what speaks against a removal; the day of telling does not count.</summary>
    public static DateOnly HeardThrough(DateOnly toldOn, RemovalRules rules) => toldOn.AddDays(rules.HearingDays.Value);

    public static Refusal? WhyNotPropose(RemovalRules? rules, bool anotherWaits, bool removedAlready, DateOnly toldOn, DateOnly today) =>
        rules is null ? new("removal-unknown", "本机构的规则没有清退，不能提出。", [])
        : anotherWaits ? new("removal-waits", "已有一份清退建议待决定。", [rules.BarYears.Clause])
        : removedAlready ? new("removed-already", "此人已被清退。", [rules.BarYears.Clause])
        : toldOn > today ? new("told-later", "告知本人的日期不能晚于今天。", [rules.NoticeClock.Clause])
        : null;

    public static Refusal? WhyNotDecide(ProposedRemoval proposed, RemovalRules rules, DateOnly today) =>
        !proposed.IsWaiting ? new("removal-decided", "这份清退建议已经决定。", [rules.NoticeClock.Clause])
        : proposed.ProposedByDecider ? new("removal-own", "提出清退建议的人不能同时决定。", [rules.NoticeClock.Clause])
        : !proposed.HasStated && today <= proposed.HeardThrough
            ? new("removal-unheard", $"本人可以在{proposed.HeardThrough:yyyy-MM-dd}以前陈述申辩，尚未届满也没有陈述，还不能决定。", [rules.HearingDays.Clause])
        : null;

    /// <summary>Whether everybody received the decision whom the book has told: the person always, the institution where it says so (WZ-29.2a).</summary>
    public static bool IsServed(DateOnly? personOn, DateOnly? institutionOn, RemovalRules? rules) => personOn is not null && (institutionOn is not null || !TellsInstitution(rules));

    /// <summary>Where the book no longer says, as the texts have it.</summary>
    public static bool TellsInstitution(RemovalRules? rules) => rules?.InstitutionTold.Value ?? true;

    /// <summary>Who was removed does not come back before the bar is over, neither by application nor by roster nor by return (WZ-28.6).</summary>
    public static Refusal? WhyNotComeBack(DateOnly? removedOn, RemovalRules? rules, DateOnly today) =>
        removedOn is { } day && rules is not null && rules.Bars(day, today)
            ? new("removed", $"此人于{day:yyyy-MM-dd}被本机构清退，至{LastBarred(day, rules):yyyy-MM-dd}不得重新入库。", [rules.BarYears.Clause], $"清退日{day:yyyy-MM-dd}")
            : null;

    /// <summary>The last day of the bar; it does not move to a working day.</summary>
    public static DateOnly LastBarred(DateOnly removedOn, RemovalRules rules) =>
        removedOn.AddYears(rules.BarYears.Value) is var anniversary && rules.AnniversaryBarred.Value ? anniversary : anniversary.AddDays(-1);
}
