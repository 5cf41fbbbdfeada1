using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry.GoingLive;

/// <summary>
/// Takes over what an office brings along when it goes live (期初数据): figures up to a day, grades, sanctions, open matters. Nothing is taken over while a sheet
/// differs from what its sender states and nobody has explained it. Run again it adds nothing; two at once are settled by the unique indexes of the figures.
/// </summary>
public sealed class BringForward(AidDb db, HistoryPlanner planner, OfficeClock clock, CurrentOfficer officer)
{
    /// <param name="uploadId">The upload.</param>
    /// <param name="explanations">The head's words on what differs, by sheet.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<RegistryUpload>?> RunAsync(Guid uploadId, IReadOnlyDictionary<string, string> explanations, CancellationToken ct)
    {
        if (await planner.PlanAsync(uploadId, UploadKind.GoingLive, ct) is not { } planned)
        {
            return null;
        }

        if (planned.Value is not { } plan)
        {
            return planned.Refusals.ToList();
        }

        if (plan.ToImport == 0)
        {
            return new Refusal("going-live-nothing", $"没有需要采用的行：{plan.Count(RowFate.Unchanged)} 行与在库一致，{plan.Count(RowFate.Refused)} 行有问题。", []);
        }

        var reconciled = plan.Reconciled;
        if (Reconciliation.WhyNotTakeOver(reconciled, explanations) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        plan.Record(db);
        db.AddRange(reconciled.Select(line => Line(uploadId, line, explanations)));
        plan.Close(clock.UtcNow);
        db.Note(officer.OfficeId, clock.UtcNow, Act.FiguresBroughtForward, uploadId, officer.Id, details: new { sheets = plan.Sheets, explained = reconciled.Count(line => !line.Agrees) });
        await db.SaveChangesAsync(ct);
        return plan.Upload;
    }

    private ReconciliationLine Line(Guid uploadId, ReconciledSheet line, IReadOnlyDictionary<string, string> explanations) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officer.OfficeId,
        UploadId = uploadId,
        Sheet = line.Sheet,
        StatedRows = line.Stated?.Rows,
        ReadRows = line.Read?.Rows ?? 0,
        TakenRows = line.Read?.Taken ?? 0,
        StatedSumHundredths = line.Stated?.SumHundredths,
        TakenSumHundredths = line.Read?.SumHundredths,
        Explanation = line.Agrees ? null : explanations[line.Sheet].Trim(),
        RecordedById = officer.Id,
        RecordedAtUtc = clock.UtcNow,
    };
}
