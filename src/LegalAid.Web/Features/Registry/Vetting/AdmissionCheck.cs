using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>Somebody chosen, vetted as of now, and every reason why they cannot be taken in.</summary>
public sealed record ChosenApplicant(VettedApplication Vetted, IReadOnlyList<Refusal> WhyNot)
{
    public PoolApplication Application => Vetted.Application;

    public bool IsFit => WhyNot.Count == 0;
}

/// <summary>Looks once more at the chosen before they are taken in: what changed since the choice holds up whom it concerns, and nobody else.</summary>
public sealed class AdmissionCheck(AidDb db, VettingFactsReader reader, NewCorpsMembers corps, OfficeClock clock)
{
    /// <returns>Those of them that are chosen and wait, by the order of their applications.</returns>
    public async Task<List<ChosenApplicant>> ReadAsync(RecruitmentRound round, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var vetted = await reader.ReadAsync(db.PoolApplications.Where(a => a.RoundId == round.Id && a.Status == ApplicationStatus.Selected && ids.Contains(a.Id)), clock.UtcNow, ct);
        var objected = (await db.ResultObjections.Where(o => o.RoundId == round.Id && o.AnsweredAtUtc == null).Select(o => o.ApplicationId).ToListAsync(ct)).ToHashSet();
        var inCorps = round.ForCorps ? await corps.WhyNotAsync(round, vetted.ConvertAll(v => v.Application), ct) : null;
        return vetted.ConvertAll(v => new ChosenApplicant(
            v, [.. v.Decision.Refusals, .. WhyNotEnter(v), .. WhyObjected(objected.Contains(v.Application.Id)), .. inCorps?[v.Application.Id] ?? []]));
    }

    private static IEnumerable<Refusal> WhyObjected(bool objected) =>
        objected ? [new("admission-objection", "有一条异议还没有答复。", [])] : [];

    private static IEnumerable<Refusal> WhyNotEnter(VettedApplication vetted)
    {
        var application = vetted.Application;
        var practises = !ApplicationRules.IsLicensed(application.As)
            || (application is { LicenceNumber: not null, FirstLicensedOn: not null } && (application.InstitutionId is not null || !PersonKinds.HasInstitution(application.As)));
        if (!practises || application.IdentityIndex is null || application.IdentityNumber is null || application.Phone is null || application.BornOn is null)
        {
            yield return new("admission-incomplete", "身份证号、执业证、执业机构或者电话不全，不能进入名册。", []);
        }

        if (vetted.Contradictions.FirstOrDefault(found => found.What == "执业证号" && found.OnRecord.EndsWith("的证号", StringComparison.Ordinal)) is { } shared)
        {
            yield return new("admission-licence", "执业证号与名册上的他人相同。", [], shared.OnRecord);
        }
    }
}
