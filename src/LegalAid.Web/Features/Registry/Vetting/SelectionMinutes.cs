using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Decisions;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>What is said with a choice.</summary>
public sealed record ChoiceMade(bool Selected, string Reason, string? OverQuotaReason = null);

/// <summary>Writes one application's choice: status, the vetting it rests on, and the line of the minutes. The caller saves.</summary>
public sealed class SelectionMinutes(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    /// <param name="application">Tracked, locked by the caller.</param>
    /// <param name="vetted">As it stands now.</param>
    /// <param name="choice">What was chosen and why.</param>
    public void Record(PoolApplication application, VettedApplication vetted, ChoiceMade choice)
    {
        application.Status = choice.Selected ? ApplicationStatus.Selected : ApplicationStatus.Refused;
        application.CompleteByUtc = null;
        (application.DecidedById, application.DecidedAtUtc, application.DecisionReason) = (officer.Id, clock.UtcNow, choice.Reason);
        var decision = new DecisionRecord
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            MadeAtUtc = clock.UtcNow,
            Kind = DecisionKinds.PoolAdmission,
            SubjectId = application.Id,
            RuleBookVersion = vetted.Book.Version,
            Facts = CanonicalJson.Write(vetted.Facts),
            Result = CanonicalJson.Write(vetted.Decision),
            Clauses = [.. vetted.Decision.ClauseIds],
        };
        db.Add(decision);
        db.Add(new SelectionMinute
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            RoundId = application.RoundId,
            ApplicationId = application.Id,
            Selected = choice.Selected,
            Reason = cipher.Seal(choice.Reason),
            OverQuotaReason = choice.OverQuotaReason,
            DecisionId = decision.Id,
            OfficerId = officer.Id,
            AtUtc = clock.UtcNow,
        });
        db.Note(officer.OfficeId, clock.UtcNow, choice.Selected ? Act.ApplicantSelected : Act.ApplicantRefused, application.Id, officer.Id, details: new { decision = decision.Id, overQuota = choice.OverQuotaReason is not null });
    }

    /// <summary>The round's row, held alone until the transaction ends: two choices, a choice and the publication wait for each other.</summary>
    public Task<RecruitmentRound?> TakeRoundAsync(Guid roundId, CancellationToken ct) => RoundLock.TakeAsync(db, roundId, ct);

    /// <summary>The applications of a round, held until the transaction ends, in one order.</summary>
    public Task<List<PoolApplication>> TakeAsync(Guid roundId, Guid[] ids, CancellationToken ct) =>
        db.PoolApplications.FromSql($"select *, xmin from pool_applications where round_id = {roundId} and id = any({ids}) order by id for update").ToListAsync(ct);

    /// <summary>Nobody decides on the own application, nor on that of somebody of the own name before it is settled who that is, nor where they stand aside.</summary>
    public async Task<Refusal?> WhyNotDecideOnAsync(IReadOnlyCollection<PoolApplication> applications, CancellationToken ct)
    {
        var own = await db.Users.Where(u => u.Id == officer.Id).Select(u => u.DisplayName).SingleAsync(ct);
        return applications.FirstOrDefault(a => a.ApplicantId == officer.Id || a.Name == own) is { } application
            ? new("selection-own", $"{application.Name}与您同名或者就是您本人，请由其他工作人员决定。", [])
            : await ApplicationRecusals.WhyNotAsync(db, officer.Id, [.. applications.Select(a => a.Id)], ct);
    }
}
