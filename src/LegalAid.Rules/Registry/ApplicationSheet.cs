using LegalAid.Rules.Assignment;

namespace LegalAid.Rules.Registry;

/// <summary>An application as far as it is filled in: what is there, and what is readable of it. Names and numbers themselves do not matter here.</summary>
public sealed record ApplicationSheet(PoolPerson As)
{
    public bool HasName { get; init; }

    public bool HasGender { get; init; }

    /// <summary>Why the identity number cannot be read; null when it can.</summary>
    public string? IdentityFault { get; init; }

    public bool HasPoliticalStatus { get; init; }

    public bool HasEducation { get; init; }

    /// <summary>Why the mobile number cannot be read; null when it can.</summary>
    public string? PhoneFault { get; init; }

    public bool HasAddress { get; init; }

    /// <summary>The institution, one the office works with; null where none is chosen.</summary>
    public InstitutionKind? Institution { get; init; }

    /// <summary>An employer that is no legal service institution: a public lawyer's, a volunteer's.</summary>
    public bool HasOtherEmployer { get; init; }

    /// <summary>Why the licence number cannot be read, or is not of this kind of person; null when it fits.</summary>
    public string? LicenceFault { get; init; }

    public bool HasFirstLicensedOn { get; init; }

    public ServiceIntents Intents { get; init; }

    public Pools Pools { get; init; }

    public bool HasFirstCriminalCaseOn { get; init; }

    /// <summary>执业经历, at least one line (QJ-F.4).</summary>
    public bool HasEmployment { get; init; }

    public bool HasPhoto { get; init; }

    public bool HasLicenceCopy { get; init; }

    public bool HasIdentityCopy { get; init; }

    /// <summary>所在单位盖章页: the consent of an employer that has no account here.</summary>
    public bool HasEmployersPage { get; init; }

    /// <summary>近三年受过党纪处理, answered with yes or no (WZ-6.4a).</summary>
    public bool AnswersPartyDiscipline { get; init; }

    /// <summary>公开名单, answered with yes or no (WZ-8.1).</summary>
    public bool AnswersPublicList { get; init; }
}

/// <summary>Something an application still lacks: what, and by which clause it is asked for.</summary>
public sealed record MissingItem(string Code, string Text, IReadOnlyList<string> ClauseIds);

/// <summary>还缺什么: everything an application lacks before it can be handed in, in the order of the form. An empty list says it is complete.</summary>
public static class MissingItems
{
    private static readonly string[] Form = ["QJ-F.1", "WZ-7.2a", "QDN-4.1a"];

    public static IReadOnlyList<MissingItem> Of(ApplicationSheet sheet, RecruitmentRules rules) =>
        [.. Person(sheet, rules), .. Practice(sheet, rules), .. Wishes(sheet, rules), .. Past(sheet, rules), .. Papers(sheet, rules), .. Answers(sheet, rules)];

    private static IEnumerable<MissingItem> Person(ApplicationSheet sheet, RecruitmentRules rules)
    {
        var hasForm = ApplicationRules.HasForm(rules);
        return Lacking(
            (!sheet.HasName, new("name", "姓名", Form)),
            (!sheet.HasGender, new("gender", "性别", Form)),
            (sheet.IdentityFault is not null, new("identity", $"身份证号：{sheet.IdentityFault}", Form)),
            (hasForm && !sheet.HasPoliticalStatus, new("political", "政治面貌", ["QJ-F.1"])),
            (!sheet.HasEducation, new("education", "学历", Form)),
            (sheet.PhoneFault is not null, new("phone", $"联系电话：{sheet.PhoneFault}", Form)),
            (!sheet.HasAddress, new("address", "通讯地址", Form)));
    }

    private static IEnumerable<MissingItem> Practice(ApplicationSheet sheet, RecruitmentRules rules)
    {
        var licensed = ApplicationRules.IsLicensed(sheet.As);
        var practisesHere = PersonKinds.HasInstitution(sheet.As);
        var needsInstitution = practisesHere && rules.District.Value != DistrictReach.Anywhere;
        var wanted = sheet.As == PoolPerson.LegalWorker ? InstitutionKind.LegalServiceOffice : InstitutionKind.LawFirm;
        return Lacking(
            (needsInstitution && sheet.Institution is null, new("institution", "执业机构", Form)),
            (practisesHere && sheet.Institution is { } kind && kind != wanted, new("institution-kind", $"{(wanted == InstitutionKind.LawFirm ? "律师应在律师事务所执业" : "基层法律服务工作者应在基层法律服务所执业")}，请改选机构", Form)),
            (PersonKinds.IsEmployedLawyer(PersonKinds.PractitionerOf(sheet.As)) && sheet.Institution is not null, new("institution-kind", "公职律师、公司律师不在执业机构执业，请不选机构，填写所在单位", Form)),
            (!needsInstitution && sheet.As != PoolPerson.CentreStaff && sheet.Institution is null && !sheet.HasOtherEmployer, new("employer", "所在单位", Form)),
            (licensed && sheet.LicenceFault is not null, new("licence-number", $"执业证号：{sheet.LicenceFault}", Form)),
            (licensed && !sheet.HasFirstLicensedOn, new("first-licensed", "首次执业日期", Form)));
    }

    private static IEnumerable<MissingItem> Wishes(ApplicationSheet sheet, RecruitmentRules rules)
    {
        var refused = ApplicationRules.WhyNotIntents(sheet.As, sheet.Intents, rules);
        var takesCases = sheet.Pools.HasFlag(Pools.Cases) && !(sheet.As == PoolPerson.Volunteer && rules.Pools?.VolunteersAdviseOnly.Value == true);
        return Lacking(
            (refused is not null, new("intents", refused?.Message ?? "", refused?.ClauseIds ?? [])),
            (sheet.Pools == Pools.None, new("pools", rules.Pools is null ? "援助意向，或者是否值班" : "报哪个库", ["QJ-F.2", "QJ-F.3", "WZ-5.4", "QDN-4.1a"])),
            (rules.Pools is not null && takesCases && sheet.Intents == ServiceIntents.None, new("intents-none", "援助意向", ["WZ-7.2a"])),
            (refused is null && rules.Conditions is not null && sheet.Intents.HasFlag(ServiceIntents.CriminalDefence) && !sheet.HasFirstCriminalCaseOn, new("criminal-since", "首次办理刑事案件的日期", ["QJ-2.3a"])));
    }

    private static IEnumerable<MissingItem> Past(ApplicationSheet sheet, RecruitmentRules rules) =>
        Lacking((ApplicationRules.HasForm(rules) && !sheet.HasEmployment, new("employment", "执业经历，至少一条", ["QJ-F.4"])));

    private static IEnumerable<MissingItem> Papers(ApplicationSheet sheet, RecruitmentRules rules)
    {
        var conditions = rules.Pools?.Conditions;
        var licence = rules.Papers is { Licence.Value: > 0 } papers ? papers.Licence.Clause
            : conditions is { LicenceCopy.Value: true } && ApplicationRules.IsLicensed(sheet.As) ? conditions.LicenceCopy.Clause
            : null;
        var identity = rules.Papers is { IdentityCard.Value: > 0 } own ? own.IdentityCard.Clause : null;
        var consent = ApplicationRules.SubmitterOf(rules) == Submitter.PersonWithConsent && sheet.Institution is null && sheet.HasOtherEmployer ? rules.SubmittedBy!.Clause : null;
        return Lacking(
            (ApplicationRules.HasForm(rules) && !sheet.HasPhoto, new("photo", "照片", ["QJ-F.1"])),
            (licence is not null && !sheet.HasLicenceCopy, new("licence-copy", "执业证复印件", [licence ?? ""])),
            (identity is not null && !sheet.HasIdentityCopy, new("identity-copy", "身份证复印件", [identity ?? ""])),
            (consent is not null && !sheet.HasEmployersPage, new("employers-page", "所在单位盖章页", [consent ?? ""])));
    }

    private static IEnumerable<MissingItem> Answers(ApplicationSheet sheet, RecruitmentRules rules)
    {
        var conditions = rules.Pools?.Conditions;
        var asksParty = conditions is { PartyDisciplineDeclared.Value: true } && conditions.WrittenFor.Value.Contains(sheet.As);
        return Lacking(
            (asksParty && !sheet.AnswersPartyDiscipline, new("party-discipline", "近三年是否受过党纪处理", [conditions?.PartyDisciplineDeclared.Clause ?? ""])),
            (rules.Pools is not null && !sheet.AnswersPublicList, new("public-list", "是否同意在公开名单上列明", ["WZ-8.1"])));
    }

    private static IEnumerable<MissingItem> Lacking(params (bool Lacks, MissingItem Item)[] items) => items.Where(one => one.Lacks).Select(one => one.Item);
}
