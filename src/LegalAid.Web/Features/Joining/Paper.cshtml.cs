using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>A paper of an application: what it is, and the file itself; whoever is not the applicant leaves a line in the journal.</summary>
[Authorize(Policy = Policies.ApplicationPapers)]
[ReadsByPost]
public sealed class PaperModel(AidDb db, OpenPaper open, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public ApplicationPaperKind Kind { get; private set; }

    public EvidenceType Type { get; private set; }

    public int Bytes { get; private set; }

    public DateTime AddedAtUtc { get; private set; }

    public bool IsReplaced { get; private set; }

    public string Name { get; private set; } = "";

    public bool IsOwn { get; private set; }

    public string Back { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await (
            from p in db.ApplicationPapers.AsNoTracking()
            where p.Id == Id
            join a in db.PoolApplications.VisibleTo(officer) on p.ApplicationId equals a.Id
            select new { p.Kind, p.Type, p.Bytes, p.AddedAtUtc, p.ReplacedAtUtc, a.Name, a.Id, a.ApplicantId }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return false;
        }

        (Kind, Type, Bytes, AddedAtUtc, IsReplaced, Name) = (found.Kind, found.Type, found.Bytes, found.AddedAtUtc, found.ReplacedAtUtc is not null, found.Name);
        IsOwn = found.ApplicantId == officer.Id;
        Back = IsOwn ? $"/joining/applications/{found.Id}" : officer.Role == Roles.FirmAdministrator ? $"/joining/firm/{found.Id}" : $"/registry/applications/{found.Id}";
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await open.RunAsync(Id, ct) is { } paper ? File(paper.Content, paper.Type.MediaType(), $"{RecruitmentWords.Of(paper.Kind)}.{paper.Type.Extension()}") : NotFound();
}
