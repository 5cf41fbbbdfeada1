using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>入库名单 for everybody, without a sign-in, and what anybody objects to it while it hangs out.</summary>
[AllowAnonymous]
public sealed class PublishedListModel(AidDb db, ObjectToList objectTo, OfficeClock clock) : PageModel, IFormPage
{
    private const int PageSize = 100;
    private const int Offered = 1000;

    [FromRoute]
    public string OfficeCode { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public PublicObjectionForm Form { get; set; } = new();

    public Office Office { get; private set; } = null!;

    public RecruitmentRound Round { get; private set; } = null!;

    public int Total { get; private set; }

    public IReadOnlyList<ListedPerson> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public bool TakesObjections => Round.ObjectionsUntil >= clock.Today && Total > 0;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await PublicOffices.FindAsync(db, OfficeCode, ct) is not { } office || await PublishedLists.Shown(db, clock.UtcNow).AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } round)
        {
            return false;
        }

        (Office, Round) = (office, round);
        var people = PublishedLists.People(db, Id);
        Total = await people.CountAsync(ct);
        Rows = await people.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        People = TakesObjections ? [.. (await people.Take(Offered).ToListAsync(ct)).Select(one => new SelectListItem($"{one.Name}（{one.Institution}）", one.Id.ToString()))] : [];
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var said = new PublicObjection(Form.ApplicationId!.Value, Form.Statement.Trim(), Form.RaisedBy.Trim(), Form.Contact.Trim());
        return await this.AnswerAsync(await objectTo.RunAsync(Id, said, ct), _ => this.Done("异议已收到，本中心核实后答复。", RedirectToPage(new { OfficeCode, Id })), ct);
    }
}

/// <summary>An objection of anybody's.</summary>
public sealed class PublicObjectionForm
{
    [Required, Display(Name = "对何人")]
    public Guid? ApplicationId { get; set; }

    [Required, Display(Name = "内容"), StringLength(500, MinimumLength = 4)]
    public string Statement { get; set; } = "";

    [Required, Display(Name = "您的姓名或者单位"), StringLength(60)]
    public string RaisedBy { get; set; } = "";

    [Required, Display(Name = "联系方式"), StringLength(60)]
    public string Contact { get; set; } = "";
}
