using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Registry;

/// <summary>What becomes of the rows that name a merged record.</summary>
public enum MergeFate
{
    /// <summary>They name the kept record from now on.</summary>
    Moves = 1,

    /// <summary>The same, but a row the kept record has already stays where it is.</summary>
    MovesUnlessThere,

    /// <summary>They stay: never changed, or a matter of their own.</summary>
    Stays,

    /// <summary>The merge deals with them by itself.</summary>
    ByHand,
}

/// <summary>A column that names a membership, and what a merge makes of it. With <paramref name="Key"/> the other columns that make a row one of a kind.</summary>
public sealed record MemberColumn(string Table, string Column, MergeFate Fate, params string[] Key);

/// <summary>
/// Every column of the database that names a membership, and what a merge does with it (decision 12); a test compares the list with the model, so that a new table cannot be forgotten.
/// </summary>
public static class MemberRows
{
    private const string Membership = "membership_id";

    public static IReadOnlyList<MemberColumn> All { get; } =
    [
        new("absences", Membership, MergeFate.Moves),
        new("activity_participations", Membership, MergeFate.Moves),
        new("assignments", Membership, MergeFate.Moves),
        new("brought_forwards", Membership, MergeFate.ByHand),
        new("case_handlers", Membership, MergeFate.Moves),
        new("cases", "wished_membership_id", MergeFate.Moves),
        new("coloured_members", Membership, MergeFate.ByHand),
        new("conduct_matters", Membership, MergeFate.Moves),
        new("conflict_reports", Membership, MergeFate.Moves),
        new("corps_proposals", Membership, MergeFate.Stays),
        new("entry_updates", Membership, MergeFate.Stays),
        new("exam_results", Membership, MergeFate.MovesUnlessThere, "examined_on", "sitting_id"),
        new("exam_sittings", Membership, MergeFate.Stays),
        new("handler_suggestions", Membership, MergeFate.ByHand),
        new("leave_requests", Membership, MergeFate.Moves),
        new("licence_findings", Membership, MergeFate.MovesUnlessThere, "check_id"),
        new("member_merges", "kept_id", MergeFate.Stays),
        new("member_merges", "merged_id", MergeFate.Stays),
        new("member_ties", Membership, MergeFate.Moves),
        new("memberships", "mentor_id", MergeFate.Moves),
        new("memberships", "merged_into_id", MergeFate.Moves),
        new("notices", Membership, MergeFate.Moves),
        new("officers", Membership, MergeFate.ByHand),
        new("planned_changes", Membership, MergeFate.Stays),
        new("pool_applications", Membership, MergeFate.Moves),
        new("pool_exits", Membership, MergeFate.Moves),
        new("pool_files", Membership, MergeFate.Stays),
        new("pool_removals", Membership, MergeFate.Moves),
        new("pool_standings", Membership, MergeFate.ByHand),
        new("posting_bids", Membership, MergeFate.MovesUnlessThere, "posting_id"),
        new("prior_matters", Membership, MergeFate.Moves),
        new("probations", Membership, MergeFate.Moves),
        new("probations", "companion_id", MergeFate.Moves),
        new("quality_grades", Membership, MergeFate.MovesUnlessThere, "case_number", "assessed_by", "effective_on"),
        new("queue_places", Membership, MergeFate.ByHand),
        new("removal_proposals", Membership, MergeFate.Moves),
        new("renewals", Membership, MergeFate.MovesUnlessThere, "round_id"),
        new("training_attendances", Membership, MergeFate.ByHand),
    ];

    /// <summary>Moves what moves by itself; answers how many rows did.</summary>
    /// <param name="db">Inside the merge's transaction; row security keeps it to the own office.</param>
    /// <param name="kept">The membership that goes on.</param>
    /// <param name="merged">The membership that goes into it.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<int> MoveAsync(AidDb db, Guid kept, Guid merged, CancellationToken ct)
    {
        var moved = 0;
        foreach (var column in All.Where(column => column.Fate is MergeFate.Moves or MergeFate.MovesUnlessThere))
        {
            moved += await db.Database.ExecuteSqlRawAsync(SqlOf(column), [kept, merged], ct);
        }

        return moved;
    }

    // Names of tables and columns come from the list above alone.
    private static string SqlOf(MemberColumn column)
    {
        var unless = column.Key.Select(key => $" and other.{key} is not distinct from t.{key}");
        return $"update {column.Table} t set {column.Column} = {{0}} where {column.Column} = {{1}}"
            + (column.Fate == MergeFate.Moves ? "" : $" and not exists (select from {column.Table} other where other.{column.Column} = {{0}}{string.Concat(unless)})");
    }
}
