using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Assignment;
using LegalAid.Web.Features.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Demo;

/// <summary>Some months of an office's cases, made by running the program's own use cases under a clock that walks through them.</summary>
internal sealed class DemoStory(IServiceProvider services, DemoClock clock, DemoPlace place, IReadOnlyDictionary<string, Officer> officers)
{
    private const int Waiting = 4;
    private const int Undecided = 3;
    private const int Seed = 411;
    private static readonly string[] Crimes = ["盗窃", "诈骗", "故意伤害", "危险驾驶", "掩饰、隐瞒犯罪所得", "寻衅滋事"];
    private static readonly string[] Recipients = ["陈某甲", "林某乙", "周某丙", "何某丁", "罗某戊", "邓某己", "蒲某庚", "向某辛"];
    private readonly Random random = new(Seed + DemoPlace.All.ToList().IndexOf(place));

    /// <param name="until">The demo ends on the eve of this day, with a few cases still waiting.</param>
    /// <param name="days">Over how many days the cases are spread.</param>
    /// <param name="tell">Told after each case: done and total.</param>
    /// <param name="ct">Stops the story between two cases.</param>
    public async Task RunAsync(DateOnly until, int days, Action<int, int> tell, CancellationToken ct)
    {
        var cases = place.Cases;
        for (var number = 1; number <= cases; number++)
        {
            ct.ThrowIfCancellationRequested();
            var day = until.AddDays(-1 - DaysBack(number, days));
            clock.StandAt(day.ToDateTime(new(9, 0)).AddMinutes(number % 60));
            var caseId = number % 5 < 3 ? await LetterAsync(number, day, ct) : await ApplicationAsync(number, ct);
            if (number <= cases - Waiting)
            {
                await AssignAsync(caseId, leaveToDirector: number > cases - Waiting - Undecided, ct);
            }

            tell(number, cases);
        }
    }

    // What still waits came in the last days; the rest is spread over the year.
    private int DaysBack(int number, int days)
    {
        var (left, open) = (place.Cases - number, Waiting + Undecided);
        return left < open ? left / 3 : 3 + ((left - open) * (days - 5) / place.Cases);
    }

    private async Task<Guid> LetterAsync(int number, DateOnly day, CancellationToken ct)
    {
        var letter = await ActAsync<RegisterLetter, Outcome<RegisteredLetter>>(Roles.Clerk, use => use.RunAsync(
            new()
            {
                Authority = number % 2 == 0 ? $"{place.Region}人民法院" : $"{place.Region}人民检察院",
                AuthorityKind = number % 2 == 0 ? AuthorityKind.Court : AuthorityKind.Procuratorate,
                LetterNumber = $"（{day.Year}）{place.CourtDigits}法援通{number}号",
                ReceivedAtUtc = clock.UtcNow.AddMinutes(-20),
                Ground = number % 7 == 0 ? NotificationGround.Minor : NotificationGround.OptionalOrdinaryProcedure,
                Cause = Crimes[random.Next(Crimes.Length)],
                Stage = number % 2 == 0 ? CaseStage.FirstInstance : CaseStage.Prosecution,
                RecipientName = Recipients[random.Next(Recipients.Length)],
                Headcount = 1,
                Flags = number % 7 == 0 ? CaseFlags.Minor : number % 11 == 0 ? CaseFlags.LifeOrDeathPenalty : CaseFlags.None,
            },
            ct));
        return letter.Value?.Cases[0].Id ?? throw new InvalidOperationException(letter.Refusal!.Message);
    }

    private async Task<Guid> ApplicationAsync(int number, CancellationToken ct)
    {
        var helper = await ReadAsync(db => db.Institutions.Where(i => i.Name == place.Institutions[number % place.Institutions.Count]).Select(i => i.Id).SingleAsync(ct));
        var taken = await ActAsync<TakeApplication, Outcome<AidCase>>(Roles.Clerk, use => use.RunAsync(
            new()
            {
                ReceivedAtUtc = clock.UtcNow.AddMinutes(-30),
                Kind = number % 2 == 0 ? CaseKind.Civil : CaseKind.LabourArbitration,
                ScopeGround = number % 2 == 0 ? ScopeGround.Maintenance : ScopeGround.Wages,
                HardshipBasis = number % 2 == 0 ? HardshipBasis.Declaration : HardshipBasis.ExemptFromCheck,
                Cause = number % 2 == 0 ? "赡养费" : "追索劳动报酬",
                Stage = number % 2 == 0 ? CaseStage.FirstInstance : CaseStage.Arbitration,
                RecipientName = Recipients[random.Next(Recipients.Length)],
                Headcount = 1,
                Opponents = number % 2 == 0 ? null : $"{place.Province}某建筑劳务有限公司",
                HelpedByInstitutionId = number % 3 == 0 ? helper : null,
                HelpedByStation = number % 3 == 1 ? "城关司法所" : null,
            },
            ct));
        var caseId = taken.Value?.Id ?? throw new InvalidOperationException(taken.Refusal!.Message);
        await ActAsync<DecideAid, Outcome<AidCase>?>(Roles.Clerk, use => use.RunAsync(caseId, grants: true, null, ct));
        return caseId;
    }

    private async Task AssignAsync(Guid caseId, bool leaveToDirector, CancellationToken ct)
    {
        clock.StandAt(clock.Now.AddMinutes(40));
        var proposed = await ActAsync<ProposeAssignment, Outcome<CaseAssignment>?>(Roles.Clerk, use => use.RunAsync(caseId, new(Seen: null), ct));
        if (leaveToDirector || proposed?.Value is not { } assignment)
        {
            return;     // where nobody is fit, the case stays on the work list, as it would in an office
        }

        clock.StandAt(clock.Now.AddMinutes(50));
        await ActAsync<DecideAssignment, Outcome<CaseAssignment>?>(Roles.Director, use => use.RunAsync(assignment.Id, new(Agrees: true), ct));
        await (assignment.MembershipId is null ? NameAsync(assignment, ct) : ReplyAsync(assignment, ct));
    }

    private async Task NameAsync(CaseAssignment assignment, CancellationToken ct)
    {
        var own = officers[Roles.FirmAdministrator];
        var speaker = new Officer { Id = own.Id, OfficeId = own.OfficeId, DisplayName = own.DisplayName, Role = own.Role, InstitutionId = assignment.InstitutionId };
        var record = await ReadAsync(db => db.Decisions.AsNoTracking().SingleAsync(d => d.Id == assignment.DecisionId, ct));
        var decision = CanonicalJson.Read<AssignmentDecision>(record.Result);
        var fit = decision.Able.Single(able => able.InstitutionId == assignment.InstitutionId).FitPractitionerIds;
        clock.StandAt(clock.Now.AddHours(2));
        await ActAsync<NameHandler, Outcome<CaseAssignment>?>(speaker, use => use.RunAsync(assignment.Id, [fit[random.Next(fit.Count)]], ct));
        await ReplyAsync(assignment, ct);
    }

    private async Task ReplyAsync(CaseAssignment assignment, CancellationToken ct)
    {
        await ActAsync<ReplyToAuthority, Outcome<CaseAssignment>?>(Roles.Clerk, use => use.RunAsync(assignment.Id, ct));
        clock.StandAt(clock.Now.AddHours(3));
        await ActAsync<RecordReceipt, Outcome<CaseAssignment>?>(Roles.Clerk, use => use.RunAsync(assignment.Id, clock.UtcNow.AddMinutes(-30), "收发室", ct));
    }

    private Task<T> ReadAsync<T>(Func<AidDb, Task<T>> ask) => ActAsync(officers[Roles.Clerk], ask);

    private Task<T> ActAsync<TUseCase, T>(string role, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull =>
        ActAsync(officers[role], act);

    private async Task<T> ActAsync<TUseCase, T>(Officer officer, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOfficer>().Become(officer);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
