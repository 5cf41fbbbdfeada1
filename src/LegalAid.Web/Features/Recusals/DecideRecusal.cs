using LegalAid.Rules.Common;
using LegalAid.Rules.Recusals;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Recusals;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Recusals;

/// <summary>Decides whether an officer stands aside from a case: the centre for its clerks, section and bureau above it (BB-8.2–8.4). Nobody decides the own request.</summary>
public sealed class DecideRecusal(AidDb db, RecusalCheck check, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Recusal>?> RunAsync(Guid recusalId, bool grants, string? reason, CancellationToken ct)
    {
        if (await db.Recusals.SingleOrDefaultAsync(r => r.Id == recusalId, ct) is not { } recusal)
        {
            return null;
        }

        var question = new RecusalQuestion(recusal.Status, recusal.Body, RecusalRanks.Of(officer.Role), recusal.OfficerId == officer.Id, recusal.ReportedById == officer.Id);
        if (RecusalDeciding.WhyNotDecide(question, grants, reason, await check.RulesAsync(officer.Id, ct)) is { } refusal)
        {
            return refusal;
        }

        recusal.Status = grants ? RecusalStatus.Recused : RecusalStatus.NotRecused;
        (recusal.DecidedById, recusal.DecidedAtUtc, recusal.DecisionReason) = (officer.Id, clock.UtcNow, reason);
        db.Note(
            recusal.OfficeId, clock.UtcNow, grants ? Act.RecusalGranted : Act.RecusalRejected, recusal.CaseId, officer.Id, reason,
            new { concerned = recusal.OfficerId, relation = recusal.Relation, body = recusal.Body });
        await db.SaveChangesAsync(ct);
        return recusal;
    }
}
