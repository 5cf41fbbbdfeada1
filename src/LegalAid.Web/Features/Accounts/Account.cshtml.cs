using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>One account: the system administrator gives a new password or asks for another role, the security administrator closes, opens and unlocks; each with its reason.</summary>
[Authorize(Policy = Policies.SeesAccounts)]
public sealed class OfficerAccountModel(AidDb db, ChangeAccount change, CurrentOfficer officer, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AccountChangeForm Form { get; set; } = new();

    public Officer Officer { get; private set; } = null!;

    public string? NewPassword { get; private set; }

    public bool IsClosed => Officer.LockoutEnd == DateTimeOffset.MaxValue;

    /// <summary>After too many wrong passwords, for a quarter of an hour.</summary>
    public bool IsLocked => !IsClosed && Officer.LockoutEnd > clock.GetUtcNow();

    public bool IsSecurity => officer.Role == Roles.Security;

    /// <summary>The role that waits to be confirmed; null without one.</summary>
    public Guid? Waiting { get; private set; }

    public bool CanAskForRole => !IsSecurity && Waiting is null && Id != officer.Id && AskForRole.Exchangeable.Contains(Officer.Role, StringComparer.Ordinal);

    public (string Word, Tone Tone) State => AccountWords.State(IsClosed, IsLocked, Waiting is not null);

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Id && u.OfficeId == officer.OfficeId && u.PasswordHash != null && u.Role != Roles.Recipient, ct);
        Waiting = await db.RoleRequests.Where(r => r.AccountId == Id && r.Status == RoleRequestStatus.Waiting).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(ct);
        if (found is not null)
        {
            Officer = found;
        }

        return found is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        if (await change.RunAsync(Id, Form.Change!.Value, Form.Reason.Trim(), ct) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Value is not { } changed)
        {
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        if (changed.Password.Length == 0)
        {
            this.Tell(AccountWords.Done(Form.Change.Value));
            return RedirectToPage("Index");
        }

        NewPassword = changed.Password;
        return await this.ShowAsync(ct);
    }
}

/// <summary>What is done to the account, and why.</summary>
public sealed class AccountChangeForm
{
    [Required]
    public AccountChange? Change { get; set; }

    [Required, Display(Name = "原因"), StringLength(200)]
    public string Reason { get; set; } = "";
}
