using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>Records an objection to somebody on a published list, while the list hangs out.</summary>
public sealed class RecordObjection(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the office has no such round.</returns>
    public async Task<Outcome<ResultObjection>?> RunAsync(Guid roundId, ObjectionForm form, CancellationToken ct)
    {
        if (await db.RecruitmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, ct) is not { } round)
        {
            return null;
        }

        var onList = await db.PoolApplications.AnyAsync(a => a.Id == form.ApplicationId && a.RoundId == roundId && a.Status == ApplicationStatus.Selected, ct);
        if (WhyNot(round, form, onList) is { } refusal)
        {
            return refusal;
        }

        var objection = new ResultObjection
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            RoundId = roundId,
            ApplicationId = form.ApplicationId!.Value,
            RaisedBy = string.IsNullOrWhiteSpace(form.RaisedBy) ? null : form.RaisedBy.Trim(),
            RaisedOn = form.RaisedOn!.Value,
            Statement = form.Statement.Trim(),
            RecordedById = officer.Id,
            RecordedAtUtc = clock.UtcNow,
        };
        db.Add(objection);
        db.Note(officer.OfficeId, clock.UtcNow, Act.ObjectionRecorded, objection.ApplicationId, officer.Id, details: new { objection = objection.Id });
        await db.SaveChangesAsync(ct);
        return objection;
    }

    private Refusal? WhyNot(RecruitmentRound round, ObjectionForm form, bool onList) =>
        round.ObjectionsUntil is not { } until ? new("objection-no-publicity", "本批没有公示期，不登记异议。", [])
        : form.RaisedOn > clock.Today ? new("objection-future", "提出日期不能晚于今天。", [])
        : form.RaisedOn > until ? new("objection-late", $"公示已于{until:yyyy-MM-dd}期满。", [])
        : !onList ? new("objection-nobody", "所选的人不在拟入库名单上。", [])
        : null;
}
