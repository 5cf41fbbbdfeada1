using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Stations;

/// <summary>Keeps a station of the office (BB-7.1): entered, corrected, closed, at work again. A case keeps the name its station had.</summary>
public sealed class KeepStation(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <param name="id">The station; null for a new one.</param>
    /// <param name="form">Well-formed, as its attributes say.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when the office has no such station.</returns>
    public async Task<Outcome<Station>?> RunAsync(Guid? id, StationForm form, CancellationToken ct)
    {
        var station = id is null ? New(form) : await db.Stations.SingleOrDefaultAsync(s => s.Id == id, ct);
        if (station is null)
        {
            return null;
        }

        var name = form.Name.Trim();
        if (await db.Stations.AnyAsync(s => s.Name == name && s.Id != station.Id, ct))
        {
            return new Refusal("station-name", "本机构已有同名的工作站。", ["BB-7.1"]);
        }

        (station.Name, station.Address, station.Phone) = (name, form.Address?.Trim(), form.Phone?.Trim());
        station.ClosedAtUtc = form.Closed ? station.ClosedAtUtc ?? clock.UtcNow : null;
        db.Note(station.OfficeId, clock.UtcNow, Act.StationKept, station.Id, officer.Id, details: new { closed = form.Closed });
        await db.SaveChangesAsync(ct);
        return station;
    }

    private Station New(StationForm form)
    {
        var station = new Station { Id = Guid.CreateVersion7(), OfficeId = officer.OfficeId, Name = form.Name.Trim() };
        db.Add(station);
        return station;
    }
}
