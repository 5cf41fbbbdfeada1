using LegalAid.Rules.Corps;
using LegalAid.Store.Assignment;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Corps;

/// <summary>What a county proposes about somebody of its roster (服务团成员身份建议, QDN-4.2a), in writing and never changed. The row is the county's; the prefecture above it reads it.</summary>
public sealed class CorpsProposal : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    /// <summary>The county.</summary>
    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    /// <summary>Which of the proposals on this person; so that two at once leave one.</summary>
    public required int Turn { get; init; }

    public required CorpsProposalKind Kind { get; init; }

    public required string Reason { get; init; }

    public required Guid ProposedById { get; init; }

    public required DateTime ProposedAtUtc { get; init; }
}

/// <summary>What was handed in with a proposal: one file, sealed, never changed.</summary>
public sealed class CorpsProposalFile : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ProposalId { get; init; }

    public required EvidenceType Type { get; init; }

    public required int Bytes { get; init; }

    /// <summary>The file as it came; its name is not kept, it may name people.</summary>
    public required Sealed Content { get; init; }
}

/// <summary>What the prefecture decided on a proposal, and why. The row is the prefecture's; the county reads the answer to its own proposal, and the database takes none from it.</summary>
public sealed class CorpsProposalAnswer : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    /// <summary>The prefecture.</summary>
    public required Guid OfficeId { get; init; }

    public required Guid ProposalId { get; init; }

    public required bool Agrees { get; init; }

    public required string Reason { get; init; }

    public required Guid DecidedById { get; init; }

    public required DateTime DecidedAtUtc { get; init; }
}

/// <summary>Proposals and answers as the county and the prefecture above it see them; which these are row security says, not the query.</summary>
public static class CorpsProposalsInSight
{
    public static IQueryable<CorpsProposal> Proposals(AidDb db) => db.CorpsProposals.IgnoreQueryFilters([AidDb.OwnOffices]);

    public static IQueryable<CorpsProposalAnswer> Answers(AidDb db) => db.CorpsProposalAnswers.IgnoreQueryFilters([AidDb.OwnOffices]);

    public static IQueryable<CorpsProposalFile> Files(AidDb db) => db.CorpsProposalFiles.IgnoreQueryFilters([AidDb.OwnOffices]);
}

internal sealed class CorpsProposalTable : IEntityTypeConfiguration<CorpsProposal>
{
    public void Configure(EntityTypeBuilder<CorpsProposal> proposal)
    {
        proposal.ToTable("corps_proposals");
        proposal.Property(p => p.Reason).HasMaxLength(500);
        proposal.HasOne<Office>().WithMany().HasForeignKey(p => p.OfficeId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne<Membership>().WithMany().HasForeignKey(p => p.MembershipId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasIndex(p => new { p.MembershipId, p.Turn }).IsUnique();
        proposal.HasIndex(p => new { p.OfficeId, p.ProposedAtUtc });
    }
}

internal sealed class CorpsProposalFileTable : IEntityTypeConfiguration<CorpsProposalFile>
{
    public void Configure(EntityTypeBuilder<CorpsProposalFile> file)
    {
        file.ToTable("corps_proposal_files");
        file.HasOne<CorpsProposal>().WithMany().HasForeignKey(f => f.ProposalId).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => f.ProposalId).IsUnique();
    }
}

internal sealed class CorpsProposalAnswerTable : IEntityTypeConfiguration<CorpsProposalAnswer>
{
    public void Configure(EntityTypeBuilder<CorpsProposalAnswer> answer)
    {
        answer.ToTable("corps_proposal_answers");
        answer.Property(a => a.Reason).HasMaxLength(500);
        answer.HasOne<Office>().WithMany().HasForeignKey(a => a.OfficeId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne<CorpsProposal>().WithMany().HasForeignKey(a => a.ProposalId).OnDelete(DeleteBehavior.Restrict);
        answer.HasIndex(a => a.ProposalId).IsUnique();
    }
}
