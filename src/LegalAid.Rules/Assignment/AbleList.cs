namespace LegalAid.Rules.Assignment;

/// <summary>The able candidates in the order of the rotation, with what the case would do to each balance.</summary>
internal sealed class AbleList(GateView view, List<Candidate> able, QueueState queue, long worth, ColourWeights? colours)
{
    private readonly Dictionary<Guid, Candidate> byPlace = able.ToDictionary(c => c.PlaceIn(QueueWeight.Equal).Id);

    public IReadOnlyList<RankedCandidate> Rank(StepChoice.Result choice, Proposal? proposal)
    {
        // Without a proposal the figures show how the turn would fall.
        var order = Rotation.Order(queue.Places, worth);
        if (order.Count == 0)
        {
            return [];
        }

        var turn = proposal is null ? Rotation.Take(queue, worth) : proposal.Turn;
        var lines = turn?.Lines.ToDictionary(l => l.PlaceId) ?? [];
        return [.. order.Select((place, index) => Row(place, index + 1, lines.GetValueOrDefault(place.Id), choice))];
    }

    private RankedCandidate Row(RotationPlace place, int rank, RotationLine? line, StepChoice.Result choice)
    {
        var candidate = byPlace[place.Id];
        var institution = candidate.Institution;
        return new RankedCandidate
        {
            InstitutionId = institution.Id,
            PractitionerId = candidate.Person?.Id,
            Kind = institution.Kind,
            Colour = colours is null ? null : candidate.Person?.Colour,
            Rank = rank,
            Weight = place.Weight,
            BeforeMillionths = place.BalanceMillionths,
            ShareMillionths = line?.ShareMillionths ?? 0,
            AfterMillionths = line?.AfterMillionths ?? place.BalanceMillionths,
            WaitingSinceTurn = place.WaitingSinceTurn,
            DrawnOrder = place.DrawnOrder,
            OpenCases = candidate.OpenCases,
            CasesLastYear = candidate.CasesLastYear,
            Note = NoteFor(candidate, rank, choice),
            Factors = candidate.FactorsFor(view),
            Needs = view.Case.Needs?.Told(candidate.Fit),
            FitPractitionerIds = [.. candidate.Fit.Select(p => p.Id)],
            Unfit = candidate.Unfit,
            ConflictWarnings = [.. candidate.Conflicts.Where(f => f.Warns)],
        };
    }

    private static string NoteFor(Candidate candidate, int rank, StepChoice.Result choice) =>
        ReferenceEquals(candidate, choice.Chosen)
            ? choice.Step switch
            {
                OrderStep.RecipientWish => "点援",
                OrderStep.HelpingInstitution => "属地优先",
                OrderStep.SameHandler => "前一阶段承办",
                OrderStep.Bid => "择优选定",
                _ => "轮到",
            }
            : (rank, choice.Step) switch
            {
                (2, OrderStep.Rotation) => "次之",
                (1, _) => "轮候居首",
                _ => "",
            };
}
