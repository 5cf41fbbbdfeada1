using System.Globalization;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Decisions;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Documents;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Collective;

/// <summary>Composes 《…请示》, the centre's written report that asks the bureau to decide (BB-5.3), as things stand when it gets its number: the case, what takes it out of the centre's hands, the proposal, the discussion, the clock.</summary>
public sealed class BureauReports(AidDb db, CollectiveSteps steps)
{
    /// <param name="assignment">Discussed; with its report number, not yet saved.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Paper> ComposeAsync(CaseAssignment assignment, CancellationToken ct)
    {
        var row = await AssignmentRow.Of(db, assignment.Id).SingleAsync(ct);
        var path = await steps.ReadAsync(row, ct);
        if (path is not { Discussion: { } discussion } || assignment is not { ReportNumber: { } number, ReportedAtUtc: { } reported })
        {
            throw new InvalidOperationException("The bureau is asked about a discussed proposal, under a number.");
        }

        var brief = await CaseBrief.ReadAsync(db, row.CaseId, ct);
        var record = await db.Decisions.AsNoTracking().SingleAsync(d => d.Id == row.DecisionId, ct);
        var office = await db.Offices.AsNoTracking().Where(o => o.Id == record.OfficeId).Select(o => new { o.Name, o.BureauName }).SingleAsync(ct);
        return new(
            $"关于指派{row.Institution}承办{row.Cause}一案的请示",
            number,
            office.BureauName,
            [CaseText(brief, record, path.Rules), ProposalText(row, record), DiscussionText(discussion), DueText(row), "妥否，请批示。"],
            [office.Name, Day(DateOnly.FromDateTime(OfficeClock.ToLocal(reported)))],
            []);
    }

    private static string CaseText(CaseBrief brief, DecisionRecord record, AssignmentRules rules)
    {
        var facts = CanonicalJson.Read<AssignmentFacts>(record.Facts).Case;
        var people = facts.Headcount > 1 ? $"{brief.In(PartyRole.Recipient)}等{facts.Headcount}人" : brief.In(PartyRole.Recipient);
        var opponent = brief.In(PartyRole.Opponent) is { } other ? $"，对方当事人{other}" : "";
        return $"我中心受理{people}{brief.Cause}一案（案件编号{brief.Number}，{CaseWords.Of(brief.Kind)}{CaseWords.Of(brief.Stage)}{opponent}）。"
            + $"本案属于{WhoDecides.Triggers(facts.Headcount, facts.Flags, rules)}的情形，须经中心集体讨论并书面报请贵局决定。";
    }

    private static string ProposalText(AssignmentRow row, DecisionRecord record)
    {
        var why = CanonicalJson.Read<AssignmentDecision>(record.Result).Proposal?.Why;
        var outOfTurn = row.OutOfTurnReason is { } reason ? $"不按序的理由：{reason}。" : "";
        return $"经办意见：指派{row.Name}承办。理由：{why}。{outOfTurn}";
    }

    private static string DiscussionText(DiscussionView discussion) =>
        $"{Day(discussion.HeldOn)}，我中心{string.Join('、', discussion.Present)}集体讨论。讨论意见：{Ended(discussion.Opinions)}讨论结论：同意经办意见。{Ended(discussion.Conclusion)}";

    private static string DueText(AssignmentRow row) =>
        row.StatutoryDueAtUtc is { } due ? $"本案法定指派期限至{Show.Until(due, default)}，报请期间不停止计算。" : "本案指派期限在报请期间不停止计算。";

    private static string Ended(string text) => text.EndsWith('。') ? text : text + "。";

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
