using System.Security.Cryptography;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Demo;

/// <summary>One account per role, with a random password printed at every start of the demo; they exist in demo mode only.</summary>
internal sealed class DemoAccounts(AidDb db, UserManager<Officer> users)
{
    public async Task<IReadOnlyDictionary<string, Officer>> CreateAsync(Guid officeId, CancellationToken ct)
    {
        var made = new Dictionary<string, Officer>(StringComparer.Ordinal);
        var institution = await db.Institutions.OrderBy(i => i.Name).Where(i => i.Name.EndsWith("律师事务所")).FirstAsync(ct);
        var member = await db.Memberships.Where(m => m.InstitutionId == institution.Id).OrderBy(m => m.LicenceNumber).Select(m => new { m.Id, m.Person.Name }).FirstAsync(ct);
        foreach (var role in Roles.All)
        {
            made[role] = await CreateAsync(new()
            {
                Id = Guid.CreateVersion7(),
                UserName = $"bb-{role}",
                OfficeId = officeId,
                DisplayName = role switch { Roles.FirmAdministrator => institution.Name, Roles.Practitioner => member.Name, _ => Roles.Name(role) },
                Role = role,
                InstitutionId = role == Roles.FirmAdministrator ? institution.Id : null,
                MembershipId = role == Roles.Practitioner ? member.Id : null,
            });
        }

        return made;
    }

    /// <summary>Gives every demo account a new password and tells it.</summary>
    public async Task<IReadOnlyList<(string UserName, string Role, string Password)>> NewPasswordsAsync(CancellationToken ct)
    {
        var told = new List<(string, string, string)>();
        foreach (var officer in await users.Users.Where(u => u.UserName!.StartsWith("bb-")).OrderBy(u => u.UserName).ToListAsync(ct))
        {
            var password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12);
            await users.ResetPasswordAsync(officer, await users.GeneratePasswordResetTokenAsync(officer), password);
            told.Add((officer.UserName!, Roles.Name(officer.Role), password));
        }

        return told;
    }

    private async Task<Officer> CreateAsync(Officer officer)
    {
        var created = await users.CreateAsync(officer);
        return created.Succeeded ? officer : throw new InvalidOperationException(string.Join(' ', created.Errors.Select(error => error.Description)));
    }
}
