using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Notices;

/// <summary>Sets the hours in which the own office sends nothing outside, clocks with less than a day left apart.</summary>
public sealed class SetQuietHours(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<OfficeQuietHours> RunAsync(TimeOnly from, TimeOnly until, CancellationToken ct)
    {
        var before = await OfficeQuietHours.OfAsync(db, officer.OfficeId, ct);
        var hours = await db.QuietHours.SingleOrDefaultAsync(q => q.OfficeId == officer.OfficeId, ct);
        if (hours is null)
        {
            hours = new() { OfficeId = officer.OfficeId, From = from, Until = until };
            db.Add(hours);
        }

        (hours.From, hours.Until) = (from, until);
        db.Note(officer.OfficeId, clock.UtcNow, Act.QuietHoursSet, officer.OfficeId, officer.Id, details: new { before = $"{before.From:HH:mm}–{before.Until:HH:mm}", after = $"{from:HH:mm}–{until:HH:mm}" });
        await db.SaveChangesAsync(ct);
        return hours;
    }
}
