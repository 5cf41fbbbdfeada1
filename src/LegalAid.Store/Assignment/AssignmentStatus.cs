namespace LegalAid.Store.Assignment;

/// <summary>How far an assignment has come.</summary>
public enum AssignmentStatus
{
    /// <summary>已提出指派意见，待决定；见 <see cref="CaseAssignment.DecidingBody"/></summary>
    Proposed = 1,

    /// <summary>未予同意；轮次已退回</summary>
    Rejected,

    /// <summary>已指派机构，待机构安排承办人</summary>
    Approved,

    /// <summary>机构已安排承办人，已制作指派通知书</summary>
    HandlerNamed,

    /// <summary>已复函办案机关并收到回执</summary>
    Replied,

    /// <summary>决定以前由经办人撤回；轮次已退回</summary>
    Withdrawn,

    /// <summary>指派以后、安排承办人以前撤销</summary>
    Revoked,
}

/// <summary>Which assignments stand.</summary>
public static class AssignmentStatuses
{
    /// <summary>Those that came to nothing: the case was put back and may have another.</summary>
    public static readonly AssignmentStatus[] Undone = [AssignmentStatus.Rejected, AssignmentStatus.Withdrawn, AssignmentStatus.Revoked];
}
