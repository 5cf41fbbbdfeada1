using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Registry;

/// <summary>What a merge moves in a way of its own, table by table (decision 12). Inside the merge's transaction, after the records are locked.</summary>
public static class MemberLeftovers
{
    /// <summary>
    /// The days in the pools: a stay of the merged record goes on as the kept one's; where both stand in a pool the earlier day counts. A stay the kept one has already ends with the record.
    /// </summary>
    public static async Task MoveStandingsAsync(AidDb db, Guid kept, Guid merged, DateOnly today, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"update pool_standings k set entered_on = least(k.entered_on, o.entered_on) from pool_standings o where k.membership_id = {kept} and o.membership_id = {merged} and o.pool = k.pool and k.left_on is null and o.left_on is null", ct);
        await db.Database.ExecuteSqlAsync($"update pool_standings o set left_on = greatest(o.entered_on, {today}) where o.membership_id = {merged} and (o.left_on is null or o.left_on > {today}) and exists (select from pool_standings k where k.membership_id = {kept} and k.pool = o.pool and (k.left_on is null or k.left_on > {today}))", ct);
        await db.Database.ExecuteSqlAsync($"update pool_standings set membership_id = {kept} where membership_id = {merged} and (left_on is null or left_on <> greatest(entered_on, {today}))", ct);
    }

    /// <summary>The places in the queues, the open ones and those closed before; two open ones in a queue were made one already.</summary>
    public static Task MovePlacesAsync(AidDb db, Guid kept, Guid merged, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"update queue_places set membership_id = {kept} where membership_id = {merged}", ct);

    /// <summary>
    /// Where both were invited to a training, what counts is that the human came: the row that shows it is the kept record's afterwards. Proofs go with their row.
    /// </summary>
    public static async Task MoveAttendancesAsync(AidDb db, Guid kept, Guid merged, CancellationToken ct)
    {
        var rows = await db.TrainingAttendances.Where(a => a.MembershipId == kept || a.MembershipId == merged).ToListAsync(ct);
        foreach (var pair in rows.GroupBy(a => a.EventId).Where(pair => pair.Count() == 2))
        {
            var (mine, other) = (pair.Single(a => a.MembershipId == kept), pair.Single(a => a.MembershipId == merged));
            if (mine.SignedInAtUtc is null && !mine.MadeUp && (other.SignedInAtUtc is not null || other.MadeUp))
            {
                (mine.SignedInAtUtc, mine.SignInArrivedAtUtc, mine.SignedInById) = (other.SignedInAtUtc, other.SignInArrivedAtUtc, other.SignedInById);
                (mine.MadeUp, mine.MakeUpSentAtUtc, mine.RuledById) = (other.MadeUp, other.MakeUpSentAtUtc, other.RuledById);
            }
        }

        await db.SaveChangesAsync(ct);
        await db.Database.ExecuteSqlAsync($"update training_attendances t set membership_id = {kept} where membership_id = {merged} and not exists (select from training_attendances k where k.membership_id = {kept} and k.event_id = t.event_id)", ct);
    }

    /// <summary>Published lists are never changed, but a line may be added: on a list where only the merged record stands, the kept one gets the same colour.</summary>
    public static Task AddColoursAsync(AidDb db, Guid kept, Guid merged, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"insert into coloured_members (id, office_id, list_id, membership_id, colour) select gen_random_uuid(), o.office_id, o.list_id, {kept}, o.colour from coloured_members o where o.membership_id = {merged} and not exists (select from coloured_members k where k.list_id = o.list_id and k.membership_id = {kept})", ct);

    /// <summary>Figures brought along are never changed either: what the kept record lacks for a kind and period is written for it once more.</summary>
    public static Task AddFiguresAsync(AidDb db, Guid kept, Guid merged, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"insert into brought_forwards (id, office_id, membership_id, kind, period_from, as_of, amount, upload_id, recorded_by_id, recorded_at_utc) select gen_random_uuid(), o.office_id, {kept}, o.kind, o.period_from, o.as_of, o.amount, o.upload_id, o.recorded_by_id, o.recorded_at_utc from brought_forwards o where o.membership_id = {merged} and not exists (select from brought_forwards later where later.replaces_id = o.id) and not exists (select from brought_forwards k where k.membership_id = {kept} and k.kind = o.kind and k.period_from = o.period_from)", ct);

    /// <summary>A suggestion of the kept record stands; the merged one's is taken back where both have one.</summary>
    public static async Task MoveSuggestionsAsync(AidDb db, Guid kept, Guid merged, DateTime nowUtc, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"update handler_suggestions o set withdrawn_at_utc = {nowUtc} where o.membership_id = {merged} and o.withdrawn_at_utc is null and exists (select from handler_suggestions k where k.membership_id = {kept} and k.withdrawn_at_utc is null)", ct);
        await db.Database.ExecuteSqlAsync($"update handler_suggestions set membership_id = {kept} where membership_id = {merged}", ct);
    }

    /// <summary>
    /// What is found by the identity number's keyed hash: removals and their bar, official records, relatives' ties, applications. The number itself is free afterwards, for it may be somebody else's.
    /// </summary>
    public static async Task MoveIdentityAsync(AidDb db, Person kept, Person merged, byte[] freed, CancellationToken ct)
    {
        var (to, from) = (kept.IdentityIndex, merged.IdentityIndex);
        await db.Database.ExecuteSqlAsync($"update pool_removals set identity_index = {to} where identity_index = {from}", ct);
        await db.Database.ExecuteSqlAsync($"update member_ties set identity_index = {to} where identity_index = {from}", ct);
        await db.Database.ExecuteSqlAsync($"update official_records o set identity_index = {to} where identity_index = {from} and not exists (select from official_records k where k.identity_index = {to} and k.kind = o.kind and k.effective_on = o.effective_on and k.record_source = o.record_source and k.voided_at_utc is null)", ct);
        await db.Database.ExecuteSqlAsync($"update pool_applications o set identity_index = {to} where identity_index = {from} and not exists (select from pool_applications k where k.identity_index = {to} and k.round_id = o.round_id)", ct);
        await db.Database.ExecuteSqlAsync($"update corps_members set person_id = {kept.Id} where person_id = {merged.Id}", ct);
        await db.Database.ExecuteSqlAsync($"update persons set identity_index = {freed} where id = {merged.Id}", ct);
    }
}
