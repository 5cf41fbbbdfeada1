using LegalAid.Store.Offices;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Accounts;

/// <summary>How accounts and roles on their way are spoken of.</summary>
internal static class AccountWords
{
    public static (string Word, Tone Tone) State(bool closed, bool locked, bool waits) => (closed, locked, waits) switch
    {
        (true, _, true) => ("待确认", Tone.Waiting),
        (true, _, false) => ("已停用", Tone.Ended),
        (false, true, _) => ("已锁定", Tone.Attention),
        (false, false, true) => ("在用，岗位变更待确认", Tone.Waiting),
        (false, false, false) => ("在用", Tone.Good),
    };

    public static string Done(AccountChange change) => change switch
    {
        AccountChange.Close => "账户已停用。",
        AccountChange.Reopen => "账户已恢复。",
        AccountChange.Unlock => "锁定已解除。",
        AccountChange.ResetSecondFactor => "动态验证码已停用，请本人登录后重新启用。",
        AccountChange.ResetPassword => "口令已重置。",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Unknown change."),
    };

    public static (string Word, Tone Tone) Of(RoleRequestStatus status) => status switch
    {
        RoleRequestStatus.Waiting => ("待确认", Tone.Waiting),
        RoleRequestStatus.Confirmed => ("已确认", Tone.Good),
        RoleRequestStatus.Refused => ("不予确认", Tone.Ended),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };
}
