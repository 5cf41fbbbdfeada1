using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;

namespace LegalAid.Web.Features.Registry;

/// <summary>How requests for leave are spoken of.</summary>
internal static class LeaveWords
{
    public static string Of(LeaveStatus status) => status switch
    {
        LeaveStatus.Waiting => "待答复",
        LeaveStatus.Granted => "已同意",
        LeaveStatus.Refused => "不同意",
        LeaveStatus.Withdrawn => "已撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>What a case under way needs while its handler is away; nothing of it moves by itself.</summary>
    public static string During(AssignmentStatus status) => status switch
    {
        AssignmentStatus.Proposed => "指派意见待审批：请假期间不能同意由此人承办",
        AssignmentStatus.Approved => "尚未安排承办人：请假期间不能安排此人",
        _ => "仍由本人承办：期间的会见、开庭、期限须有安排",
    };
}
