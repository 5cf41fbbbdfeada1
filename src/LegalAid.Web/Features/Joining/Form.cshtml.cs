using LegalAid.Store;
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
public sealed class FormModel(AidDb db, ApplicationViews views, PrintedApplications printed, TakeForm take, CurrentOfficer officer) : PageModel, IFormPage
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

    public async Task<IActionResult> OnPostWordAsync(CancellationToken ct) =>
        await take.RunAsync(Id, ct) is { } form ? File(FormFile.Write(form), WordType, "入库申请表.docx") : NotFound();
}

/// <summary>The form as a Word file, copy after copy.</summary>
internal static class FormFile
{
    public static byte[] Write(PrintedApplication form)
    {
        var document = new WordDocument();
        for (var copy = 1; copy <= form.Copies; copy++)
        {
            document = (copy > 1 ? document.NewPage() : document).Title(form.Title).Form(form.Rows);
            document = form.Declarations.Aggregate(document.Addressee("承诺："), (paper, declaration) => paper.Paragraph(declaration));
        }

        return document.Save();
    }
}
