using LegalAid.Store.Journal;

namespace LegalAid.Web.Parts;

/// <summary>How the acts of the journal are spoken of.</summary>
public static class JournalWords
{
    public static string Of(Act act) => act switch
    {
        Act.RosterImported => "导入名册",
        Act.HistoryImported => "导入历史",
        Act.AbsenceRecorded => "登记请假或暂停",
        Act.AbsenceEnded => "结束请假或暂停",
        Act.PersonalDataRevealed => "查看个人信息原文",
        Act.LetterRegistered => "登记收文",
        Act.ApplicationTaken => "受理申请",
        Act.AidGranted => "决定给予法律援助",
        Act.AidRefused => "决定不予法律援助",
        Act.ConflictRuled => "核查同名当事人",
        Act.AssignmentProposed => "提出指派意见",
        Act.AssignmentApproved => "同意指派",
        Act.AssignmentRejected => "不同意指派，退回轮次",
        Act.HandlerNamed => "安排承办人，制作指派通知书",
        Act.ReplySent => "制作复函",
        Act.ReceiptRecorded => "登记回执",
        Act.AccountCreated => "建立账户",
        Act.SignedIn => "登录",
        Act.SecondFactorEnabled => "启用动态验证码",
        Act.PasswordChanged => "修改口令",
        Act.RegistryFileUploaded => "上传名册文件",
        Act.AccountClosed => "停用账户",
        Act.AccountReopened => "恢复账户",
        Act.PasswordReset => "重置口令",
        Act.WillingnessRecorded => "登记跨区承办意愿",
        Act.AssignmentWithdrawn => "撤回指派意见，退回轮次",
        Act.AssignmentRevoked => "撤销指派",
        Act.AccusedAdded => "补登同函受援人",
        Act.CaseCorrected => "更正案件",
        Act.CaseVoided => "作废案件",
        Act.LetterCorrected => "更正收文",
        Act.AbsenceVoided => "撤销登记有误的请假或暂停",
        Act.MemberLeft => "登记离开",
        Act.DepartureWithdrawn => "撤回离开登记",
        Act.MemberReadmitted => "重新入库",
        Act.InstitutionClosed => "登记机构注销",
        Act.InstitutionMovedAway => "登记机构迁出",
        Act.InstitutionReopened => "恢复机构",
        Act.OfficeParticularsChanged => "修改机构信息",
        Act.PersonCorrected => "更正姓名、性别",
        Act.InstitutionMoved => "更正机构所在区",
        Act.ListExported => "导出表格",
        Act.SignInFailed => "登录未成功",
        Act.MemberChanged => "按名册变更",
        Act.DiscussionRecorded => "记录集体讨论",
        Act.BureauAsked => "书面报请司法局",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Unknown act."),
    };
}
