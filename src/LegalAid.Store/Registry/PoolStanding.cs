using System.Linq.Expressions;
using LegalAid.Rules.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>
/// A member stands in one of the office's two pools (值班库、办案库, WZ-3.1), from the day of entering until the first day outside. One open standing for each member and pool;
/// whoever leaves the office's roster leaves both.
/// </summary>
public sealed class PoolStanding : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public required Pools Pool { get; init; }

    public required DateOnly EnteredOn { get; init; }

    /// <summary>The first day outside; it may lie ahead.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>Who stands in a pool on a day.</summary>
    public static Expression<Func<Membership, bool>> In(Pools pool, DateOnly day) =>
        m => m.Standings.Any(s => s.Pool == pool && s.EnteredOn <= day && (s.LeftOn == null || s.LeftOn > day));

    /// <summary>Who does not.</summary>
    public static Expression<Func<Membership, bool>> Outside(Pools pool, DateOnly day) =>
        m => !m.Standings.Any(s => s.Pool == pool && s.EnteredOn <= day && (s.LeftOn == null || s.LeftOn > day));
}

internal sealed class PoolStandingTable : IEntityTypeConfiguration<PoolStanding>
{
    public void Configure(EntityTypeBuilder<PoolStanding> standing)
    {
        standing.ToTable("pool_standings", table =>
        {
            table.HasCheckConstraint("ck_pool_standings_one_pool", "pool in ('Duty', 'Cases')");
            table.HasCheckConstraint("ck_pool_standings_days", "left_on is null or left_on >= entered_on");
        });
        standing.HasOne<Membership>().WithMany(m => m.Standings).HasForeignKey(s => s.MembershipId).OnDelete(DeleteBehavior.Restrict);
        standing.HasIndex(s => new { s.MembershipId, s.Pool }).IsUnique().HasFilter("left_on is null").HasDatabaseName("ix_pool_standings_one_open");
        standing.HasIndex(s => new { s.OfficeId, s.Pool, s.MembershipId });
    }
}
