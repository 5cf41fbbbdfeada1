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
/// Reserves a case for whoever begins to decide on it (开始办理); looking at the page holds nobody up, and the centre's head can give a case free that somebody
/// left lying. No act with legal effect, so it stands in no journal.
/// </summary>
public sealed class ReserveCase(CaseReservations reservations, RecusalCheck recusals, CurrentOfficer officer)
{
    /// <summary>Takes the case unless somebody else has it; null for somebody recused, who holds nobody up and can submit nothing.</summary>
    public async Task<CaseHold?> RunAsync(AidCase aidCase, CancellationToken ct) =>
        await recusals.WhyNotActAsync([aidCase.Id], officer.Id, ct) is null ? Of(await reservations.TakeAsync(aidCase, officer.Id, ct)) : null;

    /// <summary>Who has the case now; null when nobody does.</summary>
    public async Task<CaseHold?> NowAsync(Guid caseId, CancellationToken ct) => await reservations.HolderAsync(caseId, ct) is { } held ? Of(held) : null;

    /// <summary>The head gives anybody's case free, everybody else their own.</summary>
    public Task ReleaseAsync(Guid caseId, CancellationToken ct) => reservations.ReleaseAsync(caseId, officer.Role == Roles.Director ? null : officer.Id, ct);

    private CaseHold Of(HeldCase held) => new(held.OfficerId == officer.Id, held.Name, held.UntilUtc);
}
