using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>Opens the first account of a deployment nobody can sign in to yet: the system administrator of an office, who opens all others in the program.</summary>
public sealed class OpenFirstAccount(AidDb db, UserManager<Officer> users, OfficeClock clock)
{
    /// <returns>The account and its password, to be told once; null when somebody can sign in already.</returns>
    public async Task<Outcome<AccountOpened>?> RunAsync(string officeCode, CancellationToken ct)
    {
        if (await users.Users.AnyAsync(user => user.PasswordHash != null, ct))
        {
            return null;
        }

        if (await db.Offices.SingleOrDefaultAsync(o => o.Code == officeCode, ct) is not { } office)
        {
            return new Refusal("office-unknown", $"没有机构 {officeCode}。", []);
        }

        await db.SeeAsync([office.Id], ct);
        var password = OpenAccount.NewPassword();
        var officer = new Officer
        {
            Id = Guid.CreateVersion7(),
            UserName = $"{officeCode.ToLowerInvariant()}-{Roles.Administrator}",
            OfficeId = office.Id,
            DisplayName = Roles.Name(Roles.Administrator),
            Role = Roles.Administrator,
        };
        db.Note(office.Id, clock.UtcNow, Act.AccountCreated, officer.Id, officerId: null, details: new { officer.Role });
        var created = await users.CreateAsync(officer, password);
        return created.Succeeded ? new AccountOpened(officer, password) : created.Errors.Select(error => new Refusal(error.Code, error.Description, [])).ToList();
    }
}
