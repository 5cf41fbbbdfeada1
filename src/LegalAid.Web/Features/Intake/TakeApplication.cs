using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Documents;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>
/// Takes in a citizen's application (BB-2.1, BB-4.2); the seven days of examination start (LAW-43). What a station takes in (BB-7.1) waits for the centre to receive it:
/// the centre is who decides, so its own receipt starts the days.
/// </summary>
public sealed class TakeApplication(AidDb db, FieldCipher cipher, CaseClocks clocks, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<AidCase>> RunAsync(ApplicationForm form, CancellationToken ct)
    {
        var station = officer.StationId is { } id ? await db.Stations.SingleAsync(s => s.Id == id, ct) : null;
        if ((station is { ClosedAtUtc: not null } ? new Refusal("station-closed", "工作站已停用，请申请人直接到中心申请。", ["BB-7.1"]) : await WhyNotAsync(form.ReceivedAtUtc!.Value, form.HelpedOn, ct)) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        DateTime? due = station is not null ? null : await clocks.ExaminationDueAsync(OfficeClock.ToLocal(form.ReceivedAtUtc!.Value), ct);
        var number = await DocumentNumbers.NextAsync(db, officer.OfficeId, DocumentKind.Case, clock.Today.Year, ct);
        var aidCase = Open(form, number, due, station);
        form.SetHelpAndWish(aidCase);
        form.Needs.ApplyTo(aidCase);
        foreach (var (line, phone) in form.Recipients())
        {
            aidCase.Join(PartyRole.Recipient, line, cipher, phone);
        }

        foreach (var (role, line) in form.Others())
        {
            aidCase.Join(role, line, cipher);
        }

        db.Add(aidCase);
        db.Note(officer.OfficeId, clock.UtcNow, station is null ? Act.ApplicationTaken : Act.ApplicationForwarded, aidCase.Id, officer.Id, details: new { number, receivedAtUtc = aidCase.ReceivedAtUtc });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return aidCase;
    }

    private async Task<Refusal?> WhyNotAsync(DateTime receivedAtUtc, DateOnly? helpedOn, CancellationToken ct) =>
        receivedAtUtc > clock.UtcNow ? new("received-later", "收到申请的时间不能晚于现在。", ["LAW-43"])
        : helpedOn > clock.Today ? new("helped-later", "提供法律帮助的日期不能晚于今天。", ["LAW-43"])
        : await clocks.WhyNotStartAsync(officer.OfficeId, OfficeClock.ToLocal(receivedAtUtc), "LAW-43", ct);

    private AidCase Open(ApplicationForm form, string number, DateTime? due, Station? station) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officer.OfficeId,
        Number = number,
        Source = CaseSource.Application,
        Kind = form.Kind!.Value,
        Stage = form.Stage!.Value,
        Cause = form.Cause.Trim(),
        ReceivedAtUtc = form.ReceivedAtUtc!.Value,
        ScopeGround = form.ScopeGround,
        HardshipBasis = form.HardshipBasis!.Value,
        Flags = form.Flags,
        Headcount = form.Headcount!.Value,
        HelpedByStation = station?.Name,
        StationId = station?.Id,
        StationTakenAtUtc = station is null ? null : form.ReceivedAtUtc,
        Status = station is null ? CaseStatus.UnderExamination : CaseStatus.Forwarded,
        ExaminationDueAtUtc = due,
        NextDueAtUtc = due,
    };
}
