namespace LegalAid.Rules.Registry;

/// <summary>What a legal-aid person is licensed as (法律援助人员的类别).</summary>
public enum PractitionerKind
{
    /// <summary>律师: of a law firm (社会律师).</summary>
    Lawyer = 1,

    /// <summary>公职律师: licensed, in the service of an authority; a lawyer for every gate (WZ-1.1, WZ-5.1).</summary>
    PublicLawyer,

    /// <summary>公司律师: licensed, in the service of a company; a lawyer for every gate.</summary>
    CompanyLawyer,

    /// <summary>基层法律服务工作者: never criminal defence (LAW-25).</summary>
    LegalWorker,

    /// <summary>志愿者: advises and drafts, is given no case (WZ-5.1, LAW-17).</summary>
    Volunteer,

    /// <summary>中心工作人员: of the centre itself, never criminal defence (WZ-1.1, LAW-25).</summary>
    CentreStaff,
}

/// <summary>What an institution is (法律服务机构的类别).</summary>
public enum InstitutionKind
{
    /// <summary>律师事务所</summary>
    LawFirm = 1,

    /// <summary>基层法律服务所</summary>
    LegalServiceOffice,

    /// <summary>法律援助中心: where its own staff stands</summary>
    Centre,

    /// <summary>志愿者: where they stand together</summary>
    Volunteers,

    /// <summary>公职律师: where they stand together, whoever employs them</summary>
    PublicLawyers,

    /// <summary>公司律师: where they stand together, whoever employs them</summary>
    CompanyLawyers,
}

/// <summary>The kinds of work a person offers on the roster (服务意向).</summary>
[Flags]
public enum ServiceIntents
{
    None = 0,
    CriminalDefence = 1,
    CivilRepresentation = 2,
    AdministrativeRepresentation = 4,
    LabourArbitration = 8,
}

/// <summary>Why a member is not available for a time.</summary>
public enum AbsenceKind
{
    /// <summary>请假</summary>
    Leave = 1,

    /// <summary>暂停指派（处分、责令整改）</summary>
    Suspension,

    /// <summary>停止执业</summary>
    PracticeStopped,

    /// <summary>年度考核未通过</summary>
    AppraisalFailed,

    /// <summary>执业证被注销、吊销</summary>
    LicenceEnded,
}
