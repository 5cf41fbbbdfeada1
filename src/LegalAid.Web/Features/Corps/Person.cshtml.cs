using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Corps;

/// <summary>服务团成员身份: the prefecture's head records who joins and who leaves; at a county the page says whose act it is (QDN-4.2a).</summary>
[Authorize(Policy = Policies.Director)]
public sealed class PersonModel(CorpsCandidates candidates, JoinCorps join, EndCorps end, OfficeClock clock) : PageModel, IFormPage
{
    /// <summary>The roster line of the own office or of a county below.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public JoinForm Form { get; set; } = new();

    [BindProperty]
    public EndForm Leaving { get; set; } = new();

    public CorpsCandidate Candidate { get; private set; } = null!;

    /// <summary>Why nothing is recorded here; null where it may be.</summary>
    public Refusal? WhyNot { get; private set; }

    public IReadOnlyList<CorpsMember> History { get; private set; } = [];

    public bool IsMember => History.Any(row => row.LeftOn is null);

    public static string NameOf(CorpsEnd end) => end switch
    {
        CorpsEnd.Left => "退出",
        CorpsEnd.Cancelled => "取消资格",
        CorpsEnd.Adjusted => "调整退出",
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "Unknown end."),
    };

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await candidates.FindAsync(Id, ct) is not { } found)
        {
            return false;
        }

        Candidate = found;
        WhyNot = (await candidates.HereAsync(ct)).WhyNot;
        History = await candidates.HistoryAsync(found.PersonId, ct);
        if (HttpMethods.IsGet(Request.Method))
        {
            (Form.On, Leaving.On) = (clock.Today, clock.Today);
        }

        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        return ModelState.IsValid
            ? await this.AnswerAsync(await join.RunAsync(Id, Form.On, Form.Evidence.Trim(), ct), _ => this.Done("已登记入团，各县（市）即可看到。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Leaving));
        return ModelState.IsValid
            ? await this.AnswerAsync(await end.RunAsync(Id, new(Leaving.End!.Value, Leaving.On, Leaving.Reason.Trim()), ct), _ => this.Done("已登记离团，在办案件不受影响。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
    }
}

/// <summary>Since when in the corps, and what shows it.</summary>
public sealed class JoinForm
{
    [Display(Name = "入团日期")]
    public DateOnly On { get; set; }

    [Required, Display(Name = "凭据"), StringLength(200)]
    public string Evidence { get; set; } = "";
}

/// <summary>How and why a membership ends.</summary>
public sealed class EndForm
{
    [Required, Display(Name = "离团")]
    public CorpsEnd? End { get; set; }

    [Display(Name = "自哪日起不再是成员")]
    public DateOnly On { get; set; }

    [Required, Display(Name = "理由"), StringLength(500)]
    public string Reason { get; set; } = "";
}
