using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>Puts names to the ids of a decision, fresh or stored, for the page 为什么是他. The decision itself holds no person's name.</summary>
public sealed class DecisionNames(AidDb db)
{
    public async Task<DecisionView> ReadAsync(AssignmentDecision decision, CancellationToken ct)
    {
        var institutionIds = decision.Able.Select(a => a.InstitutionId).Concat(decision.Excluded.Select(e => e.InstitutionId)).ToList();
        var institutions = await db.Institutions.AsNoTracking().Where(i => institutionIds.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Name, ct);
        var memberIds = decision.Able.SelectMany(a => a.FitPractitionerIds.Concat(a.Unfit.Select(u => u.PractitionerId)))
            .Concat(decision.Excluded.SelectMany(e => e.Unfit.Select(u => u.PractitionerId))).ToList();
        var people = await db.Memberships.AsNoTracking().Where(m => memberIds.Contains(m.Id)).Select(m => new { m.Id, m.Person.Name }).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        return new(decision, institutions, people);
    }
}

/// <summary>A decision with the names of those in it.</summary>
public sealed record DecisionView(AssignmentDecision Decision, IReadOnlyDictionary<Guid, string> Institutions, IReadOnlyDictionary<Guid, string> People)
{
    public string? ProposedName => Decision.Proposal is { } proposal ? Institutions[proposal.InstitutionId] : null;

    public CandidateTable Table => new(
        "各机构的轮候和理由",
        [
            .. Decision.Able.Select(able => new CandidateRow(
                able.InstitutionId.ToString(),
                able.Rank,
                Institutions[able.InstitutionId],
                able.BeforeMillionths,
                able.ShareMillionths,
                able.AfterMillionths,
                able.OpenCases,
                able.CasesLastYear,
                Remark(able),
                [.. able.ConflictWarnings.Select(warning => warning.Rule).Distinct(StringComparer.Ordinal)])
            {
                IsProposed = able.InstitutionId == Decision.Proposal?.InstitutionId,
            }),
        ],
        [
            .. Decision.Excluded.Select(excluded => new ExcludedRow(
                Institutions[excluded.InstitutionId],
                [.. excluded.Refusals.Select(refusal => (WithFact(refusal), refusal.ClauseIds))])),
        ]);

    public static string WithFact(Refusal refusal) => refusal.Fact is { Length: > 0 } fact ? $"{refusal.Message}（{fact}）" : refusal.Message;

    private static string Remark(RankedInstitution able)
    {
        var warnings = able.ConflictWarnings.Select(warning => $"{warning.Fact}（{warning.Matter}）");
        return string.Join("；", new[] { able.Note, $"可承办 {able.FitPractitionerIds.Count} 人" }.Concat(warnings).Where(part => part.Length > 0));
    }
}
