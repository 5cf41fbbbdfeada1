using LegalAid.Rules.Intake;
using LegalAid.Store.Search;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Intake;

/// <summary>Somebody who stands in a case: recipient, opponent, victim, co-defendant or applicant.</summary>
public sealed class CaseParty : IOfficeOwned
{
    /// <summary>The query filter that hides those a correction took out.</summary>
    public const string StandingFilter = "standing";

    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    public required PartyRole Role { get; init; }

    /// <summary>The place among the parties of the case as they were typed, from 1.</summary>
    public required int Order { get; set; }

    public required string Name { get; init; }

    public required bool IsOrganisation { get; init; }

    public Sealed? IdentityNumber { get; init; }

    /// <summary>Keyed hash of identity number or organisation code; null when only the name is known.</summary>
    public byte[]? IdentityIndex { get; init; }

    public Sealed? Phone { get; set; }

    /// <summary>When a correction took the party out of the case; the row stays as history and no query sees it.</summary>
    public DateTime? RemovedAtUtc { get; set; }
}

internal sealed class CasePartyTable : IEntityTypeConfiguration<CaseParty>
{
    public void Configure(EntityTypeBuilder<CaseParty> party)
    {
        party.HasQueryFilter(CaseParty.StandingFilter, p => p.RemovedAtUtc == null);
        party.Property(p => p.Name).HasMaxLength(60);
        party.HasOne<AidCase>().WithMany(c => c.Parties).HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Restrict);
        party.HasIndex(p => new { p.OfficeId, p.Name });
        party.HasIndex(p => new { p.OfficeId, p.IdentityIndex });
        party.HasIndex(p => p.IdentityIndex);       // across offices, by the one function that may
        party.HasNameColumns(nameof(CaseParty.Name));
    }
}
