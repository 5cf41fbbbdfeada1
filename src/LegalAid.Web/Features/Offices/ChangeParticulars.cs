using LegalAid.Rules.Common;
using LegalAid.Rules.Offices;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Offices;

/// <summary>Changes what the own office's papers say of it: name, address, telephone. The journal keeps both what was and what is.</summary>
public sealed class ChangeParticulars(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Office>> RunAsync(OfficeParticulars told, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var officeId = officer.OfficeId;
        var office = (await db.Offices.FromSql($"select * from offices where id = {officeId} for update").ToListAsync(ct)).Single();
        var before = new OfficeParticulars(office.Name, office.Address, office.Phone);
        if (told.WhyNotList().ToList() is { Count: > 0 } refusals)
        {
            return refusals;
        }

        if (told == before)
        {
            return new Refusal("particulars-same", "没有改动。", []);
        }

        (office.Name, office.Address, office.Phone) = (told.Name, told.Address, told.Phone);
        db.Note(office.Id, clock.UtcNow, Act.OfficeParticularsChanged, office.Id, officer.Id, details: new { before, after = told });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return office;
    }
}
