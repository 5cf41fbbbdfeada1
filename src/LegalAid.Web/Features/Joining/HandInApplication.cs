using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Joining;

/// <summary>
/// The applicant hands the complete and signed form in: to the employer where the book wants its word (QJ-5.1b, WZ-7.2b), otherwise to the centre (QDN-4.1a); where the
/// employer only agrees, the person submits afterwards.
/// </summary>
public sealed class HandInApplication(AidDb db, ApplicationHold hold, BarredApplicants barred, FieldCipher cipher, CurrentOfficer officer)
{
    public async Task<Outcome<PoolApplication>?> RunAsync(Guid applicationId, bool declares, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await hold.TakeAsync(applicationId, ct) is not { } held)
        {
            return null;
        }

        var step = StepOf(held);
        if (await WhyNotAsync(held, step, declares, ct) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        Record(held, step);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return held.Application;
    }

    private static ApplicationStep StepOf(HeldApplication held) =>
        held.Standing is { HasEmployer: true, Place: ApplicationPlace.AtHome } || held.By == Submitter.Institution ? ApplicationStep.HandOver : ApplicationStep.Submit;

    private async Task<List<Refusal>> WhyNotAsync(HeldApplication held, ApplicationStep step, bool declares, CancellationToken ct)
    {
        if (held.WhyNot(step) is { } refusal)
        {
            return [refusal];
        }

        var missing = MissingItems.Of(await ApplicationSheets.ReadAsync(db, cipher, held.Application, ct), held.Rules);
        var declarations = ApplicationRules.Declarations(held.Application.As, held.Rules);
        return
        [
            .. missing.Select(item => new Refusal($"missing-{item.Code}", $"还缺：{item.Text}", item.ClauseIds)),
            .. declares || held.Application.DeclaredAtUtc is not null ? Array.Empty<Refusal>() : [new("not-declared", "请核对承诺，并勾选“我承诺以上各项”。", [.. declarations.Select(d => d.Clause)])],

            // Whoever is known to be the owner of the number reads why; anybody else words that tell nobody of anybody, and only where it would come to the centre.
            .. await barred.WhyOwnAsync(held, ct) is { } own ? [own]
                : step == ApplicationStep.Submit && (await SameApplicant.IsWithCentreAsync(db, held.Application, ct) || await barred.IsAsync(held, ct)) ? new[] { NotTaken } : [],
        ];
    }

    internal static readonly Refusal NotTaken = new("same-applicant", "这份申请不能提交，请持身份证件到法律援助中心核对。", []);

    private void Record(HeldApplication held, ApplicationStep step)
    {
        var application = held.Application;
        application.DeclaredAtUtc ??= held.NowUtc;
        application.ReturnReason = null;
        if (step == ApplicationStep.HandOver)
        {
            (application.Status, application.HandedOverAtUtc) = (ApplicationStatus.WithInstitution, held.NowUtc);
        }
        else
        {
            (application.Status, application.SubmittedAtUtc, application.CompleteByUtc) = (ApplicationStatus.Submitted, application.SubmittedAtUtc ?? held.NowUtc, null);     // completed later, it came when it first came
        }

        db.Note(application.OfficeId, held.NowUtc, step == ApplicationStep.HandOver ? Act.ApplicationHandedOver : Act.ApplicationSubmitted, application.Id, officer.Id, details: new { round = application.RoundId });
    }
}
