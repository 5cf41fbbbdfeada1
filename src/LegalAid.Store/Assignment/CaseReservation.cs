using LegalAid.Rules.Recusals;
using LegalAid.Store.Intake;
using LegalAid.Store.Offices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>A case a clerk is deciding on (正在办理): until it ends nobody else proposes for it. It ends by the clock; no job is needed.</summary>
public sealed class CaseReservation : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid OfficerId { get; init; }

    public required DateTime UntilUtc { get; init; }
}

/// <summary>Who holds a case, and until when.</summary>
public sealed record HeldCase(Guid OfficerId, string Name, DateTime UntilUtc);

/// <summary>Reserves cases, one officer at a time; the database settles who of two was first.</summary>
public sealed class CaseReservations(AidDb db, OfficeClock clock)
{
    /// <summary>How long beginning to decide holds a case; beginning again starts anew.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    /// <summary>Takes the case unless somebody else holds it, and tells who does now.</summary>
    public async Task<HeldCase> TakeAsync(AidCase aidCase, Guid officerId, CancellationToken ct)
    {
        var (id, now, until) = (Guid.CreateVersion7(), clock.UtcNow, clock.UtcNow + Length);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into case_reservations (id, office_id, case_id, officer_id, until_utc) values ({id}, {aidCase.OfficeId}, {aidCase.Id}, {officerId}, {until})
            on conflict (case_id) do update set officer_id = excluded.officer_id, until_utc = excluded.until_utc
            where case_reservations.until_utc <= {now} or case_reservations.officer_id = excluded.officer_id
              or exists (select from recusals r where r.case_id = case_reservations.case_id and r.officer_id = case_reservations.officer_id and r.status <> 'NotRecused')
            """,
            ct);
        return await HolderAsync(aidCase.Id, ct) ?? new(officerId, "", until);
    }

    /// <summary>Who holds the case now; null when nobody does. Whoever has stood aside since holds it no more.</summary>
    public async Task<HeldCase?> HolderAsync(Guid caseId, CancellationToken ct)
    {
        var now = clock.UtcNow;
        return await (
            from r in db.CaseReservations.AsNoTracking()
            where r.CaseId == caseId && r.UntilUtc > now && !db.Recusals.Any(aside => aside.CaseId == caseId && aside.OfficerId == r.OfficerId && aside.Status != RecusalStatus.NotRecused)
            join u in db.Users on r.OfficerId equals u.Id
            select new HeldCase(u.Id, u.DisplayName, r.UntilUtc)).SingleOrDefaultAsync(ct);
    }

    /// <summary>Gives the case free before its time, if this officer holds it.</summary>
    public async Task ReleaseAsync(Guid caseId, Guid officerId, CancellationToken ct)
    {
        var now = clock.UtcNow;
        await db.CaseReservations.Where(r => r.CaseId == caseId && r.OfficerId == officerId && r.UntilUtc > now).ExecuteUpdateAsync(set => set.SetProperty(r => r.UntilUtc, now), ct);
    }
}

internal sealed class CaseReservationTable : IEntityTypeConfiguration<CaseReservation>
{
    public void Configure(EntityTypeBuilder<CaseReservation> reservation)
    {
        reservation.ToTable("case_reservations");
        reservation.HasOne<AidCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        reservation.HasOne<Officer>().WithMany().HasForeignKey(r => r.OfficerId).OnDelete(DeleteBehavior.Restrict);
        reservation.HasIndex(r => r.CaseId).IsUnique();
    }
}
