using LegalAid.Store.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>What became of an assignment at the one it went to.</summary>
public enum ReceptionKind
{
    /// <summary>送达：第一次打开</summary>
    Served = 1,

    /// <summary>接受：轮到承办人的，由本人明示；轮到机构的，安排承办人就是接受</summary>
    Accepted,
}

/// <summary>The moment an assignment was served or accepted; each once.</summary>
public sealed class Reception : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid AssignmentId { get; init; }

    public required ReceptionKind Kind { get; init; }

    public required Guid OfficerId { get; init; }

    public required DateTime AtUtc { get; init; }
}

/// <summary>Who receives assignments: an institution where the turn goes to institutions, a person where it goes to persons.</summary>
public sealed record Receiver(Guid OfficerId, Guid? InstitutionId, Guid? MembershipId);

/// <summary>Serving what was assigned (送达): whoever it went to opens it, and the first time is kept.</summary>
public static class Receptions
{
    /// <summary>What stands and went to this receiver.</summary>
    public static IQueryable<CaseAssignment> WentTo(this IQueryable<CaseAssignment> assignments, Receiver receiver)
    {
        var (institution, member) = (receiver.InstitutionId, receiver.MembershipId);
        return assignments.Where(a =>
            (institution != null && a.MembershipId == null && a.InstitutionId == institution && a.Status == AssignmentStatus.Approved)
            || (member != null && a.MembershipId == member && a.Status == AssignmentStatus.HandlerNamed));
    }

    /// <summary>Keeps the first opening by the receiver; two windows at once leave one.</summary>
    public static async Task ServeAsync(AidDb db, Guid caseId, Receiver receiver, DateTime nowUtc, CancellationToken ct)
    {
        var found = await db.Assignments.AsNoTracking().WentTo(receiver)
            .Where(a => a.CaseId == caseId && !db.Receptions.Any(r => r.AssignmentId == a.Id && r.Kind == ReceptionKind.Served))
            .Select(a => new { a.Id, a.OfficeId }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return;
        }

        var (id, served) = (Guid.CreateVersion7(), ReceptionKind.Served.ToString());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var made = await db.Database.ExecuteSqlAsync(
            $"insert into receptions (id, office_id, assignment_id, kind, officer_id, at_utc) values ({id}, {found.OfficeId}, {found.Id}, {served}, {receiver.OfficerId}, {nowUtc}) on conflict do nothing", ct);
        if (made == 1)
        {
            db.Note(found.OfficeId, nowUtc, Act.AssignmentServed, caseId, receiver.OfficerId, details: new { assignment = found.Id });
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }
}

internal sealed class ReceptionTable : IEntityTypeConfiguration<Reception>
{
    public void Configure(EntityTypeBuilder<Reception> reception)
    {
        reception.ToTable("receptions");
        reception.HasOne<CaseAssignment>().WithMany().HasForeignKey(r => r.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        reception.HasIndex(r => new { r.AssignmentId, r.Kind }).IsUnique();
    }
}
