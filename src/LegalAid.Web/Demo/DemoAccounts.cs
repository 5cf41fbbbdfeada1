using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Demo;

/// <summary>One account per role and office; each office's accounts share a random password printed at every start of the demo. They exist in demo mode only.</summary>
internal sealed class DemoAccounts(AidDb db, UserManager<Officer> users)
{
    /// <summary>Makes the accounts that are not there yet, so that an interrupted start goes on.</summary>
    public async Task<IReadOnlyDictionary<string, Officer>> CreateAsync(DemoPlace place, Guid officeId, CancellationToken ct)
    {
        var made = new Dictionary<string, Officer>(StringComparer.Ordinal);
        var institution = await db.Institutions.SingleAsync(i => i.Name == place.Institutions[0], ct);
        var member = await db.Memberships.Where(m => m.InstitutionId == institution.Id).OrderBy(m => m.LicenceNumber).Select(m => new { m.Id, Name = m.RosterName ?? m.Person.Name }).FirstAsync(ct);
        var stationId = await StationAsync(officeId, place, ct);
        foreach (var role in Roles.Given)
        {
            var userName = $"{place.AccountPrefix}-{role}";
            made[role] = await users.FindByNameAsync(userName) ?? await CreateAsync(new()
            {
                Id = Guid.CreateVersion7(),
                UserName = userName,
                OfficeId = officeId,
                DisplayName = role switch { Roles.FirmAdministrator => institution.Name, Roles.Practitioner => member.Name, _ => Roles.Name(role) },
                Role = role,
                InstitutionId = role == Roles.FirmAdministrator ? institution.Id : null,
                MembershipId = role == Roles.Practitioner ? member.Id : null,
                StationId = role == Roles.Station ? stationId : null,
            });
        }

        return made;
    }

    /// <summary>The first recipient of a case that has a handler looks at it; there are such cases only when the story has been told.</summary>
    public async Task AddRecipientAsync(DemoPlace place, Guid officeId, CancellationToken ct)
    {
        var userName = $"{place.AccountPrefix}-{Roles.Recipient}";
        if (await users.FindByNameAsync(userName) is not null)
        {
            return;
        }

        var recipient = await db.Cases.Where(c => c.Status == CaseStatus.HandlerNamed).OrderByDescending(c => c.Source == CaseSource.Application).ThenByDescending(c => c.Number)
            .SelectMany(c => c.Parties.Where(p => p.Role == PartyRole.Recipient)).FirstAsync(ct);
        await CreateAsync(new() { Id = Guid.CreateVersion7(), UserName = userName, OfficeId = officeId, DisplayName = recipient.Name, Role = Roles.Recipient, PartyId = recipient.Id });
    }

    private async Task<Guid> StationAsync(Guid officeId, DemoPlace place, CancellationToken ct)
    {
        if (await db.Stations.OrderBy(s => s.Name).FirstOrDefaultAsync(ct) is not { } station)
        {
            station = new() { Id = Guid.CreateVersion7(), OfficeId = officeId, Name = DemoPlace.Station, Address = $"{place.Region}（虚构地址）城关街道1号", Phone = DemoPlace.Phone };
            db.Add(station);
            await db.SaveChangesAsync(ct);
        }

        return station.Id;
    }

    /// <summary>Gives every demo account a new password, the same within an office, and tells them office by office.</summary>
    public async Task<IReadOnlyList<DemoAccess>> NewPasswordsAsync(CancellationToken ct)
    {
        var told = new List<DemoAccess>();
        var offices = await db.Offices.AsNoTracking().ToDictionaryAsync(o => o.Code, StringComparer.Ordinal, ct);
        foreach (var place in DemoPlace.All)
        {
            var password = OpenAccount.NewPassword();
            var names = Roles.All.Select(role => $"{place.AccountPrefix}-{role}").ToList();
            foreach (var officer in await users.Users.Where(u => names.Contains(u.UserName!)).ToListAsync(ct))
            {
                await users.ResetPasswordAsync(officer, await users.GeneratePasswordResetTokenAsync(officer), password);
            }

            told.Add(new(offices[place.Code].Name, place.AccountPrefix, password));
        }

        return told;
    }

    private async Task<Officer> CreateAsync(Officer officer)
    {
        var created = await users.CreateAsync(officer);
        return created.Succeeded ? officer : throw new InvalidOperationException(string.Join(' ', created.Errors.Select(error => error.Description)));
    }
}

/// <summary>How to sign in at one office of the demo: the prefix of its accounts and their password.</summary>
internal sealed record DemoAccess(string Office, string Prefix, string Password);
