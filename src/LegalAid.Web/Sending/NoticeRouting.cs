using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Sending;

/// <summary>
/// Makes the sendings of a notice: to the accounts it is for, by the ways each chose; what has legal effect by phone and mail wherever they are known, and to a practitioner
/// without an account by the roster's number; to a recipient by the phone of the case.
/// </summary>
internal static class NoticeRouting
{
    /// <summary>What stood in the inboxes so long, because no way out was set, is not sent after.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    public static async Task RouteAsync(AidDb db, Notice notice, NoticeChannels open, DateTime now, CancellationToken ct)
    {
        notice.RoutedAtUtc = now;
        if (now - notice.WrittenAtUtc > Fresh)
        {
            return;
        }

        var ways = await WaysAsync(db, notice, ct);
        db.AddRange(ways.Where(way => open.HasFlag(way.Channel)).Select(way => new NoticeSending
        {
            Id = Guid.CreateVersion7(),
            OfficeId = notice.OfficeId,
            NoticeId = notice.Id,
            Channel = way.Channel,
            OfficerId = way.OfficerId,
            Address = way.Address,
            Status = SendingStatus.Pending,
            NextAtUtc = now,
        }));
    }

    private static async Task<List<Way>> WaysAsync(AidDb db, Notice notice, CancellationToken ct)
    {
        if (notice.PartyId is { } party)
        {
            return await db.CaseParties.Where(p => p.Id == party && p.Phone != null).Select(p => new Way(NoticeChannels.Sms, null, p.Phone!)).ToListAsync(ct);
        }

        var choices = await db.ContactChoices.AsNoTracking().Where(c => Accounts(db, notice).Any(o => o.Id == c.OfficerId)).ToListAsync(ct);
        var ways = choices.SelectMany(choice => WaysOf(choice, notice.HasLegalEffect)).ToList();
        if (notice is { HasLegalEffect: true, MembershipId: { } member } && !ways.Exists(way => way.Channel == NoticeChannels.Sms))
        {
            ways.AddRange(await db.Memberships.Where(m => m.Id == member).Select(m => new Way(NoticeChannels.Sms, null, m.Phone)).ToListAsync(ct));
        }

        return ways;
    }

    // Closed accounts are nobody any more.
    private static IQueryable<LegalAid.Store.Offices.Officer> Accounts(AidDb db, Notice notice)
    {
        var open = db.Users.Where(o => o.OfficeId == notice.OfficeId && o.LockoutEnd != DateTimeOffset.MaxValue);
        return notice.OfficerId is { } officer ? open.Where(o => o.Id == officer)
            : notice.InstitutionId is { } institution ? open.Where(o => o.InstitutionId == institution && o.Role == Roles.FirmAdministrator)
            : open.Where(o => o.MembershipId == notice.MembershipId);
    }

    private static IEnumerable<Way> WaysOf(ContactChoice choice, bool legalEffect)
    {
        var wanted = legalEffect ? choice.Channels | NoticeChannels.Sms | NoticeChannels.Mail : choice.Channels;
        (NoticeChannels Channel, Sealed? Address)[] known = [(NoticeChannels.Sms, choice.Phone), (NoticeChannels.Mail, choice.Mail), (NoticeChannels.WeChatWork, choice.WeChatWorkId)];
        return known.Where(way => wanted.HasFlag(way.Channel) && way.Address is not null).Select(way => new Way(way.Channel, choice.OfficerId, way.Address!));
    }

    private sealed record Way(NoticeChannels Channel, Guid? OfficerId, Sealed Address);
}
