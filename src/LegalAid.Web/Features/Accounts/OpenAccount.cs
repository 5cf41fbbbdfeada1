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
/// <param name="Waits">Closed until the security administrator has confirmed its role.</param>
public sealed record AccountOpened(Officer Officer, string Password, bool Waits = false);

/// <summary>At whose office an account is opened, and by whom.</summary>
/// <param name="OfficerId">The office's administrator; null for whoever keeps the program itself, at the command line.</param>
public sealed record AccountOpener(Guid OfficeId, Guid? OfficerId);

/// <summary>
/// Opens an account of an office: one person in one role; a firm's administrator and a practitioner speak for whom the office has on its roster. Whoever is
/// to act for centre and bureau or to keep the program gets in once the security administrator has confirmed it; the command line opens at once, or nobody ever could.
/// </summary>
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
        if ((await WhyNotAsync(role, form, ct) ?? await RoleRules.WhyNotApartAsync(db, opener.OfficeId, role, form.DisplayName, but: null, ct)) is { } refusal)
        {
            return refusal;
        }

        var asker = Roles.Confirmed.Contains(role, StringComparer.Ordinal) ? opener.OfficerId : null;
        var password = NewPassword();
        var officer = New(form, role, opener.OfficeId);
        if (asker is { } waiting)
        {
            officer.LockoutEnd = DateTimeOffset.MaxValue;
            db.Ask(officer, role, before: null, new(waiting, clock.UtcNow, Reason: null));
        }

        db.Note(opener.OfficeId, clock.UtcNow, Act.AccountCreated, officer.Id, opener.OfficerId, details: new { role });      // saved with the account, in one transaction
        var created = await users.CreateAsync(officer, password);
        return created.Succeeded ? new AccountOpened(officer, password, asker is not null) : created.Errors.Select(error => new Refusal(error.Code, error.Description, [])).ToList();
    }

    private static Officer New(AccountForm form, string role, Guid officeId) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = form.UserName.Trim(),
        OfficeId = officeId,
        DisplayName = form.DisplayName.Trim(),
        Role = role,
        InstitutionId = role == Roles.FirmAdministrator ? form.InstitutionId : null,
        MembershipId = role == Roles.Practitioner ? form.MembershipId : null,
        StationId = role == Roles.Station ? form.StationId : null,
        PractisesAtId = role == Roles.Reviewer ? form.InstitutionId : null,
    };

    internal static string NewPassword() => RandomNumberGenerator.GetString(Letters, PasswordLength);

    private async Task<Refusal?> WhyNotAsync(string role, AccountForm form, CancellationToken ct) => role switch
    {
        Roles.FirmAdministrator when !await db.Memberships.AnyAsync(m => m.InstitutionId == form.InstitutionId && m.LeftOn == null, ct) =>
            new("account-institution", "机构管理员须选择本机构名册上有人员的律师事务所或法律服务所。", []),
        Roles.Practitioner when !await db.Memberships.AnyAsync(m => m.Id == form.MembershipId && m.LeftOn == null, ct) =>
            new("account-member", "法律援助人员账户须选择名册上的本人。", []),
        Roles.Station when !await db.Stations.AnyAsync(s => s.Id == form.StationId && s.ClosedAtUtc == null, ct) =>
            new("account-station", "工作站账户须选择本机构在用的工作站。", ["BB-7.1"]),
        Roles.Reviewer when form.InstitutionId is { } practises && !await db.Memberships.AnyAsync(m => m.InstitutionId == practises, ct) =>
            new("account-practises", "评查员所在的机构须是本机构名册上的。", ["CF-17"]),
        _ => null,
    };
}
