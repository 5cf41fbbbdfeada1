using LegalAid.Rules.Assignment;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>A practitioner the institution named for the case (承办人).</summary>
public sealed class CaseHandler : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid AssignmentId { get; init; }

    public required Guid MembershipId { get; init; }

    public HandlerRole Role { get; init; } = HandlerRole.Lead;

    public Membership Membership { get; init; } = null!;
}

internal sealed class CaseHandlerTable : IEntityTypeConfiguration<CaseHandler>
{
    public void Configure(EntityTypeBuilder<CaseHandler> handler)
    {
        handler.HasOne<CaseAssignment>().WithMany(a => a.Handlers).HasForeignKey(h => h.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        handler.HasOne(h => h.Membership).WithMany().HasForeignKey(h => h.MembershipId).OnDelete(DeleteBehavior.Restrict);
        handler.HasIndex(h => new { h.AssignmentId, h.MembershipId }).IsUnique();
        handler.HasIndex(h => h.AssignmentId).IsUnique().HasFilter("role = 'Lead'").HasDatabaseName("ix_case_handlers_one_lead");
    }
}
