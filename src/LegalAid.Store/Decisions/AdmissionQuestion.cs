using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;

namespace LegalAid.Store.Decisions;

/// <summary>An application for aid as somebody outside states it; moments are the office's local time.</summary>
public sealed record AdmissionQuestion
{
    public required CaseKind Kind { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required DateTime DecidedAt { get; init; }

    public ScopeGround? Ground { get; init; }

    public HardshipBasis? Hardship { get; init; }

    public IReadOnlyList<PauseFacts> Pauses { get; init; } = [];

    internal static Outcome<Answer> Answer(AdmissionQuestion question, Asking asking)
    {
        List<Refusal> faults =
        [
            .. Questions.LaterThan(asking.Day, ("/receivedAt", question.ReceivedAt), ("/decidedAt", question.DecidedAt)),
            .. Questions.Faults(question.Pauses, asking.Day),
        ];
        if (faults.Count > 0)
        {
            return faults;
        }

        var (own, statute) = (asking.OwnBook(asking.Day), asking.Books.National(DateOnly.FromDateTime(question.ReceivedAt)));
        var application = new ApplicationFacts(question.Kind, question.ReceivedAt, question.DecidedAt, question.Ground, question.Hardship);
        var decision = AdmissionDecision.Decide(new(application, statute.Intake, asking.Calendar, [.. question.Pauses.Select(pause => pause.Range())]));
        return Decisions.Answer.Of(decision, decision.MayGrant, own, statute);
    }
}
