using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>入库申请表 as it is printed, in as many copies as the book says (QJ-F.8), and as a Word file.</summary>
[Authorize(Policy = Policies.ApplicationPapers)]
[ReadsByPost]
public sealed class FormModel(AidDb db, ApplicationViews views, PrintedApplications printed, TakeForm take, OpenPaper open, CurrentOfficer officer) : PageModel, IFormPage
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [FromRoute]
    public Guid Id { get; set; }

    public PrintedApplication Printed { get; private set; } = null!;

    public bool IsOwn { get; private set; }

    public string Back { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.PoolApplications.AsNoTracking().VisibleTo(officer).SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } application)
        {
            return false;
        }

        IsOwn = application.ApplicantId == officer.Id;
        Back = IsOwn ? $"/joining/applications/{Id}" : officer.Role == Roles.FirmAdministrator ? $"/joining/firm/{Id}" : $"/registry/applications/{Id}";
        Printed = await printed.ReadAsync(await views.ReadAsync(application, whole: IsOwn, ct), officer.Role is Roles.Clerk or Roles.Director, ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    /// <summary>The photo as it stands on the form; a look of anybody's but the applicant's is journalled.</summary>
    public async Task<IActionResult> OnGetPhotoAsync(CancellationToken ct) =>
        await LoadAsync(ct) && Printed.PhotoId is { } id && await open.RunAsync(id, ct) is { } photo ? File(photo.Content, photo.Type.MediaType()) : NotFound();

    public async Task<IActionResult> OnPostWordAsync(CancellationToken ct) =>
        await take.RunAsync(Id, ct) is { } form ? File(FormFile.Write(form), WordType, "入库申请表.docx") : NotFound();
}

/// <summary>The form as a Word file, copy after copy.</summary>
internal static class FormFile
{
    public static byte[] Write(TakenForm taken)
    {
        var form = taken.Form;
        var document = new WordDocument();
        for (var copy = 1; copy <= form.Copies; copy++)
        {
            document = (copy > 1 ? document.NewPage() : document).Title(form.Title);
            document = form.CopyLine(copy) is { } line ? document.Number(line) : document;
            document = (taken.Photo is { } photo ? document.Picture(photo, "申请人照片") : document).Form(form.Rows);
            document = form.Declarations.Aggregate(document.Addressee("承诺："), (paper, declaration) => paper.Paragraph(declaration));
        }

        return document.Save();
    }
}
