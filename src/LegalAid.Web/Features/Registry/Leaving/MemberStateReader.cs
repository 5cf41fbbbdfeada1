using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Training;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A pool and the days a member stood in it.</summary>
public sealed record StandingLine(Pools Pool, DateOnly EnteredOn, DateOnly? LeftOn);

/// <summary>A member's state today, what lies ahead, and the pools.</summary>
public sealed record MemberStanding(MemberState State, IReadOnlyList<ChangeAhead> Ahead, IReadOnlyList<StandingLine> Standings, DateOnly? BarredThrough)
{
    public Tone Tone => State switch
    {
        MemberState.Active => Tone.Good,
        MemberState.Probation => Tone.Active,
        MemberState.OnLeave or MemberState.AwaitsExam or MemberState.Exiting => Tone.Attention,
        MemberState.Suspended or MemberState.Barred => Tone.Bad,
        _ => Tone.Ended,
    };

    public string Name => MemberStates.NameOf(State);
}

/// <summary>Gathers what a member's state is drawn from (状态), by days alone.</summary>
public sealed class MemberStateReader(AidDb db, RunningMatters running, OfficeBooks books, OfficeClock clock)
{
    public async Task<MemberStanding?> ReadAsync(Guid memberId, CancellationToken ct)
    {
        var found = await db.Memberships.AsNoTracking().AsSplitQuery().Include(m => m.Absences).Include(m => m.Exams).Include(m => m.Standings).Include(m => m.Person).SingleOrDefaultAsync(m => m.Id == memberId, ct);
        if (found is null)
        {
            return null;
        }

        var book = await books.InForceOnAsync(found.OfficeId, clock.Today, ct);
        var removed = await StandingRemovals.OfAsync(db, found.OfficeId, found.Person.IdentityIndex, ct);
        var barred = removed is { } day && book.Sanctions?.Removal is { } rules ? Removals.LastBarred(day, rules) : (DateOnly?)null;
        var facts = new MemberFacts(found.JoinedOn, found.LeftOn, [.. found.Absences.Where(a => a.VoidedAtUtc is null).Select(a => new TimeAway(a.Kind, a.FirstDay, a.LastDay))])
        {
            AwaitsExam = await AwaitsExamAsync(found, book, ct),
            HasRunningMatters = (await running.OfMemberAsync(memberId, ct)).Count > 0,
            ProbationFrom = await ProbationAsync(found, ct),
            InPools = book.Recruitment?.Pools is null ? null : [.. found.Standings.Select(s => new PoolDays(s.EnteredOn, s.LeftOn))],
            RemovedOn = removed >= found.JoinedOn ? removed : null,
            BarredThrough = barred,
        };
        return new(
            MemberStates.On(facts, clock.Today),
            MemberStates.Ahead(facts, clock.Today),
            [.. found.Standings.OrderBy(s => s.Pool).ThenByDescending(s => s.EnteredOn).Select(s => new StandingLine(s.Pool, s.EnteredOn, s.LeftOn))],
            facts.RemovedOn is null ? null : barred);
    }

    // Whoever went out of the duty pool before it was judged is on probation no more (WZ-19.1).
    private async Task<DateOnly?> ProbationAsync(Membership member, CancellationToken ct) =>
        PoolStandings.Holds(member, Pools.Duty, clock.Today)
            ? await db.Probations.Where(p => p.MembershipId == member.Id && p.Status == ProbationStatus.Running && p.StartsOn >= member.JoinedOn).Select(p => (DateOnly?)p.StartsOn).SingleOrDefaultAsync(ct)
            : null;

    // As the gates of an assignment look at it (WZ-10.1, WZ-10.2).
    private async Task<bool> AwaitsExamAsync(Membership member, RuleBook book, CancellationToken ct) =>
        (book.Assignment.ExamPassMark is { } mark && book.BeforeWork?.Exam is not { Value: false } && !member.Exams.Exists(exam => exam.Score >= mark.Value))
        || (book.BeforeWork?.Induction.Value == true && !member.Exams.Exists(exam => exam.TrainedOn is not null) && !await db.TrainingAttendances.Where(Inductions.Done).AnyAsync(a => a.MembershipId == member.Id, ct));
}
