using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>Puts a paper to an application, sealed; one of the same kind before it is kept beside it and no longer counts.</summary>
public sealed class AddPaper(AidDb db, ApplicationHold hold, FieldCipher cipher, CurrentOfficer officer)
{
    public async Task<Outcome<ApplicationPaper>?> RunAsync(Guid applicationId, ApplicationPaperKind kind, byte[] file, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await hold.TakeAsync(applicationId, ct) is not { } held)
        {
            return null;
        }

        if ((held.WhyNot(ApplicationStep.Edit) ?? PaperFiles.WhyNot(kind, file)) is { } refusal)
        {
            return refusal;
        }

        var paper = await PaperFiles.PutAsync(db, new(held.Application, officer.Id, held.NowUtc), kind, file, cipher, ct);
        held.Application.DeclaredAtUtc = null;
        db.Note(held.Application.OfficeId, held.NowUtc, Act.ApplicationPaperAdded, applicationId, officer.Id, details: new { bytes = file.Length });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return paper;
    }
}

/// <summary>To which application, by whom and when.</summary>
internal sealed record PaperOf(PoolApplication Application, Guid OfficerId, DateTime AtUtc);

/// <summary>What files are taken, and how they are put beside earlier ones.</summary>
internal static class PaperFiles
{
    /// <summary>By content, whatever the name says: a whole PDF or picture, and nothing in it that runs.</summary>
    public static Refusal? WhyNot(ApplicationPaperKind kind, byte[] file) => FilesHandedIn.WhyNotPaper("材料", file) ?? EvidenceTypes.Of(file) switch
    {
        EvidenceType.Pdf when kind == ApplicationPaperKind.Photo => new("photo-type", "照片只收 JPG、PNG 文件。", ["QJ-F.1"]),
        { } type => PaperContent.WhyNot(type, file),
        null => null,
    };

    public static async Task<ApplicationPaper> PutAsync(AidDb db, PaperOf of, ApplicationPaperKind kind, byte[] file, FieldCipher cipher, CancellationToken ct)
    {
        var applicationId = of.Application.Id;
        await db.ApplicationPapers.Where(p => p.ApplicationId == applicationId && p.Kind == kind && p.ReplacedAtUtc == null).ExecuteUpdateAsync(set => set.SetProperty(p => p.ReplacedAtUtc, of.AtUtc), ct);
        var paper = new ApplicationPaper
        {
            Id = Guid.CreateVersion7(),
            OfficeId = of.Application.OfficeId,
            ApplicationId = applicationId,
            Kind = kind,
            Type = EvidenceTypes.Of(file)!.Value,
            Bytes = file.Length,
            Content = cipher.Seal(file),
            AddedAtUtc = of.AtUtc,
            AddedById = of.OfficerId,
        };
        db.Add(paper);
        return paper;
    }
}
