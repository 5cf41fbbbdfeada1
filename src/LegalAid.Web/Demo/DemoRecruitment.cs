using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Joining;
using LegalAid.Web.Features.Registry;
using Microsoft.AspNetCore.Identity;

namespace LegalAid.Web.Demo;

/// <summary>A call for people with invented applicants in several states, made by the program's own use cases: 綦江's round, 温州's open channel.</summary>
internal sealed class DemoRecruitment(IServiceProvider services, DemoClock clock, DemoPlace place, IReadOnlyDictionary<string, Officer> officers)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n%%EOF\n"u8];
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");      // one dot
    private static readonly string[] Names = ["简某甲", "滕某乙", "宁某丙", "路某丁", "游某戊"];

    private Officer Firm => officers[Roles.FirmAdministrator];

    /// <summary>Whether this office of the demo calls for people.</summary>
    public static bool IsAt(DemoPlace place) => place.Code is "QJ" or "WZ";

    /// <param name="today">The round is open on this day.</param>
    /// <param name="ct">Gives up.</param>
    public async Task RunAsync(DateOnly today, CancellationToken ct)
    {
        clock.StandAt(today.AddDays(-2).ToDateTime(new(9, 0)));
        var isChannel = place.Code == "WZ";
        var form = new RoundForm
        {
            Title = isChannel ? "办案库常年报名" : $"{today.Year}年法律援助人员资源库招募通知",
            Pools = Pools.Cases,
            OpensAtUtc = OfficeClock.ToUtc(today.AddDays(-2).ToDateTime(TimeOnly.MinValue)),
            ClosesAtUtc = isChannel ? null : OfficeClock.ToUtc(today.AddDays(10).ToDateTime(new(17, 0))),
            PlannedLawyers = isChannel ? null : 40,
            PlannedLegalWorkers = isChannel ? null : 20,
            NoticeText = "各律师事务所、法律服务所，各位法律援助人员：\n现公开招募法律援助人员，请自愿参加的人员按时申报。",
        };
        var round = Made(await AsAsync<PlanRound, Outcome<RecruitmentRound>?>(officers[Roles.Clerk], use => use.RunAsync(null, form, ct)));
        Made(await AsAsync<PublishRound, Outcome<RecruitmentRound>?>(officers[Roles.Director], use => use.RunAsync(round.Id, ct)));
        for (var number = 0; number < (isChannel ? 2 : Names.Length); number++)
        {
            clock.StandAt(clock.Now.AddMinutes(20));
            await ApplyAsync(round.Id, number, isChannel ? 3 + (2 * number) : number, ct);
        }
    }

    // How far: 0 a draft, 1 handed over, 2 endorsed, 3 submitted by the firm or handed over at 温州, 4 returned by the centre, 5 submitted by the person.
    private async Task ApplyAsync(Guid roundId, int number, int far, CancellationToken ct)
    {
        var applicant = await AccountAsync(number);
        var id = Made(await AsAsync<StartApplication, Outcome<PoolApplication>?>(applicant, use => use.RunAsync(roundId, ct))).Id;
        Made(await AsAsync<SaveApplication, Outcome<PoolApplication>?>(applicant, use => use.RunAsync(id, Form(number), ct)));
        if (far == 0)
        {
            return;
        }

        Made(await AsAsync<ChangeCareer, Outcome<PoolApplication>?>(applicant, use => use.RunAsync(id, new(CareerKind.Employment, new(2016, 7, 1), null, "律师事务所律师"), remove: null, ct)));
        foreach (var (kind, file) in new[] { (ApplicationPaperKind.Photo, Png), (ApplicationPaperKind.Licence, Pdf), (ApplicationPaperKind.IdentityCard, Pdf) })
        {
            Made(await AsAsync<AddPaper, Outcome<ApplicationPaper>?>(applicant, use => use.RunAsync(id, kind, file, ct)));
        }

        Made(await AsAsync<HandInApplication, Outcome<PoolApplication>?>(applicant, use => use.RunAsync(id, declares: true, ct)));
        await GoOnAsync(id, applicant, far, ct);
    }

    private async Task GoOnAsync(Guid id, Officer applicant, int far, CancellationToken ct)
    {
        if (far >= 2 && (place.Code == "QJ" || far == 5))
        {
            Made(await AsAsync<EndorseApplications, Outcome<List<PoolApplication>>?>(Firm, use => use.RunAsync([id], new("业务过硬，责任心强，同意推荐。", Pdf), ct)));
        }

        if (far is 3 or 4 && place.Code == "QJ")
        {
            Made(await AsAsync<SubmitApplications, Outcome<List<PoolApplication>>?>(Firm, use => use.RunAsync([id], ct)));
        }

        if (far == 4)
        {
            Made(await AsAsync<ReturnApplication, Outcome<PoolApplication>?>(officers[Roles.Clerk], use => use.RunAsync(id, "执业证复印件看不清，请重新上传。", ct)));
        }

        if (far == 5)
        {
            Made(await AsAsync<HandInApplication, Outcome<PoolApplication>?>(applicant, use => use.RunAsync(id, declares: true, ct)));
        }
    }

    private PoolApplicationForm Form(int number) => new()
    {
        Name = Names[number],
        Gender = number % 2 == 0 ? "女" : "男",
        IdentityNumber = DemoRoster.Identity(place, new(1986 + number, 5, 12), 880 + number),
        PoliticalStatus = "群众",
        Education = "本科",
        Phone = $"1390000{900 + number:0000}",
        Address = $"{place.Region}（虚构地址）城关街道{number + 1}号",
        As = PoolPerson.SocialLawyer,
        InstitutionId = Firm.InstitutionId,
        LicenceNumber = $"1{place.Digits}20161{9000000 + number}",
        FirstLicensedOn = new(2016, 7, 1),
        Intents = ServiceIntents.CivilRepresentation | ServiceIntents.LabourArbitration,
        WillingForDuty = number % 2 == 0,
        Pools = Pools.Cases,
        PartyDiscipline = false,
        ConsentsToList = true,
    };

    // The first is the account one signs in with.
    private async Task<Officer> AccountAsync(int number)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Officer>>();
        var userName = number == 0 ? $"{place.AccountPrefix}-{Roles.Applicant}" : $"{place.AccountPrefix}-{Roles.Applicant}{number}";
        if (await users.FindByNameAsync(userName) is { } known)
        {
            return known;
        }

        var applicant = new Officer { Id = Guid.CreateVersion7(), UserName = userName, OfficeId = Firm.OfficeId, DisplayName = Names[number], Role = Roles.Applicant };
        return (await users.CreateAsync(applicant)).Succeeded ? applicant : throw new InvalidOperationException($"No account {userName}.");
    }

    private async Task<T> AsAsync<TUseCase, T>(Officer officer, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOfficer>().Become(officer);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    private static T Made<T>(Outcome<T>? outcome)
        where T : class =>
        outcome?.Value ?? throw new InvalidOperationException(outcome?.Refusal?.Message ?? "The demo's round was not found.");
}
