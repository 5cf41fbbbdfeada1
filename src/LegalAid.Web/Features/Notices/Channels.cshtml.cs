using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Sending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Notices;

/// <summary>我的通知方式: everybody's own, seen by nobody else.</summary>
public sealed class ChannelsModel(AidDb db, ChooseContacts choose, FieldCipher cipher, CurrentOfficer officer, IServiceProvider services) : PageModel, IFormPage
{
    [BindProperty]
    public ContactForm Form { get; set; } = new();

    /// <summary>The ways this deployment has.</summary>
    public NoticeChannels Open => services.GetRequiredService<ChannelSettings>().Open;

    public string OpenWords => string.Join('、', Enum.GetValues<NoticeChannels>().Where(one => one != NoticeChannels.None && Open.HasFlag(one)).Select(NoticeTexts.Name));

    public Task<bool> LoadAsync(CancellationToken ct) => Task.FromResult(true);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.ContactChoices.AsNoTracking().SingleOrDefaultAsync(c => c.OfficerId == officer.Id, ct) is { } known)
        {
            Form = new() { Channels = known.Channels, Phone = Opened(known.Phone), Mail = Opened(known.Mail), WeChatWorkId = Opened(known.WeChatWorkId) };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await choose.RunAsync(Form, ct);
        if (outcome.Value is null)
        {
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell("通知方式已保存。");
        return RedirectToPage();
    }

    private string? Opened(Sealed? value) => value is null ? null : cipher.Open(value);
}

/// <summary>What an officer types about being reached; an empty address is forgotten.</summary>
public sealed class ContactForm
{
    [Display(Name = "也用这些方式通知我")]
    public NoticeChannels Channels { get; set; }

    [Display(Name = "手机号"), StringLength(20)]
    public string? Phone { get; set; }

    [Display(Name = "邮箱"), StringLength(100)]
    public string? Mail { get; set; }

    [Display(Name = "企业微信账号"), StringLength(64)]
    public string? WeChatWorkId { get; set; }
}
