using System.Security.Cryptography;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>An account just opened, or given a new password; the password is told once and stored nowhere readable.</summary>
public sealed record AccountOpened(Officer Officer, string Password);

/// <summary>At whose office an account is opened, and by whom.</summary>
/// <param name="OfficerId">The office's administrator; null for whoever keeps the program itself, at the command line.</param>
public sealed record AccountOpener(Guid OfficeId, Guid? OfficerId);

/// <summary>Opens an account of an office: one person in one role; a firm's administrator and a practitioner speak for whom the office has on its roster.</summary>
public sealed class OpenAccount(AidDb db, UserManager<Officer> users, OfficeClock clock)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";       // none that is taken for another
    private const int PasswordLength = 12;

    /// <param name="form">Well-formed, as its attributes say.</param>
    /// <param name="opener">Sees that office alone.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<AccountOpened>> RunAsync(AccountForm form, AccountOpener opener, CancellationToken ct)
    {
        var role = form.Role!;
        if (await WhyNotAsync(role, form, ct) is { } refusal)
        {
            return refusal;
        }

        var password = NewPassword();
        var officer = new Officer
        {
            Id = Guid.CreateVersion7(),
            UserName = form.UserName.Trim(),
            OfficeId = opener.OfficeId,
            DisplayName = form.DisplayName.Trim(),
            Role = role,
            InstitutionId = role == Roles.FirmAdministrator ? form.InstitutionId : null,
            MembershipId = role == Roles.Practitioner ? form.MembershipId : null,
        };
        db.Note(opener.OfficeId, clock.UtcNow, Act.AccountCreated, officer.Id, opener.OfficerId, details: new { role });      // saved with the account, in one transaction
        var created = await users.CreateAsync(officer, password);
        return created.Succeeded ? new AccountOpened(officer, password) : created.Errors.Select(error => new Refusal(error.Code, error.Description, [])).ToList();
    }

    internal static string NewPassword() => RandomNumberGenerator.GetString(Letters, PasswordLength);

    private async Task<Refusal?> WhyNotAsync(string role, AccountForm form, CancellationToken ct) => role switch
    {
        Roles.FirmAdministrator when !await db.Memberships.AnyAsync(m => m.InstitutionId == form.InstitutionId && m.LeftOn == null, ct) =>
            new("account-institution", "机构管理员须选择本机构名册上有人员的律师事务所或法律服务所。", []),
        Roles.Practitioner when !await db.Memberships.AnyAsync(m => m.Id == form.MembershipId && m.LeftOn == null, ct) =>
            new("account-member", "法律援助人员账户须选择名册上的本人。", []),
        _ => null,
    };
}
