using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>
/// Who comes first when the own people do not suffice (选派次序): one's own before everybody from elsewhere, of those the corps, of these the partners.
/// </summary>
public sealed record ElsewhereOrder(Setting<bool> LocalFirst, Setting<bool> MembersBeforeOthers, Setting<bool> PartnersFirst);

/// <summary>
/// What is preferred among those who passed every gate. Who does not have it steps aside for this case and keeps the balance, but only while somebody
/// is left; a preference nobody has changes nothing. Whom the recipient wished for, and who bid for a posted case, never steps aside.
/// </summary>
internal static class Preferences
{
    public static (List<Candidate> Candidates, IReadOnlyList<Assumption> Assumptions) Apply(List<Candidate> candidates, GateView view)
    {
        var assumptions = new List<Assumption>();
        foreach (var preference in Of(view))
        {
            var able = candidates.FindAll(c => c.IsAble);
            var (having, lacking) = (able.FindAll(c => preference.IsHadBy(c)), able.FindAll(c => !preference.IsHadBy(c) && !IsWished(c, view.Case.Wish) && !PostedChoice.IsBidder(c, view.Case.Posted)));
            if (having.Count == 0 || lacking.Count == 0)
            {
                continue;
            }

            candidates = candidates.ConvertAll(c => lacking.Contains(c) ? c with { Refusals = [preference.StepsAside] } : c);
            if (preference.AssumedBecause is { } because)
            {
                assumptions.Add(new(preference.StepsAside.ClauseIds[0], because));
            }
        }

        return (candidates, assumptions);
    }

    private static IEnumerable<Preference> Of(GateView view)
    {
        if (view.Case.Needs is { AskOfPerson: true } asked && view.Needs is { Value: NeedStrength.Prefer } needs)
        {
            yield return new(c => c.Fit.Any(asked.AreMetBy), new("step-aside-needs", $"受援人需要{asked.Text}，有人能满足，本案不轮到", [needs.Clause]), needs.AssumedBecause);
        }

        foreach (var preference in view.Elsewhere is { } order ? OfElsewhere(order, view) : [])
        {
            yield return preference;
        }
    }

    private static IEnumerable<Preference> OfElsewhere(ElsewhereOrder order, GateView view)
    {
        if (order.LocalFirst is { Value: true } local)
        {
            yield return new(IsLocal, new("step-aside-local", "本地有人可派，先派本地人员", [local.Clause]), local.AssumedBecause);
        }

        if (order.MembersBeforeOthers is { Value: true } members)
        {
            yield return new(c => IsLocal(c) || c.Fit.Any(p => p.CorpsMember == true), new("step-aside-corps", "服务团有成员可派，先派服务团成员", [members.Clause]), members.AssumedBecause);
        }

        if (order.PartnersFirst is { Value: true } partners)
        {
            yield return new(c => IsLocal(c) || c.Institution.Partner == true, new("step-aside-partner", "结对机构有人可派，先派结对机构的人员", [partners.Clause]), partners.AssumedBecause);
        }

        bool IsLocal(Candidate candidate) => candidate.Institution.District == view.District;
    }

    private static bool IsWished(Candidate candidate, RecipientWish? wish) =>
        wish is not null && (wish.PractitionerId is { } person
            ? candidate.Person is null ? candidate.Fit.Any(p => p.Id == person) : candidate.Person.Id == person
            : candidate.Institution.Id == wish.InstitutionId);

    private sealed record Preference(Func<Candidate, bool> IsHadBy, Refusal StepsAside, string? AssumedBecause);
}
