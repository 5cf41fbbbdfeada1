using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store.Registry;

namespace LegalAid.Store.Decisions;

/// <summary>
/// An application for a pool as somebody outside states it (入库审核), without a name or number of anybody. The book is that of the day the round opened; the districts served are the office's own
/// and those below it.
/// </summary>
public sealed record PoolAdmissionQuestion
{
    public required PoolPerson As { get; init; }

    public required DateOnly SubmittedOn { get; init; }

    /// <summary>The day the round opened; the day of submission where there is none.</summary>
    public DateOnly? RoundOpenedOn { get; init; }

    /// <summary>申报截止日; none for a channel that stays open.</summary>
    public DateOnly? ClosingDay { get; init; }

    /// <summary>Where the institution is registered.</summary>
    public string? District { get; init; }

    public DateOnly? FirstLicensedOn { get; init; }

    public DateOnly? FirstCriminalCaseOn { get; init; }

    public ServiceIntents Intents { get; init; }

    public Pools Pools { get; init; }

    public IReadOnlyList<OfficialRecordFact> Records { get; init; } = [];

    public IReadOnlyList<CaseGradeFact> Grades { get; init; } = [];

    public int CasesHere { get; init; }

    public IReadOnlyList<DateOnly> RemovedOn { get; init; } = [];

    public bool? PartyDiscipline { get; init; }

    public bool CommitmentSigned { get; init; }

    public bool HasLicenceCopy { get; init; }

    public bool HasInstitutionOpinion { get; init; }

    /// <summary>所在单位盖章页</summary>
    public bool HasInstitutionSeal { get; init; }

    public AssessmentFact? Assessment { get; init; }

    public IReadOnlyList<ConfirmationFact> Confirmations { get; init; } = [];

    public IReadOnlyList<OpinionFact> Opinions { get; init; } = [];

    internal static Outcome<Answer> Answer(PoolAdmissionQuestion question, Asking asking)
    {
        List<Refusal> faults = [.. Questions.LaterThan(asking.Day, [.. question.Days().Select(one => (one.Place, one.Day?.ToDateTime(TimeOnly.MinValue)))]), .. question.OutOfOrder()];
        if (faults.Count > 0)
        {
            return faults;
        }

        var (own, statute) = (asking.OwnBook(question.RoundOpenedOn ?? question.SubmittedOn), asking.Books.National(asking.Day));
        var decision = PoolVetting.Decide(question.Facts(VettingFactsReader.RulesOf(own, statute.Assignment.LawyersOnlyForDefence), DistrictsOf(asking)));
        return Decisions.Answer.Of(decision, decision.MayAdmit, own, statute);
    }

    private VettingFacts Facts(VettingRules rules, IReadOnlyList<string> served) => new()
    {
        As = As,
        District = District,
        ServedDistricts = served,
        FirstLicensedOn = FirstLicensedOn,
        FirstCriminalCaseOn = FirstCriminalCaseOn,
        Intents = Intents,
        Pools = Pools,
        SubmittedOn = SubmittedOn,
        ClosingDay = ClosingDay,
        Records = Records,
        Grades = Grades,
        CasesHere = CasesHere,
        RemovedOn = RemovedOn,
        PartyDiscipline = PartyDiscipline,
        CommitmentSigned = CommitmentSigned,
        HasLicenceCopy = HasLicenceCopy,
        HasInstitutionOpinion = HasInstitutionOpinion,
        HasInstitutionSeal = HasInstitutionSeal,
        Assessment = Assessment,
        Confirmations = Confirmations,
        Opinions = Opinions,
        Rules = rules,
    };

    // The closing day alone may lie ahead.
    private IEnumerable<(string Place, DateOnly? Day)> Days() =>
    [
        ("/submittedOn", SubmittedOn),
        ("/roundOpenedOn", RoundOpenedOn),
        ("/firstLicensedOn", FirstLicensedOn),
        ("/firstCriminalCaseOn", FirstCriminalCaseOn),
        ("/assessment/heldOn", Assessment?.HeldOn),
        .. Records.Select((record, i) => ($"/records/{i}/effectiveOn", (DateOnly?)record.EffectiveOn)),
        .. Grades.Select((grade, i) => ($"/grades/{i}/effectiveOn", (DateOnly?)grade.EffectiveOn)),
        .. RemovedOn.Select((day, i) => ($"/removedOn/{i}", (DateOnly?)day)),
    ];

    private IEnumerable<Refusal> OutOfOrder()
    {
        if (RoundOpenedOn > SubmittedOn)
        {
            yield return new("facts-value", "批次开始晚于提交之日", [], "/roundOpenedOn");
        }

        if (ClosingDay < SubmittedOn)
        {
            yield return new("facts-value", "截止日早于提交之日：逾期的不审核", [], "/closingDay");
        }
    }

    private static IReadOnlyList<string> DistrictsOf(Asking asking)
    {
        var offices = asking.Books.Offices;
        return offices.FirstOrDefault(office => office.Code == asking.OfficeCode) is { } own
            ? [own.District, .. (own.Counties ?? []).Select(county => county.District)]
            : [.. offices.SelectMany(office => office.Counties ?? []).Where(county => county.Code == asking.OfficeCode).Select(county => county.District)];
    }
}
