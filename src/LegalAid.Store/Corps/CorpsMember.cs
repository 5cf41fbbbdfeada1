using LegalAid.Rules.Corps;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Corps;

/// <summary>
/// Somebody's time in the service corps (服务团, QDN-4.2a). The row is the prefecture's: it alone writes it, and row security lets the counties below read it.
/// Who comes back has another row.
/// </summary>
public sealed class CorpsMember : IOfficeOwned
{
    public required Guid Id { get; init; }

    /// <summary>The prefecture.</summary>
    public required Guid OfficeId { get; init; }

    public required Guid PersonId { get; init; }

    public required DateOnly JoinedOn { get; init; }

    /// <summary>What shows it: the own application and the published list.</summary>
    public required string Evidence { get; init; }

    public required Guid RecordedById { get; init; }

    /// <summary>The first day outside; null while in the corps.</summary>
    public DateOnly? LeftOn { get; set; }

    public CorpsEnd? End { get; set; }

    public string? EndReason { get; set; }

    public Guid? EndedById { get; set; }
}

/// <summary>Who is in the corps on a day, as the prefecture and the counties below it see it.</summary>
public static class CorpsMembers
{
    /// <summary>Rows of the offices in sight and of those above them; which these are row security says, not the query.</summary>
    public static IQueryable<CorpsMember> InSight(AidDb db) => db.CorpsMembers.IgnoreQueryFilters([AidDb.OwnOffices]);

    public static IQueryable<CorpsMember> On(AidDb db, DateOnly day) => InSight(db).Where(m => m.JoinedOn <= day && (m.LeftOn == null || m.LeftOn > day));
}

internal sealed class CorpsMemberTable : IEntityTypeConfiguration<CorpsMember>
{
    public void Configure(EntityTypeBuilder<CorpsMember> member)
    {
        member.ToTable("corps_members", table => table.HasCheckConstraint("ck_corps_members_days", "left_on is null or left_on > joined_on"));
        member.Property(m => m.Evidence).HasMaxLength(200);
        member.Property(m => m.EndReason).HasMaxLength(500);
        member.HasOne<Office>().WithMany().HasForeignKey(m => m.OfficeId).OnDelete(DeleteBehavior.Restrict);
        member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        member.HasIndex(m => new { m.OfficeId, m.PersonId }).IsUnique().HasFilter("left_on is null").HasDatabaseName("ix_corps_members_one_time_at_once");
        member.HasIndex(m => m.PersonId);
    }
}
