namespace LegalAid.Rules.Intake;

/// <summary>Where a case came from (BB-2.1): a citizen's application or a notice from court, procuratorate or police.</summary>
public enum CaseSource
{
    Application = 1,
    Notification,
}

/// <summary>What the case is about; decides clock, pool and order (BB-6, BB-10, BB-11).</summary>
public enum CaseKind
{
    Criminal = 1,
    Civil,
    Administrative,
    LabourArbitration,
    NonLitigation,
}

/// <summary>The stage of proceedings the aid is for; each stage is a case of its own.</summary>
public enum CaseStage
{
    Investigation = 1,
    Prosecution,
    FirstInstance,
    SecondInstance,
    Retrial,
    DeathPenaltyReview,
    Arbitration,
    Enforcement,
    OutOfCourt,
}

/// <summary>Why the authority must, or may, notify (LAW-25, LAW-28).</summary>
public enum NotificationGround
{
    Minor = 1,
    SensoryDisability,
    LimitedCapacity,
    LifeOrDeathPenalty,
    DeathPenaltyReviewOnRequest,
    TrialInAbsence,
    CompulsoryTreatment,
    OtherByLaw,

    /// <summary>普通程序案件，法院可以通知（第二十五条第二款）。</summary>
    OptionalOrdinaryProcedure,
}

/// <summary>What makes a case grave, difficult or sensitive; several may hold at once.</summary>
[Flags]
public enum CaseFlags
{
    None = 0,

    /// <summary>可能判处无期徒刑、死刑（LAW-26, BB-11.2）。</summary>
    LifeOrDeathPenalty = 1,

    /// <summary>有一定社会影响（BB-11.2）。</summary>
    SocialImpact = 2,

    /// <summary>重大疑难（BB-11.2）：须由有经验的律师承办，仍由中心负责人决定。</summary>
    Difficult = 4,

    /// <summary>对社会平安稳定有影响（BB-5.2）：须集体讨论并报区局。</summary>
    AffectsStability = 8,

    /// <summary>中心认定的其他重大疑难（BB-5.2）：须集体讨论并报区局。</summary>
    OtherGrave = 16,

    /// <summary>受援人未成年（REG-26）。</summary>
    Minor = 32,

    /// <summary>受援人在押：期限按不顺延预警。</summary>
    InCustody = 64,
}

/// <summary>In what role somebody stands in a case.</summary>
public enum PartyRole
{
    /// <summary>受援人</summary>
    Recipient = 1,

    /// <summary>对方当事人</summary>
    Opponent,

    /// <summary>被害人</summary>
    Victim,

    /// <summary>同案犯罪嫌疑人、被告人</summary>
    CoDefendant,

    /// <summary>代为申请的法定代理人或近亲属</summary>
    Applicant,
}
