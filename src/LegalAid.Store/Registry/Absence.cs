using LegalAid.Rules.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>A time in which a member is on leave, suspended or stopped from practising. Both days are included; an open end lasts until it is ended.</summary>
public sealed class Absence : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public required AbsenceKind Kind { get; init; }

    public required DateOnly FirstDay { get; init; }

    public DateOnly? LastDay { get; set; }

    public required string Reason { get; init; }

    /// <summary>When it was found to have been recorded by mistake; it then counts for nothing and stays in the history.</summary>
    public DateTime? VoidedAtUtc { get; set; }

    public string? VoidedReason { get; set; }

    /// <summary>When a suspension's end was told; null before.</summary>
    public DateTime? EndToldAtUtc { get; set; }
}

internal sealed class AbsenceTable : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> absence)
    {
        absence.Property(a => a.Reason).HasMaxLength(200);
        absence.Property(a => a.VoidedReason).HasMaxLength(200);
        absence.HasOne<Membership>().WithMany(m => m.Absences).HasForeignKey(a => a.MembershipId).OnDelete(DeleteBehavior.Restrict);
        absence.ToTable(table =>
        {
            table.HasCheckConstraint("ck_absences_days", "last_day is null or last_day >= first_day");
            table.HasCheckConstraint("ck_absences_voided", "(voided_at_utc is null) = (voided_reason is null)");
        });
    }
}
