using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry;

/// <summary>Takes in a workbook for preview. What cannot be read at all is refused at once and not kept.</summary>
public sealed class UploadRegistryFile(AidDb db, Uploads uploads, RosterRulesReader rosterRules, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    private const int LongestName = 200;

    public async Task<Outcome<RegistryUpload>> RunAsync(UploadKind kind, string fileName, byte[] content, CancellationToken ct)
    {
        if (await WhyNotAsync(kind, content, ct) is { } refusals)
        {
            return refusals;
        }

        var upload = new RegistryUpload
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            OfficerId = officer.Id,
            Kind = kind,
            FileName = Path.GetFileName(fileName) is { Length: > LongestName } name ? name[^LongestName..] : Path.GetFileName(fileName),
            CreatedAtUtc = clock.UtcNow,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await uploads.AddAsync(upload, content, ct);
        db.Note(officer.OfficeId, clock.UtcNow, Act.RegistryFileUploaded, upload.Id, officer.Id, details: new { kind, bytes = content.Length });
        await QueueLots.CommitAsync(db, new(cipher, clock.UtcNow, officer.Id), officer.OfficeId, ct);     // who comes with this file may be drawn for a place
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return upload;
    }

    private async Task<List<Refusal>?> WhyNotAsync(UploadKind kind, byte[] content, CancellationToken ct) => kind switch
    {
        UploadKind.Register when MassEnrolment.WhyNot((await rosterRules.ReadAsync(ct)).Recruitment) is { } refusal => [refusal],
        UploadKind.Roster or UploadKind.Register => RosterReader.WhyNotRead(content, kind),
        UploadKind.History or UploadKind.GoingLive => HistoryReader.WhyNotRead(content, kind),
        UploadKind.Licences => LicenceListReader.WhyNotRead(content),
        UploadKind.Records => Vetting.RecordsReader.WhyNotRead(content),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of upload."),
    };
}
