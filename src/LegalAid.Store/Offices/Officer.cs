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

    /// <summary>For a practitioner: the own membership. An applicant's account gets it with the admission.</summary>
    public Guid? MembershipId { get; set; }

    /// <summary>For a station's account: the station.</summary>
    public Guid? StationId { get; init; }

    /// <summary>For a reviewer who practises: the own institution, none of whose cases they review (CF-17); they do not speak for it.</summary>
    public Guid? PractisesAtId { get; init; }

    /// <summary>For a recipient: who they are, as a case names them.</summary>
    public Guid? PartyId { get; init; }

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
        officer.HasOne<Station>().WithMany().HasForeignKey(o => o.StationId).OnDelete(DeleteBehavior.Restrict);
        officer.HasIndex(o => o.PartyId).IsUnique().HasFilter("party_id is not null");
        officer.HasOne<Office>().WithMany().HasForeignKey(o => o.OfficeId).OnDelete(DeleteBehavior.Restrict);
    }
}
