using LegalAid.Store.Offices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Documents;

/// <summary>What a running number is for; each kind counts from 1 every year.</summary>
public enum DocumentKind
{
    /// <summary>案件编号</summary>
    Case = 1,

    /// <summary>收文</summary>
    IncomingLetter,

    /// <summary>给予、不予法律援助决定书</summary>
    AidDecision,

    /// <summary>指派通知书</summary>
    AssignmentNotice,

    /// <summary>复函</summary>
    Reply,

    /// <summary>报司法局的请示</summary>
    BureauReport,

    /// <summary>清退决定书</summary>
    PoolRemoval,
}

/// <summary>A number of an office's documents of one kind in one year.</summary>
public sealed class DocumentCounter : IOfficeOwned
{
    public required Guid OfficeId { get; init; }

    public required DocumentKind Kind { get; init; }

    public required int Year { get; init; }

    public required int Last { get; set; }
}

/// <summary>Hands out document numbers without gaps: the counter row is locked until the transaction that uses the number commits.</summary>
public static class DocumentNumbers
{
    public static async Task<string> NextAsync(AidDb db, Guid officeId, DocumentKind kind, int year, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A document number is only handed out inside the transaction that uses it.");
        }

        var number = await db.Database.SqlQuery<int>($"""
            insert into document_counters (office_id, kind, year, last) values ({officeId}, {kind.ToString()}, {year}, 1)
            on conflict (office_id, kind, year) do update set last = document_counters.last + 1
            returning last as "Value"
            """).ToListAsync(ct);
        var prefix = await db.Offices.Where(o => o.Id == officeId).Select(o => o.DocumentPrefix).SingleAsync(ct);
        return Format(prefix, kind, year, number.Single());
    }

    public static string Format(string prefix, DocumentKind kind, int year, int number) => kind switch
    {
        DocumentKind.Case => $"{year}-{number:0000}",
        DocumentKind.IncomingLetter => $"收〔{year}〕{number:000}号",
        DocumentKind.AidDecision => $"{prefix}援决字〔{year}〕第{number}号",
        DocumentKind.AssignmentNotice => $"{prefix}援指字〔{year}〕第{number}号",
        DocumentKind.Reply => $"{prefix}援函字〔{year}〕第{number}号",
        DocumentKind.BureauReport => $"{prefix}援请字〔{year}〕第{number}号",
        DocumentKind.PoolRemoval => $"{prefix}援清字〔{year}〕第{number}号",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown document kind."),
    };
}

internal sealed class DocumentCounterTable : IEntityTypeConfiguration<DocumentCounter>
{
    public void Configure(EntityTypeBuilder<DocumentCounter> counter)
    {
        counter.HasKey(c => new { c.OfficeId, c.Kind, c.Year });
        counter.HasOne<Office>().WithMany().HasForeignKey(c => c.OfficeId).OnDelete(DeleteBehavior.Restrict);
    }
}
