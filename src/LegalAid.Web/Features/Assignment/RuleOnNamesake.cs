using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>A clerk rules whether a conflict hit by name alone is the same person; the ruling stands for this case and may be changed until it is proposed.</summary>
public sealed class RuleOnNamesake(AidDb db, ConflictSearch search, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ConflictRuling>?> RunAsync(Guid caseId, Guid sourceId, bool samePerson, string reason, CancellationToken ct)
    {
        var aidCase = await db.Cases.AsNoTracking().Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == caseId, ct);
        if (aidCase is null || !(await search.ForAsync(aidCase, ct)).All.Any(conflict => conflict.SourceId == sourceId && conflict.CanBeRuled))
        {
            return null;
        }

        if (aidCase.Status != CaseStatus.AwaitingAssignment)
        {
            return new Refusal("not-awaiting", "本案不在待指派状态，不能再改核查结论。", ["CF-01"]);
        }

        var ruling = await db.ConflictRulings.SingleOrDefaultAsync(r => r.CaseId == caseId && r.SourceId == sourceId, ct);
        var before = ruling?.SamePerson;
        if (ruling is null)
        {
            ruling = new() { Id = Guid.CreateVersion7(), OfficeId = aidCase.OfficeId, CaseId = caseId, SourceId = sourceId, SamePerson = samePerson, Reason = reason };
            db.Add(ruling);
        }
        else
        {
            (ruling.SamePerson, ruling.Reason) = (samePerson, reason);
        }

        db.Note(aidCase.OfficeId, clock.UtcNow, Act.ConflictRuled, caseId, officer.Id, reason, new { source = sourceId, before, samePerson });
        await db.SaveChangesAsync(ct);
        return ruling;
    }
}
