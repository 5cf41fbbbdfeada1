using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>更新登记事项: a member's own, at any time, on a phone.</summary>
[Authorize(Policy = Policies.Practitioner)]
public sealed class MyUpdateModel(AidDb db, ProposeEntryUpdate propose, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [BindProperty]
    public EntryUpdateForm Form { get; set; } = new();

    public string Phone { get; private set; } = "";

    public bool HasAddress { get; private set; }

    public bool Waits => Last?.Status == EntryUpdateStatus.Waiting;

    /// <summary>The one asked for last.</summary>
    public EntryUpdate? Last { get; private set; }

    private Membership member = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var own = officer.MembershipId;
        if (await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == own && (m.LeftOn == null || m.LeftOn > clock.Today), ct) is not { } found)
        {
            return false;
        }

        member = found;
        (Phone, HasAddress) = (Masking.Hide(cipher.Open(found.Phone)), found.Address is not null);
        Last = await db.EntryUpdates.AsNoTracking().Where(u => u.MembershipId == found.Id).OrderByDescending(u => u.ProposedAtUtc).ThenBy(u => u.Id).FirstOrDefaultAsync(ct);
        return true;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var answer = await this.ShowAsync(ct);
        if (answer is PageResult)
        {
            (Form.Specialities, Form.Languages) = (string.Join('、', member.Specialities), string.Join('、', member.Languages));
        }

        return answer;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await propose.RunAsync(Form, ct), _ => this.Done("已提交，待中心核对。", RedirectToPage("/Registry/Leaving/Mine")), ct)
            : await this.MalformedAsync(ct);
}
