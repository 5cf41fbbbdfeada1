using LegalAid.Rules.Intake;
using LegalAid.Rules.Recusals;
using LegalAid.Rules.Registry;

namespace LegalAid.Rules.Assignment;

/// <summary>Where something that stands against an assignment was found.</summary>
public enum ConflictSource
{
    /// <summary>使用本系统以前的案件</summary>
    PriorMatter = 1,

    /// <summary>本系统内的另一案件</summary>
    Case,

    /// <summary>名册上的人员本人</summary>
    Member,

    /// <summary>人员的近亲属</summary>
    Relative,

    /// <summary>人员的近亲属任法定代表人的单位</summary>
    RelativeRepresents,

    /// <summary>人员的近亲属在同一纠纷中代理对方</summary>
    RelativeActs,

    /// <summary>人员的近亲属任职的法院、检察院</summary>
    RelativePost,

    /// <summary>人员原任职的法院、检察院</summary>
    FormerPost,

    /// <summary>机构的常年法律顾问单位</summary>
    Adviser,

    /// <summary>他机构案件，只知道有冲突</summary>
    Elsewhere,

    /// <summary>人员申报的其他利害关系</summary>
    Interest,

    /// <summary>人员曾以公职身份处理过的事项</summary>
    FormerOfficial,

    /// <summary>人员值班时提供过的法律帮助</summary>
    DutyHelp,
}

/// <summary>The case as the conflict rules see it.</summary>
/// <param name="LawFirms">律师事务所 open in the office's district: CF-05 has an exception where there is one only.</param>
public sealed record ConflictCase(CaseKind Kind, DateOnly Day, int LawFirms)
{
    /// <summary>The office's own book, or else the national one, keeps out who gave duty help to several of one joint crime (CF-12); where neither does it is a warning.</summary>
    public bool DutyHelpBars { get; init; }
}

/// <summary>A party the check looked for: by the number, or by the name alone. The name itself belongs to the case.</summary>
public sealed record SoughtParty(PartyRole Role, bool ByNumber);

/// <summary>Something the check found, with everything its judgement rests on; no names.</summary>
/// <param name="SourceId">The matter, the case, the membership or the tie; rulings and consents are kept by it.</param>
/// <param name="MembershipIds">Whom it concerns in person.</param>
public sealed record CheckedConflict(ConflictSource Source, Guid SourceId, string Number, Guid InstitutionId, IReadOnlyList<Guid> MembershipIds, IReadOnlyList<PartyHit> Parties)
{
    /// <summary>The clerk's ruling on namesakes; null while nobody has looked.</summary>
    public bool? SamePerson { get; init; }

    /// <summary>When the mandate in the other matter ended; null while it runs.</summary>
    public DateOnly? EndedOn { get; init; }

    public Relation? Relation { get; init; }

    /// <summary>离任日</summary>
    public DateOnly? LeftPostOn { get; init; }

    /// <summary>The post is or was with the authority that handles this case.</summary>
    public bool? AtAuthority { get; init; }

    /// <summary>The authority's number of the matter is this case's; null where the source knows no number.</summary>
    public bool? SameMatter { get; init; }

    /// <summary>Nobody here can look into it (another office's matter): names alone prove nothing and only warn. Null where a clerk can, and in older records.</summary>
    public bool? NamesOnlyWarn { get; init; }

    /// <summary>The institution is only where people of different employers stand together (公职律师、公司律师): what is found concerns the persons alone. Null where it is one.</summary>
    public bool? InNameOnly { get; init; }

    public OfficialCapacity? Capacity { get; init; }

    /// <summary>How many people of the joint crime were given duty help.</summary>
    public int? Helped { get; init; }

    /// <summary>The written consent on file; null when there is none.</summary>
    public ConsentFacts? Consent { get; init; }

    /// <summary>What it means for the case, rulings and consents heard.</summary>
    public ConflictVerdict Judge(ConflictCase view) => ConflictConsents.Heard(Unheard(view), Consent, view);

    /// <summary>What it means before any consent is heard.</summary>
    public ConflictVerdict Unheard(ConflictCase view) => InNameOnly == true ? OfSource(view) with { Institution = [] } : OfSource(view);

    private ConflictVerdict OfSource(ConflictCase view) => Source switch
    {
        ConflictSource.PriorMatter or ConflictSource.Case or ConflictSource.Elsewhere => Conflicts.Judge(Matter(view), view.Kind),
        ConflictSource.Member => Conflicts.JudgeOwnPerson(Matter(view), view.Kind),
        ConflictSource.Relative => ConflictTies.OfRelative(this),
        ConflictSource.RelativeRepresents or ConflictSource.RelativeActs => ConflictTies.OfRelativeForOther(this),
        ConflictSource.RelativePost or ConflictSource.FormerPost => ConflictTies.OfPost(this, view),
        ConflictSource.Adviser => ConflictTies.OfAdviser(this),
        ConflictSource.Interest => ConflictInvolvements.OfInterest(this),
        ConflictSource.FormerOfficial => ConflictInvolvements.OfFormerOfficial(this),
        ConflictSource.DutyHelp => ConflictInvolvements.OfDutyHelp(this, view),
        _ => throw new InvalidOperationException($"Unknown source {Source}."),
    };

    /// <summary>Something rests on a name alone and would matter: a clerk has to look, or has looked and may look again. Another office's matter shows nobody anything to look at.</summary>
    public bool CanBeRuled(ConflictCase view) =>
        Source != ConflictSource.Elsewhere && Parties.Any(hit => hit.Match != PartyMatch.Certain) && !(this with { SamePerson = null, Consent = null }).Judge(view).IsNone;

    private MatterHit Matter(ConflictCase view) => new(Number, view.Kind, SamePerson, Parties)
    {
        Mandate = EndedOn is not { } ended || ended > view.Day ? MandateTime.Running
            : view.Day <= ended.AddYears(1) ? MandateTime.EndedWithinYear
            : MandateTime.EndedBefore,
        NamesOnlyWarn = NamesOnlyWarn == true,
    };
}

/// <summary>The conflict check as it was made (law.md §6: 快照存档): what was looked for and what was found, so that it can be judged again from the record alone.</summary>
public sealed record ConflictCheck(int LawFirms, IReadOnlyList<SoughtParty> Sought, IReadOnlyList<CheckedConflict> Found)
{
    /// <summary>See <see cref="ConflictCase.DutyHelpBars"/>; null where the book does not say so.</summary>
    public bool? DutyHelpBars { get; init; }

    public IReadOnlyList<JudgedConflict> Judged(CaseKind kind, DateOnly day)
    {
        var view = new ConflictCase(kind, day, LawFirms) { DutyHelpBars = DutyHelpBars == true };
        return [.. Found.Select(found => (Found: found, Verdict: found.Judge(view))).Select(judged => new JudgedConflict(judged.Found, judged.Verdict.Institution, judged.Verdict.Practitioner))];
    }
}

/// <summary>A conflict with what it means for the institution and for the persons concerned.</summary>
public sealed record JudgedConflict(CheckedConflict Found, IReadOnlyList<ConflictFinding> Institution, IReadOnlyList<ConflictFinding> Practitioner);
