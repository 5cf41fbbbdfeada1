using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Recusals;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Recusals;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Recusals;

/// <summary>
/// Decides whether an officer stands aside from a case: the centre for its clerks, section and bureau above it (BB-8.2–8.4). Nobody decides the own request.
/// A declaration that took effect at once is taken back by whoever would have decided it.
/// </summary>
public sealed class DecideRecusal(AidDb db, RecusalCheck check, AuthorityCheck authorities, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Recusal>?> RunAsync(Guid recusalId, bool grants, string? reason, CancellationToken ct)
    {
        if (await db.Recusals.SingleOrDefaultAsync(r => r.Id == recusalId, ct) is not { } recusal)
        {
            return null;
        }

        var under = officer.Role == Roles.Clerk && recusal.Body == RecusalBody.Centre ? await authorities.FindAsync(officer.Id, ActingPower.Recusals, ct) : null;
        if (await WhyNotAsync(recusal, grants, reason, under, ct) is { } refusal)
        {
            return refusal;
        }

        var act = grants ? Act.RecusalGranted : recusal.ByText ? Act.RecusalTakenBack : Act.RecusalRejected;
        recusal.Status = grants ? RecusalStatus.Recused : RecusalStatus.NotRecused;
        (recusal.DecidedById, recusal.DecidedAtUtc, recusal.DecidedUnderId, recusal.DecisionReason) = (officer.Id, clock.UtcNow, under?.Id, reason);
        db.Note(
            recusal.OfficeId, clock.UtcNow, act, recusal.CaseId, officer.Id,
            details: new { request = recusal.Id, concerned = recusal.OfficerId, relation = recusal.Relation, body = recusal.Body, stead = under?.Id });
        await db.SaveChangesAsync(ct);
        return recusal;
    }

    private async Task<Refusal?> WhyNotAsync(Recusal recusal, bool grants, string? reason, ActingAuthority? under, CancellationToken ct)
    {
        var rules = await check.RulesAsync(officer.Id, ct);
        var rank = under is null ? RecusalRanks.Of(officer.Role) : OfficerRank.CentreHead;
        var question = new RecusalQuestion(recusal.Status, recusal.Body, rank, recusal.OfficerId == officer.Id, recusal.ReportedById == officer.Id, recusal.ByText);
        return RecusalDeciding.WhyNotDecide(question, grants, reason, rules)
            ?? (under is null ? null : await authorities.WhyNotActAsync(under, recusal.CaseId, recusal.ReportedById, rules.ClerksDecidedBy.Clause, ct));
    }
}
