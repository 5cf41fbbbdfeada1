using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Joining;

/// <summary>开立申请账户: a name, a user name and a password; nothing by which somebody could be looked up.</summary>
[AllowAnonymous]
public sealed class AccountModel(AidDb db, OpenApplicantAccount open) : PageModel, IFormPage
{
    [FromRoute]
    public string OfficeCode { get; set; } = "";

    [BindProperty]
    public ApplicantForm Form { get; set; } = new();

    public Office Office { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await PublicOffices.FindAsync(db, OfficeCode, ct) is not { } office)
        {
            return false;
        }

        Office = office;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Form.Consents)
        {
            ModelState.AddModelError("Form.Consents", "不同意的，不能在网上申请，可以到法律援助中心办理。");
        }

        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? await this.AnswerAsync(await open.RunAsync(Office, Form, ct), officer => this.Done($"账户已开立，用户名是 {officer.UserName}，请登录。", Redirect("/signin?returnUrl=%2Fjoining")), ct)
            : await this.MalformedAsync(ct);
    }
}

/// <summary>Who wants to apply.</summary>
public sealed class ApplicantForm
{
    [Required, Display(Name = "姓名"), StringLength(40)]
    public string Name { get; set; } = "";

    // A number of somebody's as user name would tell whether that somebody is here.
    [Required, Display(Name = "用户名"), RegularExpression("^[A-Za-z][A-Za-z0-9]{3,29}$", ErrorMessage = "用户名以字母开头，四至三十个字母或者数字。")]
    public string UserName { get; set; } = "";

    [Required, Display(Name = "口令"), StringLength(200, MinimumLength = 10), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [Required, Display(Name = "再输一次口令"), Compare(nameof(Password), ErrorMessage = "两次输入的口令不一致。"), DataType(DataType.Password)]
    public string Again { get; set; } = "";

    [Display(Name = "同意法律援助中心和所在单位为办理入库申请收集、使用我填写的个人信息")]
    public bool Consents { get; set; }
}
