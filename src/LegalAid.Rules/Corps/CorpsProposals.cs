using LegalAid.Rules.Common;

namespace LegalAid.Rules.Corps;

/// <summary>What a county asks the prefecture to do about somebody of its roster.</summary>
public enum CorpsProposalKind
{
    /// <summary>吸收加入服务团</summary>
    Join = 1,

    /// <summary>取消资格（QDN-4.7）</summary>
    Cancel,

    /// <summary>调整退出（QDN-4.1d）</summary>
    Adjust,
}

/// <summary>A county proposes in writing what only the prefecture decides (QDN-4.2a): it says why, and reads the answer.</summary>
public static class CorpsProposals
{
    /// <param name="kind">What is proposed.</param>
    /// <param name="isMember">Whether the person is in the corps now.</param>
    /// <param name="waits">Whether an earlier proposal of the county on this person was not answered yet.</param>
    /// <param name="isPrefecture">Whether the office is the prefecture's own.</param>
    /// <param name="rules">The book's; null where it knows no corps.</param>
    public static Refusal? WhyNotPropose(CorpsProposalKind kind, bool isMember, bool waits, bool isPrefecture, CorpsRules? rules) =>
        rules is null ? new("no-corps", "本机构的规则没有服务团。", ["QDN-4.2a"])
        : isPrefecture ? new("records-itself", "州司法局直接登记成员身份，不需要提出建议。", [rules.Membership.DecidedBy.Clause])
        : waits ? new("proposal-waits", "对该人员已经有建议，州司法局还没有答复。", [rules.Membership.DecidedBy.Clause])
        : kind == CorpsProposalKind.Join && isMember ? new("in-corps", "已经是服务团成员。", [rules.Membership.DecidedBy.Clause])
        : kind != CorpsProposalKind.Join && !isMember ? new("not-in-corps", "现在不是服务团成员。", [rules.Membership.DecidedBy.Clause])
        : null;

    /// <summary>How somebody leaves when the prefecture agrees; null for who joins.</summary>
    public static CorpsEnd? EndOf(CorpsProposalKind kind) => kind switch
    {
        CorpsProposalKind.Join => null,
        CorpsProposalKind.Cancel => CorpsEnd.Cancelled,
        CorpsProposalKind.Adjust => CorpsEnd.Adjusted,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
