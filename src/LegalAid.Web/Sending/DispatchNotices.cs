using LegalAid.Rules.Notices;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Notices;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Sending;

/// <summary>
/// Sends what is due. Each notice and each sending is taken by its own transaction, which holds its row while it is worked on, so any number of nodes may do this at once
/// and one that dies leaves its row to the next, under the same key.
/// </summary>
internal sealed class DispatchNotices(IDbContextFactory<AidDb> databases, ChannelSettings settings, IEnumerable<IChannel> channels, FieldCipher cipher, OfficeClock clock)
{
    private const int MostAtOnce = 500;
    private readonly Dictionary<NoticeChannels, IChannel> byKind = channels.ToDictionary(channel => channel.Kind);

    public async Task RunAsync(CancellationToken ct)
    {
        for (var routed = 0; routed < MostAtOnce && await RouteOneAsync(ct); routed++)
        {
        }

        // A server that fails once is left alone until the next run: the others' notices do not wait for its time-outs.
        var resting = Enum.GetValues<NoticeChannels>().Where(kind => !byKind.ContainsKey(kind)).ToHashSet();
        for (var sent = 0; sent < MostAtOnce && await SendOneAsync(resting, ct); sent++)
        {
        }
    }

    private async Task<bool> RouteOneAsync(CancellationToken ct)
    {
        await using var db = await OpenAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var notice = await db.Notices.FromSql($"select *, xmin from notices where routed_at_utc is null order by written_at_utc, id limit 1 for update skip locked").SingleOrDefaultAsync(ct);
        if (notice is null)
        {
            return false;
        }

        await NoticeRouting.RouteAsync(db, notice, settings.Open, clock.UtcNow, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task<bool> SendOneAsync(HashSet<NoticeChannels> resting, CancellationToken ct)
    {
        await using var db = await OpenAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (now, leftAlone) = (clock.UtcNow, resting.Select(kind => kind.ToString()).ToArray());
        var sending = await db.NoticeSendings.FromSql($"""
            select *, xmin from notice_sendings where status = 'Pending' and next_at_utc <= {now} and channel <> all({leftAlone})
            order by next_at_utc, id limit 1 for update skip locked
            """).SingleOrDefaultAsync(ct);
        if (sending is null)
        {
            return false;
        }

        var notice = await db.Notices.AsNoTracking().SingleAsync(n => n.Id == sending.NoticeId, ct);
        if (await QuietUntilAsync(db, notice, ct) is { } morning)
        {
            sending.NextAtUtc = morning;
        }
        else if (!Mark(sending, await byKind[sending.Channel].SendAsync(await OutgoingAsync(db, notice, sending, ct), ct)))
        {
            resting.Add(sending.Channel);
        }

        await db.SaveChangesAsync(CancellationToken.None);       // it is out: a stop of the program must not forget that
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    private async Task<DateTime?> QuietUntilAsync(AidDb db, Notice notice, CancellationToken ct)
    {
        var due = notice.DueAtUtc is { } utc ? OfficeClock.ToLocal(utc) : (DateTime?)null;
        var first = SendingSchedule.NotBefore(clock.Now, await OfficeQuietHours.OfAsync(db, notice.OfficeId, ct), due);
        return first > clock.Now ? OfficeClock.ToUtc(first) : null;
    }

    private async Task<Outgoing> OutgoingAsync(AidDb db, Notice notice, NoticeSending sending, CancellationToken ct)
    {
        var office = await db.Offices.AsNoTracking().SingleAsync(o => o.Id == notice.OfficeId, ct);
        var contact = office.ContactLine is { } line ? $"{line}。" : "";       // every notice says where the office is found, as soon as somebody has entered it
        return new(sending.Id, cipher.Open(sending.Address), $"{office.Name}通知", $"【{office.Name}】{notice.Text}{contact}");
    }

    /// <returns>Whether the channel is to be used further in this run.</returns>
    private bool Mark(NoticeSending sending, SendResult result)
    {
        sending.Attempts++;
        sending.Fault = result.Fault;
        if (result.Proof is not null)
        {
            (sending.Status, sending.SentAtUtc, sending.Proof) = (SendingStatus.Sent, clock.UtcNow, result.Proof);
        }
        else if (!result.IsFinal && SendingSchedule.NextTry(sending.Attempts, clock.UtcNow) is { } next)
        {
            sending.NextAtUtc = next;
        }
        else
        {
            sending.Status = SendingStatus.Failed;
        }

        return result.Proof is not null || result.IsFinal;
    }

    private async Task<AidDb> OpenAsync(CancellationToken ct)
    {
        var db = await databases.CreateDbContextAsync(ct);
        db.Scope = new();
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(ct), ct);
        return db;
    }
}
