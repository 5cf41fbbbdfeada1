using LegalAid.Rules.Common;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Registry.Vetting;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Demo;

/// <summary>An application in the middle of its vetting: 綦江 has assessed the person, 温州 has asked both opinions and got one; something is still left to confirm.</summary>
internal sealed class DemoVetting(DemoDesk desk, DemoClock clock, DemoPlace place)
{
    /// <param name="today">The vetting was begun on the eve of this day.</param>
    /// <param name="ct">Gives up.</param>
    public async Task RunAsync(DateOnly today, CancellationToken ct)
    {
        var application = await desk.ReadAsync(db => db.PoolApplications.Where(a => a.Status == ApplicationStatus.Submitted).OrderBy(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct));
        if (application is not { } id || await desk.ReadAsync(db => db.VettingConfirmations.AnyAsync(ct)))
        {
            return;
        }

        clock.StandAt(today.AddDays(-1).ToDateTime(new(10, 0)));
        if (place.Code == "WZ")
        {
            await OpinionsAsync(id, ct);
        }
        else
        {
            var assessment = new AssessmentOrder(clock.Today, "中心负责人", Passed: true, "提问回答清楚，熟悉业务。", null);
            DemoPool.Made(await desk.ActAsync<RecordAssessment, Outcome<AdmissionAssessment>?>(Roles.Clerk, use => use.RunAsync(id, assessment, ct)));
        }

        clock.StandAt(clock.Now.AddMinutes(20));
        var form = new ConfirmationForm { Criterion = [VettingCriterion.Character], Met = true, Reason = "看过承诺书和所在单位意见。" };
        DemoPool.Made(await desk.ActAsync<ConfirmCriterion, Outcome<List<VettingConfirmation>>?>(Roles.Clerk, use => use.RunAsync(id, form, ct)));
    }

    private async Task OpinionsAsync(Guid id, CancellationToken ct)
    {
        var bureau = DemoPool.Made(await desk.ActAsync<AskOpinion, Outcome<OpinionMade>?>(Roles.Clerk, use => use.RunAsync(id, OpinionBody.Bureau, "温州市某区司法局（虚构）", ct)));
        DemoPool.Made(await desk.ActAsync<AskOpinion, Outcome<OpinionMade>?>(Roles.Clerk, use => use.RunAsync(id, OpinionBody.Association, "温州市律师协会（虚构）", ct)));
        clock.StandAt(clock.Now.AddHours(4));
        var answer = new OpinionAnswer(OpinionReply.NoObjection, "经查，执业三年来没有行政处罚和投诉记录。", "律师工作科经办");
        DemoPool.Made(await desk.ActAsync<GiveOpinion, Outcome<OpinionSubject>>(Roles.Clerk, use => use.RunAsync(bureau.Request.Reference, bureau.Code, answer, ct)));
    }
}
