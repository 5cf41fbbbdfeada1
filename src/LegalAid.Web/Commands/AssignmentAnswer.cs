using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;

namespace LegalAid.Web.Commands;

/// <summary>A decision on an assignment as lines of text, for the command line; people and institutions by the ids the facts gave them.</summary>
internal static class AssignmentAnswer
{
    public static string Text(AssignmentDecision decision) => string.Join('\n',
    [
        .. decision.Refusals.Select(refusal => $"不能指派：{Told(refusal)}"),
        .. decision.Proposal is { } proposal ? [$"建议 {proposal.PractitionerId ?? proposal.InstitutionId}：{proposal.Why}（{string.Join(' ', proposal.ClauseIds)}）"] : Array.Empty<string>(),
        .. decision.Able.Select(able => $"{able.Rank,3}  {able.PractitionerId ?? able.InstitutionId}  余额 {Cases.Text(able.BeforeMillionths)}  应得 {Cases.Text(able.ShareMillionths)}  之后 {Cases.Text(able.AfterMillionths)}  {able.Note}".TrimEnd()),
        .. decision.Excluded.Select(excluded => $" —   {excluded.PractitionerId ?? excluded.InstitutionId}  {string.Join("；", excluded.Refusals.Select(Told))}"),
        .. (decision.Clocks?.Deadlines.All ?? []).Select(deadline => $"期限 {deadline.Clause}　届满 {deadline.DueText(deadline.StartedAt.Year)}"),
        .. decision.Warnings.Select(warning => $"注意：{warning}"),
    ]);

    private static string Told(Refusal refusal) =>
        $"{refusal.Message}{(refusal.Fact is { } fact ? $"，{fact}" : "")}（{string.Join(' ', refusal.ClauseIds)}）";
}
