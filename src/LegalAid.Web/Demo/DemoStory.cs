using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Demo;

/// <summary>
/// Some months of an office's cases, made by running the program's own use cases under a clock that walks through them. What a case is depends on its
/// number alone, so a story that was stopped goes on as if it had not been.
/// </summary>
internal sealed class DemoStory(DemoDesk desk, DemoClock clock, DemoPlace place)
{
    private const int Waiting = 4;
    private const int Undecided = 3;
    private const int Unaccepted = 6;
    private const int Seed = 411;
    private static readonly string[] Crimes = ["盗窃", "诈骗", "故意伤害", "危险驾驶", "掩饰、隐瞒犯罪所得", "寻衅滋事"];
    private static readonly string[] Recipients = ["陈某甲", "林某乙", "周某丙", "何某丁", "罗某戊", "邓某己", "蒲某庚", "向某辛"];
    private readonly DemoSteps steps = new(desk, clock);
    private readonly int ordinal = DemoPlace.All.ToList().FindIndex(known => known.Code == place.Code);

    /// <param name="until">The demo ends on the eve of this day, with a few cases still waiting.</param>
    /// <param name="days">Over how many days the cases are spread.</param>
    /// <param name="tell">Told after each case: done and total.</param>
    /// <param name="ct">Stops the story between two steps.</param>
    public async Task RunAsync(DateOnly until, int days, Action<int, int> tell, CancellationToken ct)
    {
        var cases = place.Cases;
        var begun = await desk.ReadAsync(db => db.Cases.CountAsync(ct));
        for (var number = Math.Max(1, begun); number <= cases; number++)
        {
            var day = until.AddDays(-1 - DaysBack(number, days));
            clock.StandAt(day.ToDateTime(new(9, 0)).AddMinutes(number % 60));
            var caseId = number == begun ? await LastAsync(ct)
                : IsLetter(number) ? await LetterAsync(number, day, ct) : await ApplicationAsync(number, ct);
            await steps.FinishAsync(caseId, new(IsLetter(number), number <= cases - Waiting, number > cases - Waiting - Undecided, number > cases - Waiting - Undecided - Unaccepted, Random(number)), ct);
            tell(number, cases);
        }
    }

    private static bool IsLetter(int number) => number % 5 < 3;

    // The last case begun may lack steps; they come after the last that was done.
    private async Task<Guid> LastAsync(CancellationToken ct)
    {
        var last = await desk.ReadAsync(db => db.Journal.MaxAsync(line => line.AtUtc, ct));
        clock.StandAt(OfficeClock.ToLocal(last > clock.UtcNow ? last : clock.UtcNow).AddMinutes(1));
        return await desk.ReadAsync(db => db.Cases.OrderByDescending(c => c.Number).Select(c => c.Id).FirstAsync(ct));
    }

    // What still waits came in the last days; the rest is spread over the year.
    private int DaysBack(int number, int days)
    {
        var (left, open) = (place.Cases - number, Waiting + Undecided);
        return left < open ? left / 3 : 3 + ((left - open) * (days - 5) / place.Cases);
    }

    private Random Random(int number) => new(Seed + (10000 * ordinal) + number);

    private string Pick(string[] from, int number) => from[Random(number * from.Length).Next(from.Length)];

    private async Task<Guid> LetterAsync(int number, DateOnly day, CancellationToken ct)
    {
        var letter = await desk.ActAsync<RegisterLetter, Outcome<RegisteredLetter>>(Roles.Clerk, use => use.RunAsync(
            new()
            {
                Authority = number % 2 == 0 ? $"{place.Region}人民法院" : $"{place.Region}人民检察院",
                AuthorityKind = number % 2 == 0 ? AuthorityKind.Court : AuthorityKind.Procuratorate,
                LetterNumber = $"（{day.Year}）{place.CourtDigits}法援通{number}号",
                ReceivedAtUtc = clock.UtcNow.AddMinutes(-20),
                Ground = number % 7 == 0 ? NotificationGround.Minor : NotificationGround.OptionalOrdinaryProcedure,
                Cause = Pick(Crimes, number),
                Stage = number % 2 == 0 ? CaseStage.FirstInstance : CaseStage.Prosecution,
                RecipientName = Pick(Recipients, number),
                Headcount = 1,
                Flags = number % 7 == 0 ? CaseFlags.Minor : number % 11 == 0 ? CaseFlags.LifeOrDeathPenalty : CaseFlags.None,
            },
            ct));
        return letter.Value?.Cases[0].Id ?? throw new InvalidOperationException(letter.Refusal!.Message);
    }

    private async Task<Guid> ApplicationAsync(int number, CancellationToken ct)
    {
        var helper = await desk.ReadAsync(db => db.Institutions.Where(i => i.Name == place.Institutions[number % place.Institutions.Count]).Select(i => i.Id).SingleAsync(ct));
        var taken = await desk.ActAsync<TakeApplication, Outcome<AidCase>>(Roles.Clerk, use => use.RunAsync(
            new()
            {
                ReceivedAtUtc = clock.UtcNow.AddMinutes(-30),
                Kind = number % 2 == 0 ? CaseKind.Civil : CaseKind.LabourArbitration,
                ScopeGround = number % 2 == 0 ? ScopeGround.Maintenance : ScopeGround.Wages,
                HardshipBasis = number % 2 == 0 ? HardshipBasis.Declaration : HardshipBasis.ExemptFromCheck,
                Cause = number % 2 == 0 ? "赡养费" : "追索劳动报酬",
                Stage = number % 2 == 0 ? CaseStage.FirstInstance : CaseStage.Arbitration,
                RecipientName = Pick(Recipients, number),
                Headcount = 1,
                Opponents = number % 2 == 0 ? null : $"{place.Province}某建筑劳务有限公司",
                HelpedByInstitutionId = number % 3 == 0 ? helper : null,
                HelpedByStation = number % 3 == 1 ? DemoPlace.Station : null,
            },
            ct));
        return taken.Value?.Id ?? throw new InvalidOperationException(taken.Refusal!.Message);
    }
}
