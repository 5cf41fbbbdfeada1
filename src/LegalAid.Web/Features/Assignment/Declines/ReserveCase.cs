using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Recusals;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>Who decides on a case now, and until when it stays theirs.</summary>
public sealed record CaseHold(bool IsOwn, string Name, DateTime UntilUtc)
{
    public string UntilText => OfficeClock.ToLocal(UntilUtc).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// Reserves a case for whoever begins to decide on it (开始办理); looking at the page holds nobody up, and the centre's head can give a case free that somebody
/// left lying. To begin and to end one's own has no legal effect and stands in no journal; to take it out of somebody's hands does.
/// </summary>
public sealed class ReserveCase(AidDb db, CaseReservations reservations, RecusalCheck recusals, OfficeClock clock, CurrentOfficer officer)
{
    /// <summary>Takes the case unless somebody else has it; null for somebody recused, who holds nobody up and can submit nothing.</summary>
    public async Task<CaseHold?> RunAsync(AidCase aidCase, CancellationToken ct) =>
        await recusals.WhyNotActAsync([aidCase.Id], officer.Id, ct) is null ? Of(await reservations.TakeAsync(aidCase, officer.Id, ct)) : null;

    /// <summary>Who has the case now; null when nobody does.</summary>
    public async Task<CaseHold?> NowAsync(Guid caseId, CancellationToken ct) => await reservations.HolderAsync(caseId, ct) is { } held ? Of(held) : null;

    /// <summary>The head gives anybody's case free, everybody else their own.</summary>
    public async Task ReleaseAsync(Guid caseId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var held = officer.Role == Roles.Director ? await reservations.HolderAsync(caseId, ct) : null;
        await reservations.ReleaseAsync(caseId, held?.OfficerId ?? officer.Id, ct);
        if (held is not null && held.OfficerId != officer.Id)
        {
            db.Note(officer.OfficeId, clock.UtcNow, Act.ReservationReleased, caseId, officer.Id, details: new { heldBy = held.OfficerId, untilUtc = held.UntilUtc });
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private CaseHold Of(HeldCase held) => new(held.OfficerId == officer.Id, held.Name, held.UntilUtc);
}
