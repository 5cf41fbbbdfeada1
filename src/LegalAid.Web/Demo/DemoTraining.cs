using LegalAid.Rules.Common;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Training;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Demo;

/// <summary>A pool's trainings and exam, made by the program's own use cases: an induction and an exam that were, a training somebody missed, one that is to come.</summary>
internal sealed class DemoTraining(DemoDesk desk, DemoClock clock)
{
    private static readonly (string Stem, bool IsTrue)[] Bank =
    [
        ("受援人可以自主选择办案库的法律援助人员。", true), ("法律援助人员可以向受援人收取交通费。", false), ("接受指派以后发现利益冲突的，应当报告。", true), ("犯罪嫌疑人没有委托辩护人的，不能申请法律援助。", false),
        ("值班律师可以会见犯罪嫌疑人。", true), ("农民工追索劳动报酬，免予核查经济困难状况。", true), ("法律援助案件可以转委托给助理办理。", false), ("结案后应当按时提交案卷。", true),
        ("未成年人刑事案件应当由熟悉未成年人身心特点的律师办理。", true), ("受援人要求更换承办人，一律不准。", false), ("法律援助人员应当向受援人通报办理情况。", true), ("没有正当理由不得拒绝、拖延提供法律援助。", true),
    ];

    /// <param name="today">The demo ends on this day.</param>
    /// <param name="ct">Gives up.</param>
    public async Task RunAsync(DateOnly today, CancellationToken ct)
    {
        if (await desk.ReadAsync(db => db.TrainingEvents.AnyAsync(ct)))
        {
            return;
        }

        await TrainAsync(("岗前培训", 3, true), today.AddDays(-34), InvitedPeople.WithoutInduction, ct);
        await TrainAsync(("法律援助案件质量评估标准", 2, false), today.AddDays(-12), InvitedPeople.CasePool, ct);
        await ExamAsync(today.AddDays(-28), ct);
        clock.StandAt(today.AddDays(-1).ToDateTime(new(15, 0)));
        await PlanAsync(("值班规范和法律帮助记录", 1.5m, false), today.AddDays(8), InvitedPeople.Everybody, ct);
    }

    private async Task TrainAsync((string Title, decimal Hours, bool Induction) what, DateOnly day, InvitedPeople who, CancellationToken ct)
    {
        clock.StandAt(day.AddDays(-6).ToDateTime(new(9, 0)));
        var training = await PlanAsync(what, day, who, ct);
        clock.StandAt(day.ToDateTime(new(18, 0)));
        var invited = await desk.ReadAsync(db => db.TrainingAttendances.Where(a => a.EventId == training.Id).OrderBy(a => a.Member!.LicenceNumber).Select(a => a.MembershipId).ToListAsync(ct));
        foreach (var (place, member) in invited.Index().Where(one => what.Induction || one.Index % 7 != 6))
        {
            var form = new ByHandForm { AttendeeId = member, SignedInAtUtc = training.StartsAtUtc.AddMinutes((place % 5 * 4) - 12) };
            DemoPool.Made(await desk.ActAsync<SignInByHand, Outcome<TrainingAttendance>?>(Roles.Clerk, use => use.RunAsync(training.Id, form, ct)));
        }
    }

    private async Task<TrainingEvent> PlanAsync((string Title, decimal Hours, bool Induction) what, DateOnly day, InvitedPeople who, CancellationToken ct) =>
        DemoPool.Made(await desk.ActAsync<PlanTraining, Outcome<TrainingEvent>>(Roles.Clerk, use => use.RunAsync(
            new()
            {
                Title = what.Title,
                Lecturer = "质量评估组",
                LecturerUnit = "市法律援助中心",
                Place = "公共法律服务中心二楼会议室",
                StartsAtUtc = OfficeClock.ToUtc(day.ToDateTime(new(14, 0))),
                EndsAtUtc = OfficeClock.ToUtc(day.ToDateTime(new(17, 0))),
                Hours = what.Hours,
                Invited = who,
                Induction = what.Induction,
            },
            ct)));

    // Two sit: the first knows everything, the second has to come again.
    private async Task ExamAsync(DateOnly day, CancellationToken ct)
    {
        clock.StandAt(day.AddDays(-3).ToDateTime(new(9, 0)));
        foreach (var (stem, isTrue) in Bank)
        {
            DemoPool.Made(await desk.ActAsync<KeepQuestion, Outcome<ExamQuestion>?>(Roles.Clerk, use => use.RunAsync(null, new(QuestionKind.TrueFalse, stem, [], isTrue ? "A" : "B"), ct)));
        }

        var form = new ExamForm { Title = "岗前考试", OpensAtUtc = OfficeClock.ToUtc(day.ToDateTime(new(9, 0))), ClosesAtUtc = OfficeClock.ToUtc(day.AddDays(1).ToDateTime(new(18, 0))), Minutes = 60, Questions = 10 };
        var exam = DemoPool.Made(await desk.ActAsync<PlanExam, Outcome<Exam>>(Roles.Clerk, use => use.RunAsync(form, ct)));
        clock.StandAt(day.ToDateTime(new(10, 0)));
        var candidates = await desk.ReadAsync(db => db.Memberships.Where(m => m.Exams.Count == 0).OrderBy(m => m.LicenceNumber).Select(m => m.Id).Take(2).ToListAsync(ct));
        foreach (var (place, member) in candidates.Index())
        {
            await SitAsync(exam.Id, member, knows: place == 0, ct);
        }
    }

    private async Task SitAsync(Guid examId, Guid member, bool knows, CancellationToken ct)
    {
        var sitting = DemoPool.Made(await desk.ActAsMemberAsync<StartExam, Outcome<ExamSitting>?>(member, use => use.RunAsync(examId, ct)));
        var answers = CanonicalJson.Read<List<PaperQuestion>>(sitting.Paper).ConvertAll(question => knows ? question.Key : "B");
        clock.StandAt(clock.Now.AddMinutes(24));
        DemoPool.Made(await desk.ActAsMemberAsync<HandInExam, Outcome<ExamSitting>?>(member, use => use.RunAsync(sitting.Id, answers, ct)));
    }
}
