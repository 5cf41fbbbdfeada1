using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>The recipient's wish (点援): whoever is wished for takes the case where every gate lets them; a factor, not a right.</summary>
internal static class WishChoice
{
    /// <param name="first">Who of several is first in the queue.</param>
    public static (Candidate? Chosen, StepReport Report) Try(GateView view, List<Candidate> candidates, Func<IEnumerable<Candidate>, Candidate?> first)
    {
        const OrderStep step = OrderStep.RecipientWish;
        var clause = view.Order.Clause;
        if (view.Case.Wish is not { } wish || (wish.InstitutionId ?? wish.PractitionerId) is null)
        {
            return (null, new(step, StepOutcome.Nothing, "受援人没有表达意愿", [clause]));
        }

        var wished = candidates.FindAll(c => IsWished(c, wish));
        if (wished.Count == 0)
        {
            return (null, new(step, StepOutcome.Voided, "点选的机构或人员不在名册上", [clause, view.Rules.District.Clause]));
        }

        if (first(wished.FindAll(c => WhyNot(c, wish, view).Count == 0)) is { } chosen)
        {
            return (chosen, new(step, StepOutcome.Chose, "按受援人意愿指派", [clause]));
        }

        var refusals = wished.SelectMany(c => WhyNot(c, wish, view)).ToList();
        return (null, new(step, StepOutcome.Voided, $"点选的机构或人员不能承办：{refusals.Messages()}", refusals.Clauses(clause)));
    }

    private static bool IsWished(Candidate candidate, RecipientWish wish) =>
        wish.PractitionerId is { } person && candidate.Person is not null ? candidate.Person.Id == person
        : wish.InstitutionId is { } institution ? candidate.Institution.Id == institution
        : candidate.Institution.Practitioners.Any(p => p.Id == wish.PractitionerId);

    // Where the turn goes to institutions, the person wished for has to be fit too.
    private static List<Refusal> WhyNot(Candidate candidate, RecipientWish wish, GateView view) =>
        candidate.Person is not null || wish.PractitionerId is not { } person || candidate.Fit.Any(p => p.Id == person)
            ? [.. candidate.Refusals]
            : [.. candidate.Refusals, .. candidate.Unfit.FirstOrDefault(u => u.PractitionerId == person)?.Refusals
                ?? [new Refusal("wish-elsewhere", "点选的人员不属于点选的机构", [view.Rules.District.Clause])]];
}
