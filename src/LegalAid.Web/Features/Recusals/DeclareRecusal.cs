using LegalAid.Rules.Common;
using LegalAid.Rules.Recusals;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Recusals;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Recusals;

/// <summary>An officer declares what ties them to a case, or reports it of a colleague (BB-8.1). A near relative of a party stands aside at once.</summary>
public sealed class DeclareRecusal(AidDb db, RecusalCheck check, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Recusal>?> RunAsync(Guid caseId, DeclarationForm form, CancellationToken ct)
    {
        var aidCase = await db.Cases.AsNoTracking().Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == caseId, ct);
        var concerned = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == form.OfficerId && u.OfficeId == officer.OfficeId && RecusalRanks.Concerned.Contains(u.Role), ct);
        if (aidCase is null || concerned is null || (form.PartyId is { } party && aidCase.Parties.TrueForAll(p => p.Id != party)))
        {
            return null;
        }

        var declaration = new RecusalDeclaration(
            form.Relation!.Value, concerned.Id == officer.Id, form.PartyId is not null, !string.IsNullOrWhiteSpace(form.Other),
            aidCase.Status is CaseStatus.Refused or CaseStatus.Voided, await StandingAsync(caseId, concerned.Id, ct));
        var rules = await check.RulesAsync(officer.Id, ct);
        if (RecusalDeciding.WhyNotDeclare(declaration, rules) is { } refusal)
        {
            return refusal;
        }

        var recusal = Record(aidCase, concerned, form, RecusalDeciding.Weigh(declaration), rules);
        await db.SaveChangesAsync(ct);
        return recusal;
    }

    private Recusal Record(AidCase aidCase, Officer concerned, DeclarationForm form, RecusalStatus status, RecusalRules rules)
    {
        var recusal = new Recusal
        {
            Id = Guid.CreateVersion7(),
            OfficeId = aidCase.OfficeId,
            CaseId = aidCase.Id,
            OfficerId = concerned.Id,
            ReportedById = officer.Id,
            Relation = form.Relation!.Value,
            PartyId = form.PartyId,
            Other = form.Other,
            Reason = form.Reason.Trim(),
            DeclaredAtUtc = clock.UtcNow,
            Body = rules.DecidedBy(RecusalRanks.Of(concerned.Role)).Value,
            Status = status,
        };
        db.Add(recusal);
        db.Note(
            aidCase.OfficeId, clock.UtcNow, concerned.Id == officer.Id ? Act.RecusalDeclared : Act.RecusalReported, aidCase.Id, officer.Id,
            details: new { request = recusal.Id, concerned = concerned.Id, relation = recusal.Relation, party = recusal.PartyId, recusal = status });
        return recusal;
    }

    private Task<RecusalStatus?> StandingAsync(Guid caseId, Guid officerId, CancellationToken ct) => db.Recusals
        .Where(r => r.CaseId == caseId && r.OfficerId == officerId && r.Status != RecusalStatus.NotRecused)
        .Select(r => (RecusalStatus?)r.Status).SingleOrDefaultAsync(ct);
}
