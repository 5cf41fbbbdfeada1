using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Offices;

/// <summary>An account: one person in one role of one office. Passwords, lockout and second factor are ASP.NET Core Identity's.</summary>
public sealed class Officer : IdentityUser<Guid>
{
    public required Guid OfficeId { get; init; }

    public required string DisplayName { get; set; }

    /// <summary>One of the program's role names.</summary>
    public required string Role { get; set; }

    /// <summary>For an institution's administrator: the institution spoken for.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>For a practitioner: the own membership.</summary>
    public Guid? MembershipId { get; init; }

    /// <summary>The last one-time code accepted, so that it does not work twice.</summary>
    public string? SpentCode { get; set; }
}

internal sealed class OfficerTable : IEntityTypeConfiguration<Officer>
{
    public void Configure(EntityTypeBuilder<Officer> officer)
    {
        officer.ToTable("officers");
        officer.Property(o => o.DisplayName).HasMaxLength(40);
        officer.Property(o => o.Role).HasMaxLength(20);
        officer.Property(o => o.SpentCode).HasMaxLength(6);
        officer.HasOne<Office>().WithMany().HasForeignKey(o => o.OfficeId).OnDelete(DeleteBehavior.Restrict);
    }
}
