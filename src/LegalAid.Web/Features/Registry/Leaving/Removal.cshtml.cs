using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>一件清退: proposal, statement, decision, its paper, who received it, what came of an objection (WZ-28, WZ-29.2a).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class RemovalModel(AidDb db, RemovalPapers papers, StateAgainstRemoval state, DecideRemoval decide, ServeRemoval serve, RevokeRemoval revoke, RemovalBar bar, CurrentOfficer officer) : PageModel, IFormPage
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private RemovalRules? rules;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RemovalDecisionForm Form { get; set; } = new();

    [BindProperty]
    public StatementForm Stated { get; set; } = new();

    [BindProperty]
    public ServedForm Served { get; set; } = new();

    [BindProperty]
    public ReasonForm Undone { get; set; } = new();

    public RemovalRow Row { get; private set; } = null!;

    public Paper? Paper { get; private set; }

    /// <summary>Whether the book has the institution told as well.</summary>
    public bool TellsInstitution => Removals.TellsInstitution(rules);

    public bool IsServed => Removals.IsServed(Row.Proposal.PersonServedOn, Row.Proposal.InstitutionServedOn, rules);

    public bool IsHead => officer.Role == Roles.Director;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await RemovalRow.Of(db, db.RemovalProposals.Where(p => p.Id == Id)).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        Paper = await papers.FindAsync(Id, ct);
        rules = await bar.RulesAsync(ct);
        if (HttpMethods.IsGet(Request.Method))
        {
            (Served.PersonOn, Served.InstitutionOn) = (row.Proposal.PersonServedOn, row.Proposal.InstitutionServedOn);
        }

        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostWordAsync(CancellationToken ct) =>
        await papers.FindAsync(Id, ct) is { } paper ? File(paper.ToWord(), WordType, $"清退决定书-{paper.Number}.docx") : NotFound();

    public Task<IActionResult> OnPostStateAsync(CancellationToken ct) =>
        AnswerAsync(nameof(Stated), () => state.RunAsync(Id, Stated.Statement.Trim(), ct), "已登记陈述申辩。", ct);

    public Task<IActionResult> OnPostDecideAsync(CancellationToken ct) =>
        AnswerAsync(nameof(Form), () => decide.RunAsync(Id, Form.Agrees!.Value, Form.Note.Trim(), ct), "已决定。", ct);

    public Task<IActionResult> OnPostServeAsync(CancellationToken ct) =>
        AnswerAsync(nameof(Served), () => serve.RunAsync(Id, new(Served.PersonOn, Served.InstitutionOn, string.IsNullOrWhiteSpace(Served.Objection) ? null : Served.Objection.Trim(), null), ct), "已登记。", ct);

    public Task<IActionResult> OnPostRevokeAsync(CancellationToken ct) =>
        AnswerAsync(nameof(Undone), () => revoke.RunAsync(Id, Undone.Reason.Trim(), ct), "清退已撤销。", ct);

    private async Task<IActionResult> AnswerAsync(string form, Func<Task<Outcome<RemovalProposal>?>> act, string done, CancellationToken ct)
    {
        ModelState.ForgetAllBut(form);
        return ModelState.IsValid
            ? await this.AnswerAsync(await act(), _ => this.Done(done, RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
    }
}
