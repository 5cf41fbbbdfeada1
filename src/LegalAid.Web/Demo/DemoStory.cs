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
internal sealed class DemoStory(IServiceProvider services, DemoClock clock, IReadOnlyDictionary<string, Officer> officers)
{
    private const int Seed = 411;
    private static readonly string[] Crimes = ["盗窃", "诈骗", "故意伤害", "危险驾驶", "掩饰、隐瞒犯罪所得", "寻衅滋事"];
    private static readonly string[] Recipients = ["陈某甲", "林某乙", "周某丙", "何某丁", "罗某戊", "邓某己", "蒲某庚", "向某辛"];
    private readonly Random random = new(Seed);

    /// <param name="until">The demo ends on the eve of this day, with a few cases still waiting.</param>
    /// <param name="cases">How many cases the story has.</param>
    /// <param name="tell">Told after each case: done and total.</param>
    /// <param name="ct">Stops the story between two cases.</param>
    public async Task RunAsync(DateOnly until, int cases, Action<int, int> tell, CancellationToken ct)
    {
        const int waiting = 6;
        for (var number = 1; number <= cases; number++)
        {
            ct.ThrowIfCancellationRequested();
            var day = until.AddDays(-1 - ((cases - number) * 2 / 3));
            clock.StandAt(day.ToDateTime(new(9, 0)).AddMinutes(number % 60));
            var caseId = number % 5 < 3 ? await LetterAsync(number, day, ct) : await ApplicationAsync(number, ct);
            if (number <= cases - waiting)
            {
                await AssignAsync(caseId, number > cases - waiting - 3, ct);
            }

            tell(number, cases);
        }
    }

    private async Task<Guid> LetterAsync(int number, DateOnly day, CancellationToken ct)
    {
        var letter = await ActAsync<RegisterLetter, Outcome<IncomingLetter>>(Roles.Clerk, use => use.RunAsync(
            new()
            {
                Authority = number % 2 == 0 ? "重庆市北碚区人民法院" : "重庆市北碚区人民检察院",
                AuthorityKind = number % 2 == 0 ? AuthorityKind.Court : AuthorityKind.Procuratorate,
                LetterNumber = $"（{day.Year}）渝0109法援通{number}号",
                ReceivedAtUtc = clock.UtcNow.AddMinutes(-20),
                Ground = number % 7 == 0 ? NotificationGround.Minor : NotificationGround.OptionalOrdinaryProcedure,
                Cause = Crimes[random.Next(Crimes.Length)],
                Stage = number % 2 == 0 ? CaseStage.FirstInstance : CaseStage.Prosecution,
                RecipientName = Recipients[random.Next(Recipients.Length)],
                Headcount = 1,
                Flags = number % 7 == 0 ? CaseFlags.Minor : number % 11 == 0 ? CaseFlags.LifeOrDeathPenalty : CaseFlags.None,
            },
            ct));
        return letter.Value?.CaseId ?? throw new InvalidOperationException(letter.Refusal!.Message);
    }

    private async Task<Guid> ApplicationAsync(int number, CancellationToken ct)
    {
        var helper = await ReadAsync(db => db.Memberships.Where(m => m.LeftOn == null).OrderBy(m => m.LicenceNumber).Select(m => m.InstitutionId).Skip(number % 20).FirstAsync(ct));
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
                Opponents = number % 2 == 0 ? null : "重庆某建筑劳务有限公司",
                HelpedByInstitutionId = number % 3 == 0 ? helper : null,
                HelpedByStation = number % 3 == 1 ? "朝阳街道司法所" : null,
            },
            ct));
        var caseId = taken.Value?.Id ?? throw new InvalidOperationException(taken.Refusal!.Message);
        await ActAsync<DecideAid, Outcome<AidCase>?>(Roles.Clerk, use => use.RunAsync(caseId, grants: true, null, ct));
        return caseId;
    }

    private async Task AssignAsync(Guid caseId, bool leaveToDirector, CancellationToken ct)
    {
        clock.StandAt(clock.Now.AddMinutes(40));
        var next = await ActAsync<ProposalPreview, DrawnProposal>(Roles.Clerk, async preview =>
        {
            var aidCase = await ReadAsync(db => db.Cases.AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == caseId, ct));
            return await preview.DrawAsync(aidCase, null, ct);
        });
        if (next.Decision.Decision.Proposal is not { } proposal)
        {
            return;     // nobody fit: the case stays on the work list, as it would in an office
        }

        var proposed = await ActAsync<ProposeAssignment, Outcome<CaseAssignment>?>(Roles.Clerk, use => use.RunAsync(caseId, new(proposal.InstitutionId, proposal.PractitionerId, next.Turn, null), ct));
        if (leaveToDirector || proposed?.Value is not { } assignment)
        {
            return;
        }

        clock.StandAt(clock.Now.AddMinutes(50));
        await ActAsync<DecideAssignment, Outcome<CaseAssignment>?>(Roles.Director, use => use.RunAsync(assignment.Id, agrees: true, null, ct));
        await (proposal.PractitionerId is null ? NameAsync(assignment, ct) : ReplyAsync(assignment, ct));
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
