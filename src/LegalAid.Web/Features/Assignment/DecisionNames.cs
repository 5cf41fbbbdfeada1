using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>Puts to a decision, fresh or stored, what its page 为什么是他 needs beside it: the names, for the decision holds no person's, and what has stopped the clocks since.</summary>
public sealed class DecisionNames(AidDb db)
{
    public async Task<DecisionView> ReadAsync(AssignmentDecision decision, Guid caseId, CancellationToken ct)
    {
        var named = (await ReadAllAsync([decision], ct))[0];
        var startsAt = await db.Cases.Where(c => c.Id == caseId).Select(c => c.Source == CaseSource.Notification ? c.ReceivedAtUtc : c.DecidedAtUtc).SingleAsync(ct);
        return named with
        {
            Moments = await CaseMoments.OfAsync(db, caseId, ct),
            ClocksMoved = decision.Clocks?.Deadlines.Statute.StartedAt is { } started && startsAt is { } now && OfficeClock.ToLocal(now) != started,
        };
    }

    /// <summary>Several decisions at once, in their order; without what has happened to their cases since.</summary>
    public async Task<IReadOnlyList<DecisionView>> ReadAllAsync(IReadOnlyList<AssignmentDecision> decisions, CancellationToken ct)
    {
        var institutionIds = decisions.SelectMany(InstitutionsIn).ToHashSet();
        var memberIds = decisions.SelectMany(PeopleIn).ToHashSet();
        var institutions = await db.Institutions.AsNoTracking().Where(i => institutionIds.Contains(i.Id)).Select(i => new { i.Id, i.Name }).ToDictionaryAsync(i => i.Id, i => i.Name, ct);
        var people = await db.Memberships.AsNoTracking().Where(m => memberIds.Contains(m.Id)).Select(m => new { m.Id, Name = m.RosterName ?? m.Person.Name }).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        return [.. decisions.Select(decision => new DecisionView(decision, institutions, people))];
    }

    private static IEnumerable<Guid> InstitutionsIn(AssignmentDecision decision) =>
        decision.Able.Select(a => a.InstitutionId).Concat(decision.Excluded.Select(e => e.InstitutionId)).Concat(One(decision.Proposal?.InstitutionId));

    private static IEnumerable<Guid> PeopleIn(AssignmentDecision decision) => decision.Able.SelectMany(a => a.FitPractitionerIds.Concat(a.Unfit.Select(u => u.PractitionerId)))
        .Concat(decision.Excluded.SelectMany(e => e.Unfit.Select(u => u.PractitionerId).Concat(One(e.PractitionerId)))).Concat(One(decision.Proposal?.PractitionerId));

    private static IEnumerable<Guid> One(Guid? id) => id is { } known ? [known] : [];
}

/// <summary>A decision with the names of those in it.</summary>
public sealed record DecisionView(AssignmentDecision Decision, IReadOnlyDictionary<Guid, string> Institutions, IReadOnlyDictionary<Guid, string> People)
{
    /// <summary>What has stopped the case's clocks by now. The record does not know it: it was made before.</summary>
    public AssignmentMoments Moments { get; init; } = new();

    /// <summary>The moment that starts the clocks was corrected after the decision was made; the case has the ends that count.</summary>
    public bool ClocksMoved { get; init; }

    public ClockPair? Clocks => Decision.Clocks is { } clocks ? ClockPair.Of(clocks, Moments) : null;

    public string? ProposedName => Decision.Proposal is { } proposal ? NameOf(proposal.InstitutionId, proposal.PractitionerId) : null;

    /// <summary>The person alone, or the institution, for a button.</summary>
    public string? ProposedShortName => Decision.Proposal is { } proposal ? (proposal.PractitionerId is { } person ? People[person] : Institutions[proposal.InstitutionId]) : null;

    /// <summary>Whether the turn goes to persons.</summary>
    public bool IsOverPeople => Decision.Able.Any(able => able.PractitionerId is not null) || Decision.Excluded.Any(excluded => excluded.PractitionerId is not null);

    public string NameOf(Guid institution, Guid? practitioner) =>
        practitioner is { } person ? $"{People[person]}（{Institutions[institution]}）" : Institutions[institution];

    public CandidateTable Table => new(
        IsOverPeople ? "各承办人的轮候和理由" : "各机构的轮候和理由",
        [
            .. Decision.Able.Select(able => new CandidateRow(
                (able.PractitionerId ?? able.InstitutionId).ToString(),
                able.Rank,
                NameOf(able.InstitutionId, able.PractitionerId),
                able.BeforeMillionths,
                able.ShareMillionths,
                able.AfterMillionths,
                able.OpenCases,
                able.CasesLastYear,
                Remark(able),
                [.. able.ConflictWarnings.Select(warning => warning.Rule).Distinct(StringComparer.Ordinal)])
            {
                IsProposed = (able.InstitutionId, able.PractitionerId) == (Decision.Proposal?.InstitutionId, Decision.Proposal?.PractitionerId),
            }),
        ],
        [
            .. Decision.Excluded.Select(excluded => new ExcludedRow(
                NameOf(excluded.InstitutionId, excluded.PractitionerId),
                [.. excluded.Refusals.Select(refusal => (WithFact(refusal), refusal.ClauseIds))])),
        ])
    {
        NameHead = IsOverPeople ? "承办人" : "机构",
    };

    public static string WithFact(Refusal refusal) => refusal.Fact is { Length: > 0 } fact ? $"{refusal.Message}（{fact}）" : refusal.Message;

    private string Remark(RankedCandidate able)
    {
        var warnings = able.ConflictWarnings.Select(warning => $"{warning.Fact}（{warning.Matter}）");
        return string.Join("；", new[] { able.Note, Behind(able), able.PractitionerId is null ? $"可承办 {able.FitPractitionerIds.Count} 人" : "", able.Colour is { } colour ? $"{ColourWeights.NameOf(colour)}，份额 {able.Weight}%" : "", able.Needs ?? "" }.Concat(warnings).Where(part => part.Length > 0));
    }

    // Why not this one: the order goes by balance with this case's share, then by who waits longer, then by lot.
    private string Behind(RankedCandidate able)
    {
        var first = Decision.Able.MinBy(other => other.Rank)!;
        if (able.Rank == first.Rank || (able.InstitutionId, able.PractitionerId) == (Decision.Proposal?.InstitutionId, Decision.Proposal?.PractitionerId))
        {
            return "";
        }

        var less = first.BeforeMillionths + first.ShareMillionths - able.BeforeMillionths - able.ShareMillionths;
        return less > 0 ? $"余额比首位{Show.Fewer(less)}"
            : able.WaitingSinceTurn > first.WaitingSinceTurn ? "余额与首位相同，等候较短"
            : "余额、等候与首位相同，抽签次序在后";
    }
}
