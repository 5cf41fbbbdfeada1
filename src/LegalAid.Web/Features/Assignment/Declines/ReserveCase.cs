using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Recusals;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>Who decides on a case now, and until when it stays theirs.</summary>
public sealed record CaseHold(bool IsOwn, string Name, DateTime UntilUtc)
{
    public string UntilText => OfficeClock.ToLocal(UntilUtc).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// Reserves a case for the clerk who opens the page on which it is proposed; whoever else looks in holds nobody up. No act with legal effect, so it stands
/// in no journal.
/// </summary>
public sealed class ReserveCase(CaseReservations reservations, RecusalCheck recusals, CurrentOfficer officer)
{
    /// <summary>Null when nobody holds it, and for somebody recused: they hold nobody up, and can submit nothing.</summary>
    public async Task<CaseHold?> RunAsync(AidCase aidCase, CancellationToken ct)
    {
        if (await recusals.WhyNotActAsync([aidCase.Id], officer.Id, ct) is not null)
        {
            return null;
        }

        var held = officer.Role == Roles.Clerk ? await reservations.TakeAsync(aidCase, officer.Id, ct) : await reservations.HolderAsync(aidCase.Id, ct);
        return held is null ? null : new(held.OfficerId == officer.Id, held.Name, held.UntilUtc);
    }

    public Task ReleaseAsync(Guid caseId, CancellationToken ct) => reservations.ReleaseAsync(caseId, officer.Id, ct);
}
