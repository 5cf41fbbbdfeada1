using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>A notice that the pool was too short for a case, so that somebody outside it was assigned (短缺提示, WZ-9.1, WZ-21.2).</summary>
public sealed class ShortageNotice : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid AssignmentId { get; init; }

    public required CaseKind Kind { get; init; }

    /// <summary>What the people of the pool lacked, the commonest first; empty where somebody of the pool could have taken it and only the written reason speaks.</summary>
    public required List<string> Missing { get; init; }

    public required DateTime RaisedAtUtc { get; init; }
}

/// <summary>Raises shortage notices from the stored decision alone.</summary>
public static class ShortageNotices
{
    /// <summary>For an assignment outside the pool that was just agreed to; nothing for any other.</summary>
    public static async Task RaiseAsync(AidDb db, CaseAssignment assignment, AidCase aidCase, Guid officerId, DateTime nowUtc, CancellationToken ct)
    {
        if (assignment.Step != OrderStep.OutsidePool)
        {
            return;
        }

        var result = await db.Decisions.Where(d => d.Id == assignment.DecisionId).Select(d => d.Result).SingleAsync(ct);
        db.Add(new ShortageNotice
        {
            Id = Guid.CreateVersion7(),
            OfficeId = assignment.OfficeId,
            CaseId = aidCase.Id,
            AssignmentId = assignment.Id,
            Kind = aidCase.Kind,
            Missing = [.. Shortage.MissingIn(CanonicalJson.Read<AssignmentDecision>(result))],
            RaisedAtUtc = nowUtc,
        });
        db.Note(assignment.OfficeId, nowUtc, Act.ShortageRaised, aidCase.Id, officerId, details: new { assignment = assignment.Id });
    }
}

internal sealed class ShortageNoticeTable : IEntityTypeConfiguration<ShortageNotice>
{
    public void Configure(EntityTypeBuilder<ShortageNotice> notice)
    {
        notice.ToTable("shortage_notices");
        notice.HasOne<AidCase>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Restrict);
        notice.HasOne<CaseAssignment>().WithMany().HasForeignKey(n => n.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        notice.HasIndex(n => n.AssignmentId).IsUnique();
        notice.HasIndex(n => new { n.OfficeId, n.RaisedAtUtc });
    }
}
