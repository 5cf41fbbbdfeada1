using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Corps;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>One proposal and its answer: the county reads, the prefecture's head decides (QDN-4.2a).</summary>
[Authorize(Policy = Policies.Office)]
public sealed class ProposalModel(AidDb db, CorpsCandidates candidates, AnswerCorpsProposal answer, OpenCorpsProposalFile open, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public CorpsAnswerForm Form { get; set; } = new();

    public CorpsProposal Proposal { get; private set; } = null!;

    public CorpsProposalAnswer? Answer { get; private set; }

    /// <summary>Null for who left the roster since.</summary>
    public CorpsCandidate? Candidate { get; private set; }

    public bool HasFile { get; private set; }

    public bool MayOpen => HasFile && officer.Role is Roles.Clerk or Roles.Director;

    public bool MayAnswer => Answer is null && officer.Role == Roles.Director && Proposal.OfficeId != officer.OfficeId;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await CorpsProposalsInSight.Proposals(db).AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } found)
        {
            return false;
        }

        Proposal = found;
        Answer = await CorpsProposalsInSight.Answers(db).AsNoTracking().SingleOrDefaultAsync(a => a.ProposalId == Id, ct);
        Candidate = await candidates.FindAsync(found.MembershipId, ct);
        HasFile = await CorpsProposalsInSight.Files(db).AnyAsync(f => f.ProposalId == Id, ct);
        if (HttpMethods.IsGet(Request.Method))
        {
            Form.On = clock.Today;
        }

        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        officer.Role != Roles.Director ? Forbid()
        : ModelState.IsValid ? await this.AnswerAsync(await answer.RunAsync(Id, Form, ct), made => this.Done(made.Agrees ? "已同意并登记成员身份。" : "已答复不同意。", RedirectToPage(new { Id })), ct)
        : await this.MalformedAsync(ct);

    public async Task<IActionResult> OnPostFileAsync(CancellationToken ct) =>
        officer.Role is not (Roles.Clerk or Roles.Director) ? Forbid()
        : await open.RunAsync(Id, ct) is { } file ? File(file.Content, file.Type.MediaType(), $"建议附件.{file.Type.Extension()}") : NotFound();
}
