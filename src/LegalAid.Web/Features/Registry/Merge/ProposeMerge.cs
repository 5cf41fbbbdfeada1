using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Proposes that two records of the roster are one human's (提出合并重复人员). Nothing moves by it.</summary>
public sealed class ProposeMerge(AidDb db, MergeFactsReader facts, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<MemberMerge>?> RunAsync(Guid keptId, Guid mergedId, string reason, CancellationToken ct)
    {
        var found = await db.Memberships.AsNoTracking().Where(m => m.OfficeId == officer.OfficeId && (m.Id == keptId || m.Id == mergedId)).ToDictionaryAsync(m => m.Id, ct);
        if (!found.TryGetValue(keptId, out var kept) || !found.TryGetValue(mergedId, out var merged))
        {
            return null;
        }

        if (Merges.WhyNot(await facts.ReadAsync(kept, merged, ct)) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        if (await db.MemberMerges.AnyAsync(m => m.MergedId == mergedId && m.Status == MergeStatus.Waiting, ct))
        {
            return new Refusal("merge-waits", "已有一份把这条记录合并出去的建议待决定。", []);
        }

        var proposal = new MemberMerge
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            KeptId = keptId,
            MergedId = mergedId,
            Reason = reason,
            ProposedById = officer.Id,
            ProposedAtUtc = clock.UtcNow,
            Status = MergeStatus.Waiting,
        };
        db.Add(proposal);
        db.Note(officer.OfficeId, clock.UtcNow, Act.MergeProposed, keptId, officer.Id, details: new { merge = proposal.Id, mergedRecord = mergedId });
        await db.SaveChangesAsync(ct);
        return proposal;
    }
}
