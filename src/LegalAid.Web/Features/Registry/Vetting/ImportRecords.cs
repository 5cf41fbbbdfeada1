using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>Takes over the good rows of the licensing department's sheet (QJ-2.4b, QJ-2.4c, WZ-6.4a). Run again it adds nothing; vetting finds them by the number as if entered by hand.</summary>
public sealed class ImportRecords(AidDb db, RecordsPlanner planner, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<RegistryUpload>?> RunAsync(Guid uploadId, CancellationToken ct)
    {
        if (await planner.PlanAsync(uploadId, ct) is not { } planned)
        {
            return null;
        }

        if (planned.Value is not { } plan)
        {
            return planned.Refusals.ToList();
        }

        if (plan.Count(RowFate.Added) == 0)
        {
            return new Refusal("records-nothing", $"没有需要导入的行：{plan.Count(RowFate.Unchanged)} 行已登记，{plan.Count(RowFate.Refused)} 行有问题。", []);
        }

        db.AddRange(plan.Rows.Select(row => row.New).OfType<OfficialRecord>());
        var upload = plan.Upload;
        (upload.ImportedAtUtc, upload.Added, upload.Unchanged, upload.Refused) = (clock.UtcNow, plan.Count(RowFate.Added), plan.Count(RowFate.Unchanged), plan.Count(RowFate.Refused));
        db.Note(officer.OfficeId, clock.UtcNow, Act.OfficialRecordsImported, upload.Id, officer.Id, details: new { added = upload.Added, unchanged = upload.Unchanged, refused = upload.Refused });
        await db.SaveChangesAsync(ct);
        return upload;
    }
}
