using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>The head answers an objection. One found right takes the applicant off the list; the number published stays as it was published.</summary>
public sealed class AnswerObjection(AidDb db, VettingFactsReader reader, SelectionMinutes minutes, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the office has no such objection.</returns>
    public async Task<Outcome<ResultObjection>?> RunAsync(Guid objectionId, bool upheld, string answer, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.ResultObjections.SingleOrDefaultAsync(o => o.Id == objectionId, ct) is not { } objection)
        {
            return null;
        }

        await minutes.TakeRoundAsync(objection.RoundId, ct);
        var application = (await minutes.TakeAsync(objection.RoundId, [objection.ApplicationId], ct)).Single();
        await db.Entry(objection).ReloadAsync(ct);
        if ((WhyNot(objection, application, upheld) ?? await minutes.WhyNotDecideOnAsync([application], ct)) is { } refusal)
        {
            return refusal;
        }

        (objection.Upheld, objection.Answer, objection.AnsweredById, objection.AnsweredAtUtc) = (upheld, answer, officer.Id, clock.UtcNow);
        if (upheld && application.Status == ApplicationStatus.Selected)
        {
            var vetted = (await reader.ReadAsync(db.PoolApplications.Where(a => a.Id == application.Id), clock.UtcNow, ct)).Single();
            minutes.Record(application, vetted, new(Selected: false, $"异议成立：{answer}"));
            ResultNotices.Tell(db, [application], clock.UtcNow);
        }

        db.Note(officer.OfficeId, clock.UtcNow, Act.ObjectionAnswered, objection.ApplicationId, officer.Id, details: new { objection = objection.Id, upheld });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return objection;
    }

    private static Refusal? WhyNot(ResultObjection objection, PoolApplication application, bool upheld) =>
        objection.AnsweredAtUtc is not null ? new("objection-answered", "这条异议已经答复。", [])
        : upheld && application.Status == ApplicationStatus.Admitted ? new("objection-admitted", "此人已经入库，须按清退或者退出办理。", [])
        : null;
}
