using LegalAid.Store.Notices;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Sending;

/// <summary>
/// What notices say, all in one place. They leave the program by phone and mail: no name, cause, authority or address of anybody stands in them, and a recipient,
/// whose phone may be in other hands, is told nothing of a case at all.
/// </summary>
internal static class NoticeTexts
{
    /// <param name="kind">What happened.</param>
    /// <param name="caseNumber">The office's number of the case.</param>
    /// <param name="dueAtUtc">The end of the clock it speaks of.</param>
    /// <param name="today">The office's day.</param>
    public static string Of(NoticeKind kind, string caseNumber, DateTime? dueAtUtc, DateOnly today)
    {
        var until = dueAtUtc is { } due ? Show.Until(due, today) : null;
        return kind switch
        {
            NoticeKind.ProposalWaits => $"案件 {caseNumber} 已提出指派意见，请办理。",
            NoticeKind.BureauWaits => $"案件 {caseNumber} 已书面报请司法局，请决定。",
            NoticeKind.ProposalRefused => $"您对案件 {caseNumber} 提出的指派意见未予同意，案件退回待指派。",
            NoticeKind.Assigned => $"案件 {caseNumber} 已指派贵机构承办，请{(until is null ? "尽快" : $"在{until}前")}安排承办人。",
            NoticeKind.HandlerNamed => $"您已确定为案件 {caseNumber} 的承办人，请查看指派通知书。",
            NoticeKind.ApplicationDecided => "您的法律援助申请已有决定，请本人持身份证件到中心领取决定书，或者来电查询。",
            NoticeKind.NamingNearsEnd => $"案件 {caseNumber} 安排承办人的期限至{until}，请尽快办理。",
            NoticeKind.ClockNearsEnd => $"案件 {caseNumber} 的办理期限至{until}，请尽快办理。",
            NoticeKind.StatutoryNearsEnd => $"案件 {caseNumber} 的法定期限至{until}，请督促办理。",
            NoticeKind.ProbationNearsEnd => $"有一名值班人员的试用期至{until}，请安排期满考核。",
            NoticeKind.NamedAsMentor => "您已被指定为导师，请指导新入库人员办理首件案件。",
            NoticeKind.MentorLeaves => "有一名导师离开资源库，其带教的人员请另行指定导师。",
            NoticeKind.DeclineWaits => $"案件 {caseNumber} 的承办方提出辞接，请裁定。",
            NoticeKind.DeclineRuled => $"您对案件 {caseNumber} 提出的辞接已裁定，请查看结果。",
            NoticeKind.ConductOpened => $"案件 {caseNumber} 的辞接没有正当理由，中心已开立处理事项，您可以陈述申辩。",
            NoticeKind.ConductClosed => $"案件 {caseNumber} 辞接的处理事项已办结，请查看结果。",
            NoticeKind.AuthorityGranted => $"您获得代行负责人职权的授权{(until is null ? "" : $"，至{until}")}，请查看授权书。",
            NoticeKind.ConflictReported => $"案件 {caseNumber} 的承办方报告利害关系，请决定。",
            NoticeKind.ConflictDecided => $"您对案件 {caseNumber} 利害关系的报告已决定，请查看结果。",
            NoticeKind.ApplicationEndorsed => "您的入库申请，所在单位已出具意见，请查看。",
            NoticeKind.ApplicationReturned => "您的入库申请已退回，请查看理由并补正。",
            NoticeKind.RemovalProposed => $"中心收到一份关于您在库身份的建议，您可以在{until}前陈述申辩，请查看。",
            NoticeKind.RenewalOpened => "资源库集中更新到期，已为在库人员各建一份档案，请办理。",
            NoticeKind.RenewalToConfirm => "集中更新已经开始，请核对您的记录并确认，有误的写明。",
            NoticeKind.EntryUpdateAnswered => "您提交的登记事项更新，中心已经核对，请查看。",
            NoticeKind.LeaveAnswered => "您的请假申请，中心已经答复，请查看。",
            NoticeKind.TrainingPlanned => "请您参加一次培训，时间、地点请查看；不能参加的，请写明原因。",
            NoticeKind.TrainingCancelled => "一次请您参加的培训已经取消，请查看。",
            NoticeKind.PostingOpened => $"有一件案源可以报名，报名至{until}，请查看。",
            NoticeKind.RoundPublished or NoticeKind.RoundExtended or NoticeKind.RoundWithdrawn or NoticeKind.ApplicationAnswered or NoticeKind.OpinionOverdue or NoticeKind.RemovalDecided or NoticeKind.RemovalRevoked or NoticeKind.SuspensionOver or NoticeKind.ExitDecided or NoticeKind.LeftPool =>
                throw new ArgumentException("Has words of its own.", nameof(kind)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
        };
    }

    /// <summary>The office's own title of the round: it goes out as it was published.</summary>
    public static string OfRound(NoticeKind kind, string title, DateTime? closesAtUtc, DateOnly today)
    {
        var until = closesAtUtc is { } closes ? $"申报至{Show.Until(closes, today)}" : "随时可以报名";
        return kind switch
        {
            NoticeKind.RoundPublished => $"法律援助中心发布《{title}》，{until}，请查看通知。",
            NoticeKind.RoundExtended => $"《{title}》延长申报时间，{until}，请查看。",
            NoticeKind.RoundWithdrawn => $"《{title}》已撤销，请查看。",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Is not about a round."),
        };
    }

    public static string OfAnswer(bool forInstitution) =>
        forInstitution ? "贵机构人员的入库申请已有结果，请查看。" : "您的入库申请已有结果，请查看。";

    /// <param name="silenceStops">Whether the book lets nobody in whom the department or the bar said nothing of (WZ-7.3b).</param>
    public static string OfOpinion(bool silenceStops) =>
        silenceStops ? "有一份入库申请征求的意见逾期没有答复，没有答复的不能入库，请催办。" : "有一份入库申请征求的意见逾期没有答复，可以继续审核，请办理。";

    /// <summary>To the member and to the institution; names nobody.</summary>
    public static string OfStanding(NoticeKind kind, bool forInstitution) => kind switch
    {
        NoticeKind.RemovalDecided => forInstitution ? "中心对贵机构一名人员的在库身份作出决定，请联系中心领取决定书。" : "中心对您的在库身份作出决定，请查看并领取决定书。",
        NoticeKind.RemovalRevoked => forInstitution ? "中心撤销了对贵机构一名人员在库身份的决定。" : "中心撤销了对您在库身份的决定，请查看。",
        NoticeKind.SuspensionOver => forInstitution ? "贵机构一名人员的暂停已经结束。" : "您的暂停已经结束，请查看现在的在库情况。",
        NoticeKind.ExitDecided => forInstitution ? "贵机构一名人员的退出申请已有决定。" : "您的退出申请已有决定，请查看。",
        NoticeKind.LeftPool => forInstitution ? "贵机构一名人员已登记离开资源库。" : "您已登记离开资源库，已派事项请继续办完，请查看。",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Is not about a standing."),
    };

    public static string Name(NoticeKind kind) => kind switch
    {
        NoticeKind.ProposalWaits => "指派意见待决定",
        NoticeKind.BureauWaits => "报请待决定",
        NoticeKind.ProposalRefused => "指派意见未予同意",
        NoticeKind.Assigned => "指派案件",
        NoticeKind.HandlerNamed => "确定承办人",
        NoticeKind.ApplicationDecided => "申请已有决定",
        NoticeKind.NamingNearsEnd => "安排承办人期限将到",
        NoticeKind.ClockNearsEnd => "办理期限将到",
        NoticeKind.StatutoryNearsEnd => "法定期限将到",
        NoticeKind.ProbationNearsEnd => "试用期将满",
        NoticeKind.NamedAsMentor => "指定为导师",
        NoticeKind.DeclineWaits => "辞接待裁定",
        NoticeKind.DeclineRuled => "辞接已裁定",
        NoticeKind.ConductOpened => "开立处理事项",
        NoticeKind.ConductClosed => "处理事项已办结",
        NoticeKind.AuthorityGranted => "授权代行",
        NoticeKind.ConflictReported => "利害关系待决定",
        NoticeKind.ConflictDecided => "利害关系已决定",
        NoticeKind.RoundPublished => "招募通知",
        NoticeKind.RoundExtended => "申报时间已延长",
        NoticeKind.RoundWithdrawn => "招募批次已撤销",
        NoticeKind.ApplicationEndorsed => "所在单位已出具意见",
        NoticeKind.ApplicationReturned => "入库申请已退回",
        NoticeKind.ApplicationAnswered => "入库申请已有结果",
        NoticeKind.OpinionOverdue => "征求意见逾期未答复",
        NoticeKind.RemovalProposed => "可以陈述申辩",
        NoticeKind.RemovalDecided => "在库身份的决定",
        NoticeKind.RemovalRevoked => "决定已撤销",
        NoticeKind.SuspensionOver => "暂停已结束",
        NoticeKind.ExitDecided => "退出申请已决定",
        NoticeKind.LeftPool => "已登记离开",
        NoticeKind.MentorLeaves => "导师离开",
        NoticeKind.RenewalOpened => "集中更新已开始",
        NoticeKind.RenewalToConfirm => "请核对确认记录",
        NoticeKind.EntryUpdateAnswered => "登记事项更新已核对",
        NoticeKind.LeaveAnswered => "请假已答复",
        NoticeKind.TrainingPlanned => "通知参加培训",
        NoticeKind.TrainingCancelled => "培训取消",
        NoticeKind.PostingOpened => "案源报名",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    public static string Name(NoticeChannels channel) => channel switch
    {
        NoticeChannels.Sms => "短信",
        NoticeChannels.Mail => "电子邮件",
        NoticeChannels.WeChatWork => "企业微信",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Not one channel."),
    };

    public static (string Word, Tone Tone) Of(SendingStatus status) => status switch
    {
        SendingStatus.Pending => ("待发送", Tone.Waiting),
        SendingStatus.Sent => ("已发送", Tone.Good),
        SendingStatus.Failed => ("未能发出", Tone.Bad),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>What follows for the addressee from when it was served; of these the case keeps the proof.</summary>
    public static bool HasLegalEffect(NoticeKind kind) => kind is NoticeKind.Assigned or NoticeKind.HandlerNamed or NoticeKind.RemovalProposed or NoticeKind.RemovalDecided;

    /// <summary>Where it is dealt with.</summary>
    public static string Url(Notice notice) => (notice.Kind, notice.AssignmentId) switch
    {
        (NoticeKind.ProposalWaits or NoticeKind.BureauWaits, { } assignment) => $"/assignment/{assignment}/approval",
        (NoticeKind.Assigned or NoticeKind.NamingNearsEnd, { } assignment) => $"/assignment/{assignment}/handler",
        (NoticeKind.HandlerNamed, { } assignment) => $"/assignment/{assignment}/notice",
        (NoticeKind.ProbationNearsEnd, _) => "/training/probations",
        (NoticeKind.NamedAsMentor, _) => "/training/mine",
        (NoticeKind.MentorLeaves, _) => "/training/mentors",
        (NoticeKind.RenewalOpened, _) => "/registry/renewals",
        (NoticeKind.PostingOpened, _) => "/postings",
        (NoticeKind.DeclineWaits, { } assignment) => $"/assignment/{assignment}/ruling",
        (NoticeKind.DeclineRuled, { } assignment) => $"/assignment/{assignment}/decline",
        (NoticeKind.ConflictReported, { } assignment) => $"/assignment/{assignment}/conflict-decision",
        (NoticeKind.ConflictDecided, { } assignment) => $"/assignment/{assignment}/conflict",
        (NoticeKind.AuthorityGranted, _) => $"/authority/{notice.AuthorityId}",
        _ => notice.Path ?? $"/cases/{notice.CaseId}",
    };
}
