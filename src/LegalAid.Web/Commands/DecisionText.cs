using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Commands;

/// <summary>A decision as lines of text, for the command line; people and institutions by the ids the facts gave them.</summary>
internal static class DecisionText
{
    public static string Of(object decision) => decision switch
    {
        AssignmentDecision assignment => Text(assignment),
        AdmissionDecision admission => Text(admission),
        VettingDecision vetting => Text(vetting),
        DeadlineDecision deadline => string.Join('\n', deadline.Deadlines.Select(Text)),
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "Unknown kind of decision."),
    };

    private static string Text(AssignmentDecision decision) => string.Join('\n',
    [
        .. decision.Refusals.Select(refusal => $"不能指派：{Told(refusal)}"),
        .. decision.Proposal is { } proposal ? [$"建议 {proposal.PractitionerId ?? proposal.InstitutionId}：{proposal.Why}（{string.Join(' ', proposal.ClauseIds)}）"] : Array.Empty<string>(),
        .. decision.Able.Select(able => $"{able.Rank,3}  {able.PractitionerId ?? able.InstitutionId}  余额 {Cases.Text(able.BeforeMillionths)}  应得 {Cases.Text(able.ShareMillionths)}  之后 {Cases.Text(able.AfterMillionths)}  {able.Note}".TrimEnd()),
        .. decision.Excluded.Select(excluded => $" —   {excluded.PractitionerId ?? excluded.InstitutionId}  {string.Join("；", excluded.Refusals.Select(Told))}"),
        .. (decision.Clocks?.Deadlines.All ?? []).Select(deadline => $"期限 {deadline.Clause}　届满 {deadline.DueText(deadline.StartedAt.Year)}"),
        .. decision.Warnings.Select(warning => $"注意：{warning}"),
    ]);

    private static string Text(AdmissionDecision decision) => string.Join('\n',
    [
        .. decision.MayGrant ? [$"可以给予法律援助（{string.Join(' ', decision.ClauseIds)}）"] : decision.Refusals.Select(refusal => $"不能给予：{Told(refusal)}"),
        $"审查期限{(decision.DecidedInTime ? "内作出决定" : "已过才作出决定")}：{Text(decision.Examination)}",
    ]);

    private static string Text(VettingDecision decision) => string.Join('\n',
    [
        .. decision.MayAdmit ? [$"可以入库：{RecruitmentWords.Of(decision.Pools)}，意向 {RecruitmentWords.Of(decision.Intents)}"] : decision.Refusals.Select(refusal => $"不能入库：{Told(refusal)}"),
        .. decision.Findings.Select(finding => $"{VettingWords.Of(finding.Verdict)}　{VettingWords.Of(finding.Criterion)}：{finding.Fact}{(finding.PassesOn is { } day ? $"，自{day:yyyy-MM-dd}起符合" : "")}（{string.Join(' ', finding.ClauseIds)}）"),
    ]);

    private static string Text(Deadline deadline) =>
        $"{deadline.Clause}　届满 {deadline.DueText(deadline.StartedAt.Year)}\n" + string.Join('\n', deadline.Days.Select(day => $"  {day.Day:yyyy-MM-dd}  {(day.Number is { } number ? $"第 {number} 日" : "不计")}　{day.Why}"))
        + (deadline.Warning is { } warning ? $"\n  注意：{warning}" : "");

    private static string Told(Refusal refusal) =>
        $"{refusal.Message}{(refusal.Fact is { } fact ? $"，{fact}" : "")}（{string.Join(' ', refusal.ClauseIds)}）";
}
