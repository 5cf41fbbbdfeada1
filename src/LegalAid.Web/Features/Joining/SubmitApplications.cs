using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Joining;

/// <summary>The institution hands one or many recommended applications to the centre (QJ-5.1b, QJ-6.4): all that were chosen, or none. Its moment counts against the closing time.</summary>
public sealed class SubmitApplications(AidDb db, ApplicationHold hold, BarredApplicants barred, CurrentOfficer officer)
{
    public async Task<Outcome<List<PoolApplication>>?> RunAsync(IReadOnlyList<Guid> applicationIds, CancellationToken ct)
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

        var refusals = new List<Refusal>();
        foreach (var held in chosen)
        {
            refusals.AddRange(await WhyNotAsync(held, ct) is { } refusal ? [refusal with { Message = $"{held.Application.Name}：{refusal.Message}" }] : Array.Empty<Refusal>());
        }

        refusals.AddRange(await SealedPages.WhyMissingAsync(db, chosen, ct));
        if (refusals.Count > 0)
        {
            return refusals;
        }

        chosen.ForEach(Record);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return chosen.ConvertAll(held => held.Application);
    }

    private async Task<Refusal?> WhyNotAsync(HeldApplication held, CancellationToken ct) =>
        held.By != Submitter.Institution ? new("person-submits", "由本人提交，单位只出具意见。", held.Rules.SubmittedBy is { } setting ? [setting.Clause] : [])
        : held.WhyNot(ApplicationStep.Submit) is { } refusal ? refusal
        : await SameApplicant.IsWithCentreAsync(db, held.Application, ct) || await barred.IsAsync(held, ct) ? HandInApplication.NotTaken
        : null;

    private void Record(HeldApplication held)
    {
        var application = held.Application;
        (application.Status, application.SubmittedAtUtc, application.CompleteByUtc) = (ApplicationStatus.Submitted, application.SubmittedAtUtc ?? held.NowUtc, null);      // completed later, it came when it first came
        db.Note(application.OfficeId, held.NowUtc, Act.ApplicationSubmitted, application.Id, officer.Id, details: new { round = application.RoundId });
    }
}
