using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry;

/// <summary>Takes over the good rows of an office's history: experience, grades, open matters, examinations. Run again it adds nothing.</summary>
public sealed class ImportHistory(AidDb db, HistoryPlanner planner, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RegistryUpload>?> RunAsync(Guid uploadId, CancellationToken ct)
    {
        if (await planner.PlanAsync(uploadId, UploadKind.History, ct) is not { } planned)
        {
            return null;
        }

        if (planned.Value is not { } plan)
        {
            return planned.Refusals.ToList();
        }

        if (plan.ToImport == 0)
        {
            return new Refusal("history-nothing", $"没有需要导入的行：{plan.Count(RowFate.Unchanged)} 行已在库，{plan.Count(RowFate.Refused)} 行有问题。", []);
        }

        plan.Record(db);
        Close(plan);
        await db.SaveChangesAsync(ct);
        return plan.Upload;
    }

    private void Close(HistoryPlan plan)
    {
        plan.Close(clock.UtcNow);
        db.Note(officer.OfficeId, clock.UtcNow, Act.HistoryImported, plan.Upload.Id, officer.Id, details: new { sheets = plan.Sheets });
    }
}
