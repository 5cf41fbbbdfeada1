using System.Net;
using LegalAid.Rules.Common;
using LegalAid.Rules.Tests;
using LegalAid.Rules.Training;
using LegalAid.Store.Registry;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Training.TrainingDesk;

namespace LegalAid.Web.Tests.Training;

/// <summary>The exam that opens duty and cases at 温州, from the bank to the result.</summary>
public sealed class ExamTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-10.1", "WZ-10.2")]
    public async Task After_the_induction_the_paper_is_sat_scored_at_once_and_opens_cases()
    {
        var lawyer = await app.LawyerAsync("考赵");
        var own = await app.AsMemberAsync(lawyer);
        var sit = await ExamAsync();
        Assert.Contains("须先参加中心的岗前培训", (await own.OpenAsync(sit)).Text, StringComparison.Ordinal);
        await TrainedAsync(lawyer);

        Assert.Equal(HttpStatusCode.Found, (await own.SubmitAsync($"{sit}?handler=Start")).Status);
        var paper = await own.OpenAsync(sit);
        Assert.Equal(4, paper.Document.QuerySelectorAll("fieldset").Length);
        Assert.DoesNotContain("答案", paper.Text, StringComparison.Ordinal);
        var handed = await own.SendAsync(sit, paper, [.. (await RightAsync(lawyer)).Select((key, place) => ($"A{place}", key))], action: sit);

        Assert.Equal(HttpStatusCode.Found, handed.Status);
        Assert.Contains("合格 成绩100 分", (await own.OpenAsync(sit)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("试卷和答案", (await own.OpenAsync(sit)).Text, StringComparison.Ordinal);      // not before the exam is over
        var result = await app.InDbAsync(db => db.ExamResults.AsNoTracking().SingleAsync(e => e.MembershipId == lawyer.Id));
        Assert.Equal((100, new DateOnly(2026, 6, 16)), (result.Score, result.TrainedOn));

        app.Clock.Set(2026, 6, 19, 12, 2);
        Assert.Contains("试卷和答案", (await own.OpenAsync(sit)).Text, StringComparison.Ordinal);
        var published = (await (await app.AsAsync(Roles.Clerk)).OpenAsync(sit[..^"/sit".Length])).Document.QuerySelectorAll("code.hash").Select(code => code.TextContent).ToList();
        Assert.Equal(published[0], Lottery.Commitment(published[1]));
    }

    [Fact]
    [Clause("WZ-10.2")]
    public async Task Of_two_sendings_at_once_one_counts()
    {
        var lawyer = await app.LawyerAsync("考钱");
        await TrainedAsync(lawyer);
        var own = await app.AsMemberAsync(lawyer);
        var sit = await ExamAsync();
        await own.SubmitAsync($"{sit}?handler=Start");
        var paper = await own.OpenAsync(sit);
        var again = await own.OpenAsync(sit);
        var right = (await RightAsync(lawyer)).Select((key, place) => ($"A{place}", key)).ToArray();

        var answers = await Task.WhenAll(own.SendAsync(sit, paper, right, action: sit), own.SendAsync(sit, again, [], action: sit));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity);
        Assert.Equal(1, await app.InDbAsync(db => db.ExamResults.CountAsync(e => e.MembershipId == lawyer.Id)));
    }

    [Theory]
    [InlineData(61, true)]          // a minute of grace
    [InlineData(62, false)]
    public async Task The_server_says_when_the_time_is_over(int minutes, bool taken)
    {
        var lawyer = await app.LawyerAsync($"时{minutes}");
        await TrainedAsync(lawyer);
        var own = await app.AsMemberAsync(lawyer);
        var sit = await ExamAsync();
        await own.SubmitAsync($"{sit}?handler=Start");
        var paper = await own.OpenAsync(sit);
        app.Clock.Set(new DateTime(2026, 6, 17, 10, 0, 0).AddMinutes(minutes));

        var answer = await own.SendAsync(sit, paper, [("A0", "A")], action: sit);

        Assert.Equal(taken ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(taken ? 1 : 0, await app.InDbAsync(db => db.ExamResults.CountAsync(e => e.MembershipId == lawyer.Id)));
    }

    [Fact]
    [Clause("WZ-10.2")]
    public async Task Who_failed_sits_another_paper_the_same_day_and_who_passed_does_not()
    {
        var lawyer = await app.LawyerAsync("考孙");
        await TrainedAsync(lawyer);
        var own = await app.AsMemberAsync(lawyer);
        var sit = await ExamAsync();
        await own.SubmitAsync($"{sit}?handler=Start");
        await own.SendAsync(sit, await own.OpenAsync(sit), [], action: sit);
        Assert.Contains("不合格 成绩0 分", (await own.OpenAsync(sit)).Text, StringComparison.Ordinal);

        await own.SubmitAsync($"{sit}?handler=Start");
        await own.SendAsync(sit, await own.OpenAsync(sit), [.. (await RightAsync(lawyer)).Select((key, place) => ($"A{place}", key))], action: sit);

        Assert.Contains("考试已经合格", (await own.OpenAsync(sit)).Text, StringComparison.Ordinal);
        Assert.Equal([0, 100], await app.InDbAsync(db => db.ExamResults.Where(e => e.MembershipId == lawyer.Id).OrderBy(e => e.Score).Select(e => e.Score).ToListAsync()));
    }

    [Fact]
    public async Task A_workbook_with_a_wrong_row_brings_nothing_in_and_names_the_row()
    {
        app.Clock.Set(2026, 6, 17);
        var clerk = await app.AsAsync(Roles.Clerk);
        var before = await app.InDbAsync(db => db.ExamQuestions.CountAsync());

        var refused = await clerk.UploadAsync("/training/questions/import", "Workbook", "题.xlsx", Workbook(["单选", "导一", "甲", "乙", "", "A"], ["单选", "导二", "甲", "乙", "", "D"], ["问答", "导三", "", "", "", "A"], ["判断", "导一", "", "", "", "对"]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("第 3 行：答案不在选项以内", refused.Text, StringComparison.Ordinal);
        Assert.Contains("第 4 行：题型“问答”不认识", refused.Text, StringComparison.Ordinal);
        Assert.Contains("第 5 行：题干与前面的重复", refused.Text, StringComparison.Ordinal);
        Assert.Equal(before, await app.InDbAsync(db => db.ExamQuestions.CountAsync()));
    }

    [Fact]
    public async Task A_question_is_changed_and_retired_and_papers_that_were_sat_keep_it()
    {
        app.Clock.Set(2026, 6, 17);
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync("/training/questions/new", ("Form.Kind", "OneAnswer"), ("Form.Stem", "改题"), ("Form.Options", "甲\n乙"), ("Form.Key", "C"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync("/training/questions/new", ("Form.Kind", "OneAnswer"), ("Form.Stem", "改题"), ("Form.Options", "甲\n乙"), ("Form.Key", "A"))).Status);
        var id = await app.InDbAsync(db => db.ExamQuestions.Where(q => q.Stem == "改题").Select(q => q.Id).SingleAsync());

        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/training/questions/{id}", ("Form.Key", "B"))).Status);
        Assert.Equal("B", await app.InDbAsync(db => db.ExamQuestions.Where(q => q.Id == id).Select(q => q.Key).SingleAsync()));
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/training/questions/{id}?handler=Retire")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/training/questions/{id}")).Status);
    }

    // From 17 June 10:00 to 19 June 12:00, sixty minutes, four questions.
    private async Task<string> ExamAsync()
    {
        app.Clock.Set(2026, 6, 17);
        var clerk = await app.AsAsync(Roles.Clerk);
        if (!await app.InDbAsync(db => db.ExamQuestions.AnyAsync(q => q.Stem == "题一")))
        {
            var file = Workbook(["单选", "题一", "甲", "乙", "丙", "B"], ["多选题", "题二", "甲", "乙", "丙", "AC"], ["判断", "题三", "", "", "", "正确"], ["单选题", "题四", "甲", "乙", "", "A"]);
            Assert.Equal(HttpStatusCode.Found, (await clerk.UploadAsync("/training/questions/import", "Workbook", "题.xlsx", file)).Status);
        }

        var planned = await clerk.SubmitAsync("/training/exams/new", ("Form.Title", "岗前考试"), ("Form.OpensAtUtc", "2026-6-17 10:00"), ("Form.ClosesAtUtc", "2026-6-19 12:00"), ("Form.Minutes", "60"), ("Form.Questions", "4"));
        Assert.True(planned.Status == HttpStatusCode.Found, planned.Text);
        return planned.Location + "/sit";
    }

    private Task<int> TrainedAsync(Membership lawyer) => app.InDbAsync(db =>
    {
        var at = LegalAid.Store.OfficeClock.ToUtc(new(2026, 6, 16, 9, 0, 0));
        var training = new TrainingEvent { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, Title = "岗前", Place = "中心", StartsAtUtc = at, EndsAtUtc = at.AddHours(2), SignInFromUtc = at, HourTenths = 20, Induction = true, Invited = InvitedPeople.WithoutInduction, PlannedById = lawyer.Id, PlannedAtUtc = at };
        db.Add(training);
        db.Add(new TrainingAttendance { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, EventId = training.Id, MembershipId = lawyer.Id, SignedInAtUtc = at, SignInArrivedAtUtc = at });
        return db.SaveChangesAsync();
    });

    // What stands on the paper being sat; of several letters the first is not enough, so each is sent.
    private async Task<List<string>> RightAsync(Membership lawyer)
    {
        var paper = await app.InDbAsync(db => db.ExamSittings.Where(s => s.MembershipId == lawyer.Id).OrderByDescending(s => s.Number).Select(s => s.Paper).FirstAsync());
        return CanonicalJson.Read<List<PaperQuestion>>(paper).ConvertAll(question => question.Key);
    }
}
