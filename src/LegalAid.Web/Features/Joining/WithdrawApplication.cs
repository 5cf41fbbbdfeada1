using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Joining;

/// <summary>The applicant takes the own application back, wherever it is, until it is decided.</summary>
public sealed class WithdrawApplication(AidDb db, ApplicationHold hold, CurrentOfficer officer)
{
    public async Task<Outcome<PoolApplication>?> RunAsync(Guid applicationId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await hold.TakeAsync(applicationId, ct) is not { } held)
        {
            return null;
        }

        if (held.WhyNot(ApplicationStep.Withdraw) is { } refusal)
        {
            return refusal;
        }

        held.Application.Status = ApplicationStatus.Withdrawn;
        db.Note(held.Application.OfficeId, held.NowUtc, Act.ApplicationWithdrawn, applicationId, officer.Id);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return held.Application;
    }
}
