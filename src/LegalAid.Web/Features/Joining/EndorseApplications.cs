using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;

namespace LegalAid.Web.Features.Joining;

/// <summary>What the institution says, and the page with its seal if there is one yet.</summary>
public sealed record Recommendation(string? Opinion, byte[]? Seal);

/// <summary>The institution gives its opinion on one or many of its people (QJ-5.2, WZ-7.2b): on all that were chosen, or on none.</summary>
public sealed class EndorseApplications(AidDb db, ApplicationHold hold, FieldCipher cipher, CurrentOfficer officer)
{
    private const string Consent = "同意";

    public async Task<Outcome<List<PoolApplication>>?> RunAsync(IReadOnlyList<Guid> applicationIds, Recommendation said, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var chosen = await ChosenApplications.TakeAsync(hold, applicationIds, ct);
        if (chosen is null)
        {
            return null;
        }

        if (chosen.Count == 0)
        {
            return ChosenApplications.None;
        }

        var refusals = chosen.SelectMany(held => WhyNot(held, said)).ToList();
        refusals.AddRange(said.Seal is null ? await SealedPages.WhyMissingAsync(db, chosen, ct) : []);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        foreach (var held in chosen)
        {
            await RecordAsync(held, said, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return chosen.ConvertAll(held => held.Application);
    }

    private static IEnumerable<Refusal> WhyNot(HeldApplication held, Recommendation said) => new Refusal?[]
    {
        held.WhyNot(ApplicationStep.Endorse) is { } refusal ? refusal with { Message = $"{held.Application.Name}：{refusal.Message}" } : null,
        said.Opinion is null or "" && held.Rules.Conditions is { InstitutionOpinion: { Value: true } asked } ? new("opinion-missing", "请写明推荐意见，不能空白。", [asked.Clause]) : null,
        said.Seal is { } file ? PaperFiles.WhyNot(ApplicationPaperKind.Endorsement, file) : null,
    }.OfType<Refusal>();

    private async Task RecordAsync(HeldApplication held, Recommendation said, CancellationToken ct)
    {
        var application = held.Application;
        (application.EndorsedAtUtc, application.EndorsedById, application.InstitutionOpinion) = (held.NowUtc, officer.Id, said.Opinion is null or "" ? Consent : said.Opinion);
        if (said.Seal is { } file)
        {
            await PaperFiles.PutAsync(db, new(application, officer.Id, held.NowUtc), ApplicationPaperKind.Endorsement, file, cipher, ct);
        }

        db.TellApplicant(NoticeKind.ApplicationEndorsed, application, held.NowUtc);
        db.Note(application.OfficeId, held.NowUtc, Act.ApplicationEndorsed, application.Id, officer.Id, details: new { round = application.RoundId, bytes = said.Seal?.Length });
    }
}

/// <summary>The applications an institution chose, each with its round held, always in the same order.</summary>
internal static class ChosenApplications
{
    public static readonly Refusal None = new("nobody-chosen", "请先选择申请人。", []);

    /// <returns>Null when one of them is not there, or not this institution's.</returns>
    public static async Task<List<HeldApplication>?> TakeAsync(ApplicationHold hold, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var chosen = new List<HeldApplication>();
        foreach (var id in ids.Distinct().Order())
        {
            if (await hold.TakeAsync(id, ct) is not { } held)
            {
                return null;
            }

            chosen.Add(held);
        }

        return chosen;
    }
}
