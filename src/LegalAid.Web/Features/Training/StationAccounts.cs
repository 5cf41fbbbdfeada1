using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>An account of one of the office's stations: whose, and where.</summary>
public sealed record StationAccount(Guid Id, string Name, string Station);

/// <summary>The accounts of the stations at work (TL-4.1e).</summary>
internal static class StationAccounts
{
    /// <param name="db">The database.</param>
    /// <param name="officeId">The office.</param>
    /// <param name="trainingId">Only those not invited to this training yet; null for all.</param>
    public static IQueryable<StationAccount> Of(AidDb db, Guid officeId, Guid? trainingId = null) =>
        from account in db.Users.AsNoTracking()
        where account.OfficeId == officeId && account.Role == Roles.Station && (trainingId == null || !db.TrainingAttendances.Any(a => a.EventId == trainingId && a.OfficerId == account.Id))
        join station in db.Stations on account.StationId equals station.Id
        where station.ClosedAtUtc == null
        orderby station.Name, account.DisplayName, account.Id
        select new StationAccount(account.Id, account.DisplayName, station.Name);
}
