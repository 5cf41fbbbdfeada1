namespace LegalAid.Store.Notices;

/// <summary>What somebody is told of.</summary>
public enum NoticeKind
{
    /// <summary>指派意见待决定</summary>
    ProposalWaits = 1,

    /// <summary>书面报请待司法局决定</summary>
    BureauWaits,

    /// <summary>指派意见未予同意</summary>
    ProposalRefused,

    /// <summary>案件已指派，待机构安排承办人</summary>
    Assigned,

    /// <summary>已确定为承办人</summary>
    HandlerNamed,

    /// <summary>法律援助申请已作出决定</summary>
    ApplicationDecided,

    /// <summary>安排承办人的期限将到</summary>
    NamingNearsEnd,

    /// <summary>审查、指派或者复函的期限将到</summary>
    ClockNearsEnd,

    /// <summary>法定指派期限将到</summary>
    StatutoryNearsEnd,

    /// <summary>试用期将满，待考核</summary>
    ProbationNearsEnd,

    /// <summary>被指定为导师</summary>
    NamedAsMentor,

    /// <summary>承办方提出辞接，待裁定</summary>
    DeclineWaits,

    /// <summary>辞接已裁定</summary>
    DeclineRuled,

    /// <summary>因辞接没有正当理由开立处理事项，可以陈述申辩</summary>
    ConductOpened,

    /// <summary>处理事项已办结</summary>
    ConductClosed,

    /// <summary>获得代行的授权</summary>
    AuthorityGranted,

    /// <summary>承办方报告利害关系，待决定</summary>
    ConflictReported,

    /// <summary>利害关系的报告已决定</summary>
    ConflictDecided,

    /// <summary>招募通知已发布</summary>
    RoundPublished,

    /// <summary>申报时间已延长</summary>
    RoundExtended,

    /// <summary>招募批次已撤销</summary>
    RoundWithdrawn,

    /// <summary>入库申请，所在单位已出具意见</summary>
    ApplicationEndorsed,

    /// <summary>入库申请已退回</summary>
    ApplicationReturned,

    /// <summary>入库申请已有结果</summary>
    ApplicationAnswered,

    /// <summary>征求的意见逾期没有答复</summary>
    OpinionOverdue,

    /// <summary>清退建议，可以陈述申辩</summary>
    RemovalProposed,

    /// <summary>清退已决定</summary>
    RemovalDecided,

    /// <summary>清退已撤销</summary>
    RemovalRevoked,

    /// <summary>暂停期满</summary>
    SuspensionOver,

    /// <summary>请假申请已答复</summary>
    LeaveAnswered,

    /// <summary>通知参加培训</summary>
    TrainingPlanned,

    /// <summary>培训取消</summary>
    TrainingCancelled,

    /// <summary>退出申请已决定</summary>
    ExitDecided,

    /// <summary>已登记离开资源库</summary>
    LeftPool,

    /// <summary>导师离开，须另行指定</summary>
    MentorLeaves,

    /// <summary>集中更新已开始</summary>
    RenewalOpened,

    /// <summary>集中更新，待本人确认</summary>
    RenewalToConfirm,

    /// <summary>登记事项更新已核对</summary>
    EntryUpdateAnswered,

    /// <summary>案源可以报名</summary>
    PostingOpened,
}

/// <summary>A way to somebody outside the program. One, or a set of them.</summary>
[Flags]
public enum NoticeChannels
{
    None = 0,

    /// <summary>短信</summary>
    Sms = 1,

    /// <summary>电子邮件</summary>
    Mail = 2,

    /// <summary>企业微信群机器人</summary>
    WeChatWork = 4,
}
