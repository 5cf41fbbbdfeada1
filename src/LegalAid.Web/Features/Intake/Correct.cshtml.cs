using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Intake;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>更正案件</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class CorrectModel(AidDb db, FieldCipher cipher, CorrectCase correctCase) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public CorrectionForm Form { get; set; } = new();

    public AidCase Case { get; private set; } = null!;

    /// <summary>What the form carries: after somebody else was faster, the clerk has seen the new state.</summary>
    public uint ShownVersion { get; private set; }

    public bool CanMoveReceipt => Case.Status == CaseStatus.UnderExamination;

    /// <summary>Kind, help and wish of an application, until it is assigned.</summary>
    public bool CanPrefer => WhyNotCorrect.CanPrefer(Case);

    /// <summary>Null where help and wish cannot be corrected.</summary>
    public RosterChoices? Choices { get; private set; }

    public bool IsAssigned => Case.Status is CaseStatus.Assigned or CaseStatus.HandlerNamed;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Cases.Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } found)
        {
            return false;
        }

        Case = found;
        ShownVersion = db.VersionOf(found);
        Choices = CanPrefer ? await RosterChoices.ReadAsync(db, found, asksStation: found.StationId is null, ct) : null;
        return true;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Form = CorrectionForm.Of(Case, cipher);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var (parties, faults) = Form.Read(Case, cipher);
        foreach (var (field, fault) in faults)
        {
            ModelState.AddModelError($"{nameof(Form)}.{field}", fault);
        }

        foreach (var field in Choices?.NotOffered(Form) ?? [])
        {
            ModelState.AddModelError($"{nameof(Form)}.{field}", "请从名册中选择。");
        }

        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await correctCase.RunAsync(Id, Form, parties, ct);
        if (outcome is { Value: { } corrected })
        {
            this.Tell(Told(corrected));
            return Redirect($"/cases/{Id}");
        }

        return outcome is null ? NotFound() : await this.RefusedAsync(outcome.Refusals, ct);
    }

    private static string Told(CorrectedCase corrected) =>
        corrected.Withdrew ? "已更正；原指派意见随之撤回，轮次已退回，请重新提出。"
        : corrected.OnlyRecorded && corrected.Conflicts.Count == 0 ? "已更正。受援人数增加只作记录，已经作出的指派决定不变。"
        : corrected.Conflicts.Count > 0 ? $"已更正。请注意，更正后与现承办机构或承办人存在利害关系：{string.Join('；', corrected.Conflicts.Select(found => $"{found.Fact}（{found.Matter}，{found.Rule}）"))}。"
        : "已更正。";
}
