using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;

namespace LegalAid.Store.Decisions;

/// <summary>
/// The facts of an assignment as somebody outside states them: the case, the institutions with their people, the turn of the queue.
/// Rules, statute, calendar and day are not theirs to state; they come from the books.
/// </summary>
public sealed record AssignmentQuestion
{
    public required CaseFacts Case { get; init; }

    /// <summary>Turns given so far in the queue this case goes through.</summary>
    public required long QueueTurn { get; init; }

    public required IReadOnlyList<InstitutionFacts> Institutions { get; init; }

    /// <summary>The district the office serves, if another than its own.</summary>
    public string? District { get; init; }

    internal static Outcome<Answer> Answer(AssignmentQuestion question, Asking asking)
    {
        List<Refusal> faults =
        [
            .. Questions.LaterThan(asking.Day, ("/case/receivedAt", question.Case.ReceivedAt), ("/case/grantedAt", question.Case.GrantedAt)),
            .. Twice(question.Ids(), id => $"编号 {id} 已用于另一机构、人员或轮候席位"),
            .. Twice(question.Draws(), draw => $"次序 {draw.Order} 已用于另一{(draw.OfPerson ? "人员" : "机构")}"),
        ];
        if (faults.Count > 0)
        {
            return faults;
        }

        var (own, statute) = (asking.OwnBook(asking.Day), asking.Books.National(asking.Day));
        var startDay = DateOnly.FromDateTime(question.Case.ClocksStartAt ?? asking.Day.ToDateTime(TimeOnly.MinValue));
        var (ownAtStart, statuteAtStart) = (asking.OwnBook(startDay), asking.Books.National(startDay));
        var decision = AssignmentDecision.Decide(new()
        {
            DecidingDay = asking.Day,
            District = question.District ?? DistrictOf(asking),
            Case = question.Case,
            Institutions = question.Institutions,
            QueueTurn = question.QueueTurn,
            Rules = own.Assignment,
            ColourWeights = own.WeightsFor(question.Institutions),
            MentorNeeded = own.MentorNeeded,
            BeforeWork = own.BeforeWork,
            Elsewhere = own.Elsewhere,
            Statute = statute.Assignment,
            // The clocks go by the books of the day that starts them, which the case tells.
            ClockRules = question.Case.ClocksStartAt is null ? null : ClockRules.For(question.Case.Kind, question.Case.Source, ownAtStart.Assignment, statuteAtStart.Assignment),
            Calendar = asking.Calendar,
        });
        return Decisions.Answer.Of(decision, decision.Proposal is not null, own, statute, ownAtStart, statuteAtStart);
    }

    // The answer names institutions and people by their ids, and of equals the drawn order decides: each stands for one.
    private static IEnumerable<Refusal> Twice<T>(IEnumerable<(string Place, T Value)> stated, Func<T, string> told)
    {
        var seen = new HashSet<T>();
        return [.. stated.Where(one => !seen.Add(one.Value)).Select(one => new Refusal("facts-twice", told(one.Value), [], one.Place))];
    }

    private IEnumerable<(string Place, (bool OfPerson, int Order) Draw)> Draws() =>
    [
        .. Institutions.Select((one, i) => ($"/institutions/{i}/place/drawnOrder", (false, one.Place))).Concat(
            Institutions.SelectMany((one, i) => one.Practitioners.Select((person, p) => ($"/institutions/{i}/practitioners/{p}/place/drawnOrder", (true, person.Place)))))
            .Where(stated => stated.Item2.Place is not null).Select(stated => (stated.Item1, (stated.Item2.Item1, stated.Item2.Place!.DrawnOrder))),
    ];

    private IEnumerable<(string Place, Guid Id)> Ids()
    {
        foreach (var (institution, i) in Institutions.Select((one, index) => (one, index)))
        {
            yield return ($"/institutions/{i}/id", institution.Id);
            if (institution.Place is { } place)
            {
                yield return ($"/institutions/{i}/place/id", place.Id);
            }

            foreach (var (person, p) in institution.Practitioners.Select((one, index) => (one, index)))
            {
                yield return ($"/institutions/{i}/practitioners/{p}/id", person.Id);
                if (person.Place is { } own)
                {
                    yield return ($"/institutions/{i}/practitioners/{p}/place/id", own.Id);
                }
            }
        }
    }

    private static string DistrictOf(Asking asking) =>
        asking.Books.Offices.SelectMany(office => (office.Counties ?? []).Prepend(office)).FirstOrDefault(office => office.Code == asking.OfficeCode)?.District ?? "";
}
