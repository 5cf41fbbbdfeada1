using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>Which institution it is, where it is registered, and what that rests on.</summary>
public sealed record InstitutionMatch(string Name, string District, string Reason);

/// <summary>
/// A clerk finds out which institution an applicant's employer is (核对所在单位): one the deployment knows, or a new one. Where one may come from anywhere (WZ-5.3) nobody is chosen before.
/// What it rests on is kept as the confirmation of a person.
/// </summary>
public sealed class MatchInstitution(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    /// <summary>The employer was stated in words by somebody who practises at an institution.</summary>
    public static bool IsAsked(PoolApplication application) => application is { As: PoolPerson.SocialLawyer or PoolPerson.LegalWorker, Employer: not null };

    /// <returns>Null when the office has no such application.</returns>
    public async Task<Outcome<PoolApplication>?> RunAsync(Guid applicationId, InstitutionMatch match, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await ApplicationsUnderVetting.FindAsync(db, applicationId, ct) is not { } application || await RoundLock.HoldAsync(db, application.RoundId, ct) is null)
        {
            return null;
        }

        var known = InstitutionName.TryParse(match.Name, out var name, out var fault) ? await db.Institutions.SingleOrDefaultAsync(i => i.Name == name.Value, ct) : null;
        if ((ApplicationsUnderVetting.WhyNotVet(application) ?? WhyNot(application, name, fault) ?? WhyNot(known, match) ?? await ApplicationRecusals.WhyNotAsync(db, officer.Id, [applicationId], ct)) is { } refusal)
        {
            return refusal;
        }

        var institution = known ?? new Institution { Id = Guid.CreateVersion7(), Name = name!.Value, Kind = name.Kind, District = match.District };
        if (known is null)
        {
            db.Add(institution);
        }

        application.InstitutionId = institution.Id;
        Record(application, match.Reason);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return application;
    }

    private void Record(PoolApplication application, string reason)
    {
        db.Add(new VettingConfirmation
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            ApplicationId = application.Id,
            Criterion = VettingCriterion.Institution,
            Met = true,
            Reason = cipher.Seal(reason),
            OfficerId = officer.Id,
            AtUtc = clock.UtcNow,
        });
        db.Note(officer.OfficeId, clock.UtcNow, Act.ApplicationInstitutionMatched, application.Id, officer.Id);
    }

    private static Refusal? WhyNot(PoolApplication application, InstitutionName? name, string? fault) =>
        !IsAsked(application) ? new("institution-not-asked", "这份申请的所在单位不须核对。", [])
        : name is null ? new("institution-name", $"{fault}。", [])
        : (name.Kind == InstitutionKind.LegalServiceOffice) != (application.As == PoolPerson.LegalWorker)
            ? new("institution-kind", application.As == PoolPerson.LegalWorker ? "基层法律服务工作者应在基层法律服务所执业。" : "律师应在律师事务所执业。", [])
        : null;

    private Refusal? WhyNot(Institution? known, InstitutionMatch match) =>
        known is null ? null
        : known.ClosedOn <= clock.Today ? new("institution-closed", "该机构已经注销。", [])
        : known.District != match.District ? new("institution-place", $"机构名录里，该机构登记在{known.District}，请核对。", [])
        : null;
}
