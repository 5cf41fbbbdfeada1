using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Registry;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Vetting;

/// <summary>綦江's whole round: forty-two lawyers and twenty-one legal workers of six institutions, a closing time of 17:00, forty and twenty places. All people are invented.</summary>
public sealed class QijiangRoundTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    private static readonly DateTime Closes = new(2026, 6, 20, 17, 0, 0);
    private static int numbers;

    [Fact]
    [Clause("QJ-1.1", "QJ-1.2", "QJ-5.1b", "QJ-5.1c", "QJ-6.3", "QJ-6.4", "QJ-6.6")]
    public async Task Forty_lawyers_and_twenty_workers_are_chosen_of_those_who_came_in_time_published_and_taken_in()
    {
        var id = await app.RoundAsync("綦江整批招募", "2026-6-20 17:00");
        var round = await app.InDbAsync(db => db.RecruitmentRounds.AsNoTracking().SingleAsync(r => r.Id == id));
        Assert.Equal((40, 20), (round.PlannedLawyers!.Value, round.PlannedLegalWorkers!.Value));
        var lawyers = new List<PoolApplication>();
        for (var firm = 0; firm < 3; firm++)
        {
            lawyers.AddRange(await SubmittedAsync(round, $"重庆整批{firm}律师事务所", InstitutionKind.LawFirm, firm == 0 ? 13 : 14, Closes.AddSeconds(-1 - firm), HttpStatusCode.Found));
        }

        var workers = await SubmittedAsync(round, "整批镇法律服务所", InstitutionKind.LegalServiceOffice, 21, Closes.AddSeconds(-1), HttpStatusCode.Found);
        var late = await SubmittedAsync(round, "重庆整点律师事务所", InstitutionKind.LawFirm, 1, Closes, HttpStatusCode.UnprocessableEntity);
        var later = await SubmittedAsync(round, "重庆逾一秒律师事务所", InstitutionKind.LawFirm, 1, Closes.AddSeconds(1), HttpStatusCode.UnprocessableEntity);
        Assert.Equal([ApplicationStatus.Lapsed, ApplicationStatus.Lapsed], await LapsedAsync(late[0], later[0]));
        await app.VettedAsync([.. lawyers, .. workers]);

        await ChooseAsync(id, [.. lawyers.Take(40)], [.. workers.Take(20)], lawyers[40], workers[20]);

        var director = await app.AsAsync(Roles.Director);
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"/registry/rounds/{id}/results/publish")).Status);
        Assert.Contains("60 人", (await app.Anybody().OpenAsync($"/join/QJ/lists/{id}")).Text, StringComparison.Ordinal);
        var admitted = await director.SubmitAsync($"/registry/rounds/{id}/results/admit");
        Assert.True(admitted.Status == HttpStatusCode.Found, admitted.Text);

        var came = await app.InDbAsync(db => db.PoolApplications.Where(a => a.RoundId == id && a.Status == ApplicationStatus.Admitted).Join(db.Memberships, a => a.MembershipId, m => m.Id, (_, m) => m.Kind).ToListAsync());
        Assert.Equal((40, 20), (came.Count(kind => kind == PractitionerKind.Lawyer), came.Count(kind => kind == PractitionerKind.LegalWorker)));
        Assert.Equal(60, await app.InDbAsync(db => db.RecruitmentRounds.Where(r => r.Id == id).Select(r => r.PublishedHeadcount).SingleAsync()));
        app.Clock.Set(2026, 6, 17);
    }

    private async Task ChooseAsync(Guid roundId, PoolApplication[] lawyers, PoolApplication[] workers, PoolApplication lawyerBeyond, PoolApplication workerBeyond)
    {
        var (clerk, url) = (await app.AsAsync(Roles.Clerk), $"/registry/rounds/{roundId}/comparison");
        foreach (var group in new[] { lawyers, workers })
        {
            var chosen = await clerk.SubmitAsync(url, VettingDesk.Choice(true, "四项因素综合较优", group));
            Assert.True(chosen.Status == HttpStatusCode.Found, chosen.Text);
        }

        foreach (var beyond in new[] { lawyerBeyond, workerBeyond })
        {
            var refused = await clerk.SubmitAsync(url, VettingDesk.Choice(true, "较优", beyond));
            Assert.Contains("超出计划名额的，由中心负责人写明超额的理由后决定", refused.Text, StringComparison.Ordinal);
        }

        var rest = await app.InDbAsync(db => db.PoolApplications.Where(a => a.RoundId == roundId && a.Status == ApplicationStatus.Submitted).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(url, VettingDesk.Choice(false, "名额已满", [.. rest]))).Status);
    }

    // Filled in, handed over and endorsed beforehand, straight into the store; submitted by the institution through its page at the moment given.
    private async Task<List<PoolApplication>> SubmittedAsync(RecruitmentRound round, string name, InstitutionKind kind, int people, DateTime at, HttpStatusCode answer)
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync(name, kind);
        var applications = Enumerable.Range(0, people).Select(number => New(round, firm, $"{name[2..4]}某{number}")).ToList();
        await app.InDbAsync(db =>
        {
            db.AddRange(applications.Select(a => new Officer { Id = a.ApplicantId, UserName = $"whole-{a.ApplicantId}", OfficeId = app.OfficeId, DisplayName = a.Name, Role = Roles.Applicant }));
            db.AddRange(applications);
            db.AddRange(applications.Select(a => new ApplicationPaper
            {
                Id = Guid.CreateVersion7(),
                OfficeId = app.OfficeId,
                ApplicationId = a.Id,
                Kind = ApplicationPaperKind.Endorsement,
                Type = EvidenceType.Pdf,
                Bytes = 1,
                Content = app.Cipher.Seal("x"),
                AddedAtUtc = app.Clock.UtcNow,
                AddedById = a.ApplicantId,
            }));
            return db.SaveChangesAsync();
        });
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        app.Clock.Set(at);
        var submitted = await administrator.SubmitAsync("/joining/firm?handler=Submit", [.. applications.Select(a => ("Form.Ids", a.Id.ToString()))]);
        Assert.True(submitted.Status == answer, submitted.Text);
        return applications;
    }

    private PoolApplication New(RecruitmentRound round, Institution firm, string name)
    {
        var number = Interlocked.Increment(ref numbers);
        var (worker, identity) = (firm.Kind == InstitutionKind.LegalServiceOffice, RecruitmentDesk.Identity(2000 + number));
        return new()
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            RoundId = round.Id,
            ApplicantId = Guid.CreateVersion7(),
            Status = ApplicationStatus.WithInstitution,
            Name = name,
            Gender = "男",
            BornOn = new(1980, 5, 1),
            IdentityNumber = app.Cipher.Seal(identity),
            IdentityIndex = app.Cipher.Index(identity),
            As = worker ? PoolPerson.LegalWorker : PoolPerson.SocialLawyer,
            InstitutionId = firm.Id,
            LicenceNumber = $"{(worker ? 3 : 1)}5001{700000000000 + number}",
            FirstLicensedOn = new(2010, 1, 1),
            FirstCriminalCaseOn = worker ? null : new(2012, 1, 1),
            Intents = worker ? ServiceIntents.CivilRepresentation : VettingDesk.Everything,
            Pools = Pools.Duty | Pools.Cases,
            Phone = app.Cipher.Seal("13900000000"),
            DeclaredAtUtc = app.Clock.UtcNow,
            HandedOverAtUtc = app.Clock.UtcNow,
            EndorsedAtUtc = app.Clock.UtcNow,
            InstitutionOpinion = "业务过硬，同意推荐",
        };
    }

    private async Task<List<ApplicationStatus>> LapsedAsync(params PoolApplication[] applications)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LapseDrafts>().RunAsync(default);
        var ids = applications.Select(a => a.Id).ToList();
        return await app.InDbAsync(db => db.PoolApplications.Where(a => ids.Contains(a.Id)).Select(a => a.Status).ToListAsync());
    }
}
