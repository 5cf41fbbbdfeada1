using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>The centre takes what a member asked for into the roster, or sends it back with a reason. Not changed meanwhile: member and update meet their versions.</summary>
public sealed class DecideEntryUpdate(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<EntryUpdate>?> RunAsync(Guid updateId, bool agrees, string? note, CancellationToken ct)
    {
        if (await db.EntryUpdates.SingleOrDefaultAsync(u => u.Id == updateId, ct) is not { } update)
        {
            return null;
        }

        if (WhyNot(update, agrees, note) is { } refusal)
        {
            return refusal;
        }

        if (agrees)
        {
            Take(update, await db.Memberships.SingleAsync(m => m.Id == update.MembershipId, ct));
        }

        (update.Status, update.DecidedById, update.DecidedAtUtc, update.DecisionNote) =
            (agrees ? EntryUpdateStatus.Confirmed : EntryUpdateStatus.Refused, officer.Id, clock.UtcNow, string.IsNullOrWhiteSpace(note) ? null : note);
        db.Note(update.OfficeId, clock.UtcNow, agrees ? Act.EntryUpdated : Act.EntryUpdateRefused, update.MembershipId, officer.Id, details: ProposeEntryUpdate.Changed(update));
        db.Add(PoolNotices.OfEntryUpdate(update.OfficeId, update.MembershipId, clock.UtcNow));
        await db.SaveChangesAsync(ct);
        return update;
    }

    private Refusal? WhyNot(EntryUpdate update, bool agrees, string? note) =>
        update.Status != EntryUpdateStatus.Waiting ? new("update-decided", "已经核对过。", [])
        : update.ProposedById == officer.Id ? new("update-own", "本人提交的，由他人核对。", [])
        : !agrees && string.IsNullOrWhiteSpace(note) ? new("update-reason", "退回的，请写明理由。", [])
        : null;

    private static void Take(EntryUpdate update, Membership member)
    {
        member.Phone = update.NewPhone ?? member.Phone;
        member.Address = update.NewAddress ?? member.Address;
        member.Specialities = update.Specialities is { } specialities ? [.. specialities] : member.Specialities;
        member.Languages = update.Languages is { } languages ? [.. languages] : member.Languages;
    }
}
