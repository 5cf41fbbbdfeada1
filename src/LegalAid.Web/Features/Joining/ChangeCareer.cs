using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>A line of a career as it is added.</summary>
public sealed record NewCareerLine(CareerKind Kind, DateOnly FirstDay, DateOnly? LastDay, string Statement);

/// <summary>Adds a line to an applicant's career, or takes one out again; what was signed for has then changed.</summary>
public sealed class ChangeCareer(AidDb db, ApplicationHold hold, CurrentOfficer officer)
{
    private const int Most = 40;

    public async Task<Outcome<PoolApplication>?> RunAsync(Guid applicationId, NewCareerLine? add, Guid? remove, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await hold.TakeAsync(applicationId, ct) is not { } held)
        {
            return null;
        }

        if ((held.WhyNot(ApplicationStep.Edit) ?? await WhyFullAsync(applicationId, add, ct)) is { } refusal)
        {
            return refusal;
        }

        if (remove is { } lineId && await db.CareerLines.SingleOrDefaultAsync(l => l.Id == lineId && l.ApplicationId == applicationId, ct) is { } line)
        {
            line.RemovedAtUtc = held.NowUtc;
        }

        if (add is not null)
        {
            db.Add(new CareerLine { Id = Guid.CreateVersion7(), OfficeId = held.Application.OfficeId, ApplicationId = applicationId, Kind = add.Kind, FirstDay = add.FirstDay, LastDay = add.LastDay, Statement = add.Statement });
        }

        held.Application.DeclaredAtUtc = null;
        db.Note(held.Application.OfficeId, held.NowUtc, Act.ApplicationSaved, applicationId, officer.Id);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return held.Application;
    }

    private async Task<Refusal?> WhyFullAsync(Guid applicationId, NewCareerLine? add, CancellationToken ct) =>
        add is not null && await db.CareerLines.CountAsync(l => l.ApplicationId == applicationId, ct) >= Most ? new("career-full", $"最多填写 {Most} 条，请合并后再填。", []) : null;
}
