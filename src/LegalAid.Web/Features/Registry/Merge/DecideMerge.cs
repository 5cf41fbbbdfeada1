using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// The head confirms or refuses a proposed merge. Confirmed, everything that names the one record names the other from then on; what was decided, published and journalled
/// stays as it was and leads there (decision 12). Nothing undoes it.
/// </summary>
public sealed class DecideMerge(AidDb db, MergeFactsReader facts, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<MemberMerge>?> RunAsync(Guid id, bool agrees, string note, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.MemberMerges.SingleOrDefaultAsync(m => m.Id == id && m.OfficeId == officer.OfficeId, ct) is not { } merge)
        {
            return null;
        }

        if (Merges.WhyNotDecide(merge.Status == MergeStatus.Waiting, merge.ProposedById == officer.Id) is { } refusal)
        {
            return refusal;
        }

        (merge.DecidedById, merge.DecidedAtUtc, merge.DecisionNote) = (officer.Id, clock.UtcNow, note);
        if (agrees && await MergedAsync(merge, ct) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        if (!agrees)
        {
            merge.Status = MergeStatus.Rejected;
            db.Note(merge.OfficeId, clock.UtcNow, Act.MergeRejected, merge.KeptId, officer.Id, details: new { merge = merge.Id, mergedRecord = merge.MergedId });
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return merge;
    }

    private async Task<List<Refusal>> MergedAsync(MemberMerge merge, CancellationToken ct)
    {
        var (of, at) = ((merge.KeptId, merge.MergedId), (clock.Today, merge.Id));
        var (kept, merged, queues) = await LockedAsync(merge, ct);
        if (Merges.WhyNot(await facts.ReadAsync(kept, merged, ct)) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        merge.Status = MergeStatus.Merged;
        TurnLedger.HandOver(db, queues, of, at);
        await db.SaveChangesAsync(ct);
        await MemberLeftovers.MovePlacesAsync(db, kept.Id, merged.Id, ct);
        var moved = await MoveAsync(kept, merged, ct);
        var accounts = await MoveAccountsAsync(kept.Id, merged.Id, ct);
        var before = new { left = merged.LeftOn, aidCases = merged.PriorAidCases, aidCasesLastYear = merged.PriorAidCasesLastYear, criminalCases = merged.CriminalCases };
        MergedRecords.Join(kept, merged, clock.Today);
        db.Note(merge.OfficeId, clock.UtcNow, Act.MembersMerged, kept.Id, officer.Id, details: new { merge = merge.Id, mergedRecord = merged.Id, rows = moved, accounts, before });
        return [];
    }

    // The records first, as everybody who ends a membership; then the queues; then nobody may point at the records any more until this is done.
    private async Task<(Membership Kept, Membership Merged, List<RotationQueue> Queues)> LockedAsync(MemberMerge merge, CancellationToken ct)
    {
        var pair = new[] { merge.KeptId, merge.MergedId };
        var members = await db.Memberships.FromSql($"select *, xmin from memberships where id = any({pair}) order by id for no key update").ToListAsync(ct);
        var queues = new List<RotationQueue>();
        foreach (var kind in (await db.RotationQueues.Where(q => q.Places.Any(p => p.MembershipId != null)).Select(q => q.Kind).ToListAsync(ct)).Order())
        {
            queues.Add(await TurnLedger.LockAsync(db, kind, ct));
        }

        await db.Database.ExecuteSqlAsync($"select from memberships where id = any({pair}) order by id for update", ct);
        return (members.Single(m => m.Id == merge.KeptId), members.Single(m => m.Id == merge.MergedId), queues);
    }

    private async Task<int> MoveAsync(Membership kept, Membership merged, CancellationToken ct)
    {
        var persons = await db.Persons.AsNoTracking().Where(p => p.Id == kept.PersonId || p.Id == merged.PersonId).ToDictionaryAsync(p => p.Id, ct);
        await MemberLeftovers.MoveStandingsAsync(db, kept.Id, merged.Id, clock.Today, ct);
        await MemberLeftovers.MoveAttendancesAsync(db, kept.Id, merged.Id, ct);
        await MemberLeftovers.AddColoursAsync(db, kept.Id, merged.Id, ct);
        await MemberLeftovers.AddFiguresAsync(db, kept.Id, merged.Id, ct);
        await MemberLeftovers.MoveSuggestionsAsync(db, kept.Id, merged.Id, clock.UtcNow, ct);
        await MemberLeftovers.MoveIdentityAsync(db, persons[kept.PersonId], persons[merged.PersonId], cipher.Index($"merged {merged.PersonId}"), ct);
        return await MemberRows.MoveAsync(db, kept.Id, merged.Id, ct);
    }

    // Two accounts stay two: closing one is the security administrator's. Their sessions end, so that the next sign-in knows whose they are.
    private async Task<int> MoveAccountsAsync(Guid kept, Guid merged, CancellationToken ct)
    {
        var accounts = await db.Users.Where(u => u.OfficeId == officer.OfficeId && u.MembershipId == merged).ToListAsync(ct);
        foreach (var account in accounts)
        {
            (account.MembershipId, account.SecurityStamp) = (kept, Guid.CreateVersion7().ToString("N"));
        }

        return accounts.Count;
    }
}
