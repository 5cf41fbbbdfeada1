using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Assignment;
using LegalAid.Web.Features.Assignment.Declines;
using LegalAid.Web.Features.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Demo;

/// <summary>How far a case of the demo goes.</summary>
internal sealed record DemoFate(bool IsLetter, bool IsAssigned, bool IsLeftToDirector, bool IsLeftToPerson, Random Random);

/// <summary>Takes a case from where it stands to where the story wants it, step by step as an office would, each at its hour.</summary>
internal sealed class DemoSteps(DemoDesk desk, DemoClock clock)
{
    public async Task FinishAsync(Guid caseId, DemoFate fate, CancellationToken ct)
    {
        while (await StepAsync(caseId, fate, ct))
        {
            ct.ThrowIfCancellationRequested();
        }
    }

    // False when there is nothing more to do, or it cannot be done: where nobody is fit, the case stays on the work list.
    private async Task<bool> StepAsync(Guid caseId, DemoFate fate, CancellationToken ct)
    {
        var status = await desk.ReadAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.Status).SingleAsync(ct));
        if (status == CaseStatus.UnderExamination)
        {
            return (await desk.ActAsync<DecideAid, Outcome<AidCase>?>(Roles.Clerk, use => use.RunAsync(caseId, grants: true, null, ct)))?.Value is not null;
        }

        if (!fate.IsAssigned)
        {
            return false;
        }

        var live = await desk.ReadAsync(db => db.Assignments.AsNoTracking().SingleOrDefaultAsync(a => a.CaseId == caseId && !AssignmentStatuses.Undone.Contains(a.Status), ct));
        var outcome = live switch
        {
            null => await ProposeAsync(caseId, ct),
            { Status: AssignmentStatus.Proposed } when !fate.IsLeftToDirector => await ApproveAsync(live, ct),
            { Status: AssignmentStatus.Approved } => await NameAsync(live, fate.Random, ct),
            { Status: AssignmentStatus.HandlerNamed, ReplyNumber: null } when fate.IsLetter => await ReplyAsync(live, ct),
            { Status: AssignmentStatus.HandlerNamed } when fate.IsLetter => await ReceiptAsync(live, ct),
            { Status: AssignmentStatus.HandlerNamed, MembershipId: { } person } when !fate.IsLeftToPerson => await AcceptAsync(live.Id, person, ct),
            _ => null,
        };
        return outcome?.Value is not null;
    }

    // A few pass something over; the invented clerk looked into it, as a real one has to.
    private async Task<Outcome<CaseAssignment>?> ProposeAsync(Guid caseId, CancellationToken ct)
    {
        Later(TimeSpan.FromMinutes(40));
        var outcome = await ProposeAsync(caseId, note: null, ct);
        return outcome?.Refusals.Any(refusal => refusal.Code == PassedOver.InSilenceCode) == true ? await ProposeAsync(caseId, "已核查所提示的事项，不影响承办。", ct) : outcome;
    }

    private Task<Outcome<CaseAssignment>?> ProposeAsync(Guid caseId, string? note, CancellationToken ct) =>
        desk.ActAsync<ProposeAssignment, Outcome<CaseAssignment>?>(Roles.Clerk, use => use.RunAsync(caseId, new(Seen: null, note), ct));

    private Task<Outcome<CaseAssignment>?> ApproveAsync(CaseAssignment assignment, CancellationToken ct)
    {
        Later(TimeSpan.FromMinutes(50));
        return desk.ActAsync<DecideAssignment, Outcome<CaseAssignment>?>(Roles.Director, use => use.RunAsync(assignment.Id, new(Agrees: true), ct));
    }

    private async Task<Outcome<CaseAssignment>?> NameAsync(CaseAssignment assignment, Random random, CancellationToken ct)
    {
        var record = await desk.ReadAsync(db => db.Decisions.AsNoTracking().SingleAsync(d => d.Id == assignment.DecisionId, ct));
        var decision = CanonicalJson.Read<AssignmentDecision>(record.Result);
        var fit = decision.Able.Single(able => able.InstitutionId == assignment.InstitutionId).FitPractitionerIds;
        Later(TimeSpan.FromHours(2));
        return await desk.ActForAsync<NameHandler, Outcome<CaseAssignment>?>(assignment.InstitutionId, use => use.RunAsync(assignment.Id, [fit[random.Next(fit.Count)]], ct));
    }

    private Task<Outcome<CaseAssignment>?> ReplyAsync(CaseAssignment assignment, CancellationToken ct) =>
        desk.ActAsync<ReplyToAuthority, Outcome<CaseAssignment>?>(Roles.Clerk, use => use.RunAsync(assignment.Id, ct));

    private Task<Outcome<CaseAssignment>?> ReceiptAsync(CaseAssignment assignment, CancellationToken ct)
    {
        Later(TimeSpan.FromHours(3));
        return desk.ActAsync<RecordReceipt, Outcome<CaseAssignment>?>(Roles.Clerk, use => use.RunAsync(assignment.Id, new(clock.UtcNow.AddMinutes(-30), "收发室"), ct));
    }

    private Task<Outcome<CaseAssignment>?> AcceptAsync(Guid assignmentId, Guid memberId, CancellationToken ct)
    {
        Later(TimeSpan.FromHours(2));
        return desk.ActAsMemberAsync<AcceptAssignment, Outcome<CaseAssignment>?>(memberId, use => use.RunAsync(assignmentId, ct));
    }

    private void Later(TimeSpan time) => clock.StandAt(clock.Now + time);
}
