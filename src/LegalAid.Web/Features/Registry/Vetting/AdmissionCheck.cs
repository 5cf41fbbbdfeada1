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
        var twins = await TwinsAsync(round.Id, ct);
        return vetted.ConvertAll(v => new ChosenApplicant(
            v, [.. v.Decision.Refusals, .. WhyNotEnter(v, twins, clock.Today), .. WhyObjected(objected.Contains(v.Application.Id)), .. inCorps?[v.Application.Id] ?? []]));
    }

    // The roster knows a licence number once, so of two who state the same neither comes in before it is looked into.
    private Task<List<PoolApplication>> TwinsAsync(Guid roundId, CancellationToken ct) =>
        db.PoolApplications.AsNoTracking().Where(a => a.RoundId == roundId && a.Status == ApplicationStatus.Selected
            && db.PoolApplications.Any(other => other.RoundId == roundId && other.Status == ApplicationStatus.Selected && other.Id != a.Id && other.LicenceNumber == a.LicenceNumber)).OrderBy(a => a.Id).ToListAsync(ct);

    private static IEnumerable<Refusal> WhyObjected(bool objected) =>
        objected ? [new("admission-objection", "有一条异议还没有答复。", [])] : [];

    private static IEnumerable<Refusal> WhyNotEnter(VettedApplication vetted, IReadOnlyList<PoolApplication> twins, DateOnly today)
    {
        var application = vetted.Application;
        var practises = !ApplicationRules.IsLicensed(application.As)
            || (application is { LicenceNumber: not null, FirstLicensedOn: not null } && (application.InstitutionId is not null || !PersonKinds.HasInstitution(application.As)));
        if (!practises || application.IdentityIndex is null || application.IdentityNumber is null || application.Phone is null || application.BornOn is null)
        {
            yield return new("admission-incomplete", "身份证号、执业证、执业机构或者电话不全，不能进入名册。", []);
        }

        if (application.FirstLicensedOn > today)
        {
            yield return new("admission-licensed-later", $"首次执业日期{application.FirstLicensedOn:yyyy-MM-dd}晚于今天，请核对。", []);
        }

        if (vetted.LicenceHolder is { } holder)
        {
            yield return new("admission-licence", "执业证号与名册上的他人相同。", [], $"名册上是{holder}的证号");
        }

        if (twins.FirstOrDefault(other => other.Id != application.Id && other.LicenceNumber == application.LicenceNumber) is { } twin)
        {
            yield return new("admission-licence-twice", "执业证号与本批拟入库的他人相同，请先核对。", [], $"{twin.Name}填写的是同一个证号");
        }
    }
}
