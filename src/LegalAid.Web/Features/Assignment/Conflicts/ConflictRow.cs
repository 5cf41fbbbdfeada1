using LegalAid.Rules.Assignment;
using LegalAid.Store.Assignment;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Assignment.Conflicts;

/// <summary>One thing the conflict check found, for a page: where, who matched how, what it means, what was ruled and consented to.</summary>
/// <param name="ConsentKey">For the form of a consent; null where none can lift it.</param>
public sealed record ConflictRow(string Where, string? Url, IReadOnlyList<string> Hits, IReadOnlyList<ConflictFinding> Findings, string? Heard, string? ConsentKey)
{
    /// <summary>Drawn fresh, with the names: on the page a clerk proposes from.</summary>
    public static ConflictRow Of(FoundConflict found) =>
        Of(found.Checked, found.Verdict, found.Parties.Count == 0 ? null : [.. found.Parties.Select(party => $"{CaseWords.Of(party.Hit.Role)}「{party.Name}」{Match(found.Source, party.Hit)}{(party.There == party.Name ? "" : $"「{party.There}」")}")],
            found.CanBeConsentedTo && found.Checked.Consent is null ? KeyOf(found.Checked) : null);

    /// <summary>From the record of a decision alone: no names are kept there.</summary>
    public static ConflictRow Of(JudgedConflict judged) => Of(judged.Found, new(judged.Institution, judged.Practitioner), null, null);

    public static string KeyOf(CheckedConflict found) => $"{found.Source}:{found.SourceId}";

    private static ConflictRow Of(CheckedConflict found, ConflictVerdict verdict, IReadOnlyList<string>? hits, string? consentKey) => new(
        PlaceOf(found.Source, found.Number),
        found.Source switch
        {
            ConflictSource.Case => $"/cases/{found.SourceId}",
            ConflictSource.PriorMatter or ConflictSource.Elsewhere => null,
            ConflictSource.Adviser => $"/registry/institutions/{found.InstitutionId}",
            _ => $"/registry/people/{found.MembershipIds[0]}",
        },
        hits ?? [.. found.Parties.Select(hit => $"{CaseWords.Of(hit.Role)}{Match(found.Source, hit)}")],
        [.. verdict.Institution.Concat(verdict.Practitioner).DistinctBy(finding => (finding.Rule, finding.Fact))],
        string.Join('；', new[] { Ruling(found.SamePerson), found.Consent is { } consent ? $"{Show.FullDay(consent.GivenOn)} {(consent.BothSides ? "双方" : "当事人")}已书面同意" : null }.OfType<string>()) is { Length: > 0 } heard ? heard : null,
        consentKey);

    private static string? Ruling(bool? samePerson) => samePerson switch { true => "已核实为同一人", false => "已核实只是同名", null => null };

    /// <summary>Where it was found; the number of the other matter where it is known.</summary>
    public static string PlaceOf(ConflictSource source, string? number) => source switch
    {
        ConflictSource.PriorMatter => $"使用本系统以前的案件 {number}".TrimEnd(),
        ConflictSource.Case => number is null ? "本机构的另一案件" : $"案件 {number}",
        ConflictSource.Member => "在册人员本人",
        ConflictSource.Relative => "在册人员的近亲属",
        ConflictSource.RelativeRepresents => "在册人员近亲属任法定代表人的单位",
        ConflictSource.RelativeActs => "在册人员的近亲属代理对方",
        ConflictSource.RelativePost => "在册人员近亲属任职的法院、检察院",
        ConflictSource.FormerPost => "在册人员原任法官、检察官",
        ConflictSource.Adviser => "机构的常年法律顾问单位",
        ConflictSource.Interest => "在册人员申报的利害关系",
        ConflictSource.FormerOfficial => "在册人员曾以公职身份处理的事项",
        ConflictSource.DutyHelp => "在册人员的值班法律帮助",
        ConflictSource.Elsewhere => "他机构案件",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Unknown source."),
    };

    private static string Match(ConflictSource source, PartyHit hit)
    {
        var there = source switch
        {
            ConflictSource.Case or ConflictSource.PriorMatter or ConflictSource.Elsewhere => $"该案{CaseWords.Of(hit.RoleThere)}",
            ConflictSource.FormerOfficial => "该事项当事人",
            ConflictSource.DutyHelp => "受帮助人",
            ConflictSource.Interest => "有利害关系者",
            _ => "其",
        };
        return hit.Match switch
        {
            PartyMatch.Certain => $"与{there}号码或者单位全称相同",
            PartyMatch.NameOnly => $"与{there}姓名相同",
            PartyMatch.FormerName => $"与{there}曾用名相同",
            PartyMatch.Lookalike => $"与{there}姓名形近",
            PartyMatch.SameSound => $"与{there}姓名同音",
            _ => throw new ArgumentOutOfRangeException(nameof(hit), hit.Match, "Unknown match."),
        };
    }
}

/// <summary>The conflict check of a case on a page.</summary>
/// <param name="Sought">What was looked for; null where an older record does not tell.</param>
public sealed record ConflictRadar(string? Sought, IReadOnlyList<ConflictRow> Rows, Guid? CaseId)
{
    public static ConflictRadar Of(FoundConflicts found, Guid caseId) => new(Words(found.Sought), [.. found.All.Select(ConflictRow.Of)], caseId);

    public static ConflictRadar Of(ConflictCheck check, IReadOnlyList<JudgedConflict> judged) => new(Words(check.Sought), [.. judged.Select(ConflictRow.Of)], null);

    private static string Words(IReadOnlyList<SoughtParty> sought) =>
        $"查找当事人{sought.Count}名：{(sought.Count(party => party.ByNumber) is > 0 and var byNumber ? $"按证件号码{byNumber}名，" : "")}按姓名查找时含曾用名、形近、同音和间隔号的不同写法；范围是本机构的案件和在册人员、近亲属、原任职务、申报的利害关系、值班法律帮助、顾问单位，以及他机构案件。";
}
