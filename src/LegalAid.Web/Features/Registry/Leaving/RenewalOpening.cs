using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Who opens a round of renewal at which office, when it is due, and why before.</summary>
public sealed record RenewalStart(Guid OfficeId, DateOnly DueOn, Guid? OfficerId = null, string? Reason = null);

/// <summary>
/// Writes a round of renewal with one entry for everybody in the pool that day, or in the corps, and asks each to confirm their record. In the caller's transaction,
/// which sees the office.
/// </summary>
public sealed class RenewalOpening(AidDb db, OfficeClock clock)
{
    public async Task<RenewalRound> OpenAsync(RenewalStart start, RenewalRules rules, CancellationToken ct)
    {
        var round = new RenewalRound
        {
            Id = Guid.CreateVersion7(),
            OfficeId = start.OfficeId,
            OpenedOn = clock.Today,
            OpenedById = start.OfficerId,
            Reason = string.IsNullOrWhiteSpace(start.Reason) ? null : start.Reason.Trim(),
        };
        db.Add(round);
        var entries = rules.OfCorps ? await OfCorpsAsync(round, ct) : await OfPoolAsync(round, ct);
        db.Note(round.OfficeId, clock.UtcNow, Act.RenewalOpened, round.OfficeId, start.OfficerId, details: new { round = round.Id, due = start.DueOn, rows = entries.Count });
        await db.SaveChangesAsync(ct);
        await db.InsertAsync(entries, ct);
        await TellAsync(round, entries, ct);
        return round;
    }

    // A notice is its addressee's office's: people of the corps stand on their counties' rosters.
    private async Task TellAsync(RenewalRound round, List<Renewal> entries, CancellationToken ct)
    {
        List<Guid> pool = [.. entries.Select(entry => entry.MembershipId).OfType<Guid>()], corps = [.. entries.Select(entry => entry.CorpsMemberId).OfType<Guid>()];
        await db.InsertAsync(pool.ConvertAll(member => PoolNotices.OfRenewalToConfirm(round.OfficeId, member, clock.UtcNow)), ct);
        if (corps.Count == 0)
        {
            return;
        }

        var people = await db.CorpsMembers.Where(c => corps.Contains(c.Id)).Select(c => c.PersonId).ToListAsync(ct);
        foreach (var office in await db.Offices.Where(o => o.Id == round.OfficeId || o.ParentId == round.OfficeId).OrderBy(o => o.Code).Select(o => o.Id).ToListAsync(ct))
        {
            await db.SeeAsync([office], ct);
            var members = await db.Memberships.Where(m => people.Contains(m.PersonId) && (m.LeftOn == null || m.LeftOn > clock.Today)).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct);
            await db.InsertAsync(members.ConvertAll(member => PoolNotices.OfRenewalToConfirm(office, member, clock.UtcNow)), ct);
        }

        await db.SeeAsync([round.OfficeId], ct);
    }

    private async Task<List<Renewal>> OfPoolAsync(RenewalRound round, CancellationToken ct)
    {
        var today = clock.Today;
        return (await db.Memberships.Where(m => m.OfficeId == round.OfficeId && (m.LeftOn == null || m.LeftOn > today) && m.Standings.Any(s => s.EnteredOn <= today && (s.LeftOn == null || s.LeftOn > today))).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct))
            .ConvertAll(id => New(round, membership: id));
    }

    private async Task<List<Renewal>> OfCorpsAsync(RenewalRound round, CancellationToken ct)
    {
        var today = clock.Today;
        return (await db.CorpsMembers.Where(m => m.OfficeId == round.OfficeId && (m.LeftOn == null || m.LeftOn > today)).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct))
            .ConvertAll(id => New(round, corpsMember: id));
    }

    private static Renewal New(RenewalRound round, Guid? membership = null, Guid? corpsMember = null) =>
        new() { Id = Guid.CreateVersion7(), OfficeId = round.OfficeId, RoundId = round.Id, MembershipId = membership, CorpsMemberId = corpsMember, Outcome = RenewalOutcome.Waiting };
}
