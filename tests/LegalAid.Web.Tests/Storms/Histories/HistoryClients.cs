using System.Collections.Concurrent;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store.Assignment;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Assignment;
using LegalAid.Web.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Tests.Storms.Histories;

/// <summary>
/// Clients who assign, agree, refuse, withdraw, revoke, send people away and fetch them back, all at once and without asking each other, through the program's own
/// use cases. What each did, and between which moments, is the history.
/// </summary>
internal sealed class HistoryClients(HistoryOffice office, int seed)
{
    private const int AtOnce = 24;      // cases open at a time: few enough that clients meet
    private readonly ConcurrentQueue<Operation> done = new();
    private readonly ConcurrentDictionary<Guid, (Guid Assignment, bool IsApproved)> believed = new();
    private long moment;
    private int refused;

    /// <summary>Calls that were refused, or overtaken: they had no effect.</summary>
    public int Refused => refused;

    public async Task<IReadOnlyList<Operation>> RunAsync(int clients, int calls)
    {
        var left = calls;
        using var finished = new CancellationTokenSource();
        var movements = Task.Run(() => MoveAsync(new Random(seed), finished.Token));
        await Task.WhenAll(Enumerable.Range(1, clients).Select(number => Task.Run(async () =>
        {
            var client = new Client(await office.OfficerAsync(Roles.Clerk, number), await office.OfficerAsync(Roles.Director, number), new Random(seed + number));
            while (Interlocked.Decrement(ref left) is >= 0 and var ahead)
            {
                await StepAsync(client, office.Cases[Open(client.Random, calls - ahead, calls)]);
            }
        })));
        await finished.CancelAsync();
        await movements;
        return [.. done];
    }

    // New cases come in as old ones are left alone: a case is worked on for a while, not for the whole history.
    private int Open(Random random, int call, int calls)
    {
        var oldest = (long)(office.Cases.Count - AtOnce) * call / calls;
        return (int)Math.Max(0, oldest) + random.Next(Math.Min(AtOnce, office.Cases.Count));
    }

    private async Task StepAsync(Client client, Guid caseId)
    {
        if (!believed.TryGetValue(caseId, out var known) || client.Random.Next(4) == 0)
        {
            var made = await CallAsync(Deed.Assign, caseId, () => office.App.RunAsync<ProposeAssignment, Outcome<CaseAssignment>?>(client.Clerk, use => use.RunAsync(caseId, new(null), default)), assignment => assignment.Id);
            await LearnAsync(caseId, made is not null, made?.Id, isApproved: false);
            return;
        }

        await FollowAsync(client, caseId, known.Assignment, Choose(client.Random, known.IsApproved));
    }

    // Now and then what does not fit: the program has to refuse it.
    private static Deed Choose(Random random, bool isApproved) => (isApproved ? random.Next(3, 7) : random.Next(5)) switch
    {
        0 or 1 => Deed.Approve,
        2 => Deed.Reject,
        3 => Deed.Withdraw,
        4 or 5 => Deed.Revoke,
        _ => Deed.RevokeAndKeepTurn,
    };

    private async Task FollowAsync(Client client, Guid caseId, Guid assignment, Deed deed)
    {
        var followed = await CallAsync(
            deed,
            assignment,
            () => deed is Deed.Approve or Deed.Reject
                ? office.App.RunAsync<DecideAssignment, Outcome<CaseAssignment>?>(client.Director, use => use.RunAsync(assignment, new(deed == Deed.Approve, "意见"), default))
                : office.App.RunAsync<UndoAssignment, Outcome<CaseAssignment>?>(deed == Deed.Withdraw ? client.Clerk : client.Director, use => use.RunAsync(assignment, new("理由", KeepsTurn: deed == Deed.RevokeAndKeepTurn), default)),
            _ => null);
        await LearnAsync(caseId, followed is not null, deed == Deed.Approve ? assignment : null, isApproved: true);
    }

    // Who was refused looks at the case again.
    private async Task LearnAsync(Guid caseId, bool had, Guid? assignment, bool isApproved)
    {
        if (!had)
        {
            var live = await office.App.InDbAsync(db => db.Assignments.AsNoTracking().SingleOrDefaultAsync(a => a.CaseId == caseId && !AssignmentStatuses.Undone.Contains(a.Status)));
            (assignment, isApproved) = (live?.Id, live?.Status == AssignmentStatus.Approved);
        }

        if (assignment is { } id)
        {
            believed[caseId] = (id, isApproved);
        }
        else
        {
            believed.TryRemove(caseId, out _);
        }
    }

    // Half of them at most are away at once; each goes and comes back in its own time.
    private async Task MoveAsync(Random random, CancellationToken finished)
    {
        var clerk = await office.OfficerAsync(Roles.Clerk, 0);
        var away = new Dictionary<Holder, Guid?>();
        while (!finished.IsCancellationRequested)
        {
            var holder = office.Holders[random.Next(office.Holders.Count)];
            if (away.Remove(holder, out var absence))
            {
                _ = absence is { } id
                    ? (object?)await CallAsync(Deed.Resume, holder.Id, () => office.App.RunAsync<VoidAbsence, Outcome<Absence>?>(clerk, use => use.RunAsync(holder.MemberId, id, "回来", default)), _ => null)
                    : await CallAsync(Deed.Return, holder.Id, () => office.App.RunAsync<TakeBackDeparture, Outcome<Membership>?>(clerk, use => use.RunAsync(holder.MemberId, "回来", default)), _ => null);
            }
            else if (away.Count < office.Holders.Count / 2)
            {
                away[holder] = await GoAsync(clerk, holder, suspended: random.Next(2) == 0);
            }

            await Task.Delay(random.Next(10, 150), CancellationToken.None);      // not a wait for anything: people do not come and go all the time
        }
    }

    private async Task<Guid?> GoAsync(Officer clerk, Holder holder, bool suspended)
    {
        if (suspended)
        {
            var away = new TimeAway(AbsenceKind.Suspension, office.App.Clock.Today, null);
            return (await CallAsync(Deed.Suspend, holder.Id, () => office.App.RunAsync<RecordAbsence, Outcome<Absence>?>(clerk, use => use.RunAsync(holder.MemberId, away, "暂停", default)), _ => null))?.Id;
        }

        await CallAsync(Deed.Leave, holder.Id, () => office.App.RunAsync<RecordDeparture, Outcome<Membership>?>(clerk, use => use.RunAsync(holder.MemberId, new(office.App.Clock.Today, "离开"), default)), _ => null);
        return null;
    }

    private async Task<T?> CallAsync<T>(Deed deed, Guid subject, Func<Task<Outcome<T>?>> call, Func<T, Guid?> made)
        where T : class
    {
        var called = Interlocked.Increment(ref moment);
        T? effect;
        try
        {
            effect = (await call())?.Value;
        }
        catch (DbUpdateException)
        {
            effect = null;      // overtaken: the page says so and nothing was written
        }

        var returned = Interlocked.Increment(ref moment);
        if (effect is null)
        {
            Interlocked.Increment(ref refused);
            return null;
        }

        done.Enqueue(new(deed, subject, called, returned, made(effect)));
        return effect;
    }

    private sealed record Client(Officer Clerk, Officer Director, Random Random);
}
