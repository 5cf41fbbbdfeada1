using LegalAid.Store;
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
        foreach (var role in Roles.All)
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
            });
        }

        return made;
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
