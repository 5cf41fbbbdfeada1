using System.Security.Cryptography;
using System.Text;
using LegalAid.Rules.Common;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Journal;

/// <summary>A row by its whole key, and the hash of all it holds.</summary>
internal sealed record RowDigest(Guid Id, DateTime AtUtc, byte[] Digest);

/// <summary>A journal line or decision record word for word as the database keeps it.</summary>
internal interface IKeptRow
{
    Guid Id { get; }

    DateTime AtUtc { get; }
}

/// <summary>A journal line as kept; its act is a word, known to the program or not.</summary>
internal sealed record KeptLine(Guid Id, DateTime AtUtc, Guid OfficeId, string Act, Guid SubjectId, Guid? OfficerId, string? Reason, string? Details) : IKeptRow;

/// <summary>A decision record as kept.</summary>
internal sealed record KeptDecision(
    Guid Id, DateTime AtUtc, Guid OfficeId, string Kind, Guid SubjectId, string RuleBookVersion, string Facts, string Result, string Clauses) : IKeptRow;

/// <summary>
/// What seals cover, read past the mapping: the mapping forgives an act spelt otherwise and fails on one it does not know, and a seal has to tell of both.
/// </summary>
internal static class KeptRows
{
    public static IQueryable<KeptLine> Lines(AidDb db) => db.Database.SqlQuery<KeptLine>($"""
        select id as "Id", at_utc as "AtUtc", office_id as "OfficeId", act as "Act", subject_id as "SubjectId", officer_id as "OfficerId", reason as "Reason", details as "Details"
        from journal_lines
        """);

    public static IQueryable<KeptDecision> Decisions(AidDb db) => db.Database.SqlQuery<KeptDecision>($"""
        select id as "Id", made_at_utc as "AtUtc", office_id as "OfficeId", kind as "Kind", subject_id as "SubjectId", rule_book_version as "RuleBookVersion",
          facts as "Facts", result as "Result", clauses::text as "Clauses"
        from decision_records
        """);

    /// <summary>Those no seal covers yet.</summary>
    public static IQueryable<T> Unsealed<T>(IQueryable<T> rows, AidDb db)
        where T : class, IKeptRow => rows.Where(row => !db.SealedRows.Any(r => r.RowId == row.Id && r.AtUtc == row.AtUtc));

    public static RowDigest Digest<T>(T row)
        where T : class, IKeptRow => new(row.Id, row.AtUtc, SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Write(row))));
}
