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

/// <summary>Opens an account of the administrator's own office: one person in one role; a firm's administrator and a practitioner speak for whom the office has on its roster.</summary>
public sealed class OpenAccount(AidDb db, UserManager<Officer> users, OfficeClock clock, CurrentOfficer current)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";       // none that is taken for another
    private const int PasswordLength = 12;

    public async Task<Outcome<AccountOpened>> RunAsync(AccountForm form, CancellationToken ct)
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
            OfficeId = current.OfficeId,
            DisplayName = form.DisplayName.Trim(),
            Role = role,
            InstitutionId = role == Roles.FirmAdministrator ? form.InstitutionId : null,
            MembershipId = role == Roles.Practitioner ? form.MembershipId : null,
        };
        db.Note(current.OfficeId, clock.UtcNow, Act.AccountCreated, officer.Id, current.Id, details: new { role });      // saved with the account, in one transaction
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
