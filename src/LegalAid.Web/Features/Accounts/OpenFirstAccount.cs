using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>The first two accounts of a deployment, to be given to two people.</summary>
public sealed record FirstAccounts(AccountOpened Administrator, AccountOpened Security);

/// <summary>
/// Opens the first accounts of a deployment nobody can sign in to yet: the system administrator of an office, who opens all others in the program,
/// and the security administrator, who confirms them. Nobody is there to confirm these two.
/// </summary>
public sealed class OpenFirstAccount(AidDb db, UserManager<Officer> users, OfficeClock clock)
{
    /// <returns>The accounts and their passwords, to be told once; null when somebody can sign in already.</returns>
    public async Task<Outcome<FirstAccounts>?> RunAsync(string officeCode, CancellationToken ct)
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
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var opened = new FirstAccounts(await OpenAsync(office, Roles.Administrator), await OpenAsync(office, Roles.Security));
        await transaction.CommitAsync(ct);
        return opened;
    }

    private async Task<AccountOpened> OpenAsync(Office office, string role)
    {
        var password = OpenAccount.NewPassword();
        var officer = new Officer
        {
            Id = Guid.CreateVersion7(),
            UserName = $"{office.Code.ToLowerInvariant()}-{role}",
            OfficeId = office.Id,
            DisplayName = Roles.Name(role),
            Role = role,
        };
        db.Note(office.Id, clock.UtcNow, Act.AccountCreated, officer.Id, officerId: null, details: new { officer.Role });
        var created = await users.CreateAsync(officer, password);
        return created.Succeeded ? new(officer, password) : throw new InvalidOperationException(string.Join(' ', created.Errors.Select(error => error.Description)));
    }
}
