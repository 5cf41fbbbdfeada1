using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>An application, or an institution's applications, that wait for this officer.</summary>
/// <param name="What">What it is about.</param>
/// <param name="Why">What is to be done.</param>
/// <param name="DueAtUtc">Until when; null where the call has no end.</param>
/// <param name="Url">Where it is done.</param>
/// <param name="Verb">What the button says.</param>
public sealed record JoiningCall(string What, string Why, DateTime? DueAtUtc, string Url, string Verb);

/// <summary>What an applicant has to finish or submit and an institution to recommend, on their home page only (QJ-5.2, QJ-6.3).</summary>
public sealed class JoiningTodoViewComponent(AidDb db, RoundBooks books, OfficeClock clock, CurrentOfficer officer) : ViewComponent
{
    private const int Most = 10;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var ct = HttpContext.RequestAborted;
        IReadOnlyList<JoiningCall> calls = officer.Role switch
        {
            Roles.Applicant or Roles.Practitioner => await OwnAsync(ct),
            Roles.FirmAdministrator => await FirmAsync(ct),
            _ => [],
        };
        return calls.Count == 0 ? Content(string.Empty) : View("/Features/Joining/_JoiningTodo.cshtml", calls);
    }

    private async Task<IReadOnlyList<JoiningCall>> OwnAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        var open = await (
            from a in db.PoolApplications.AsNoTracking()
            where a.ApplicantId == officer.Id && (a.Status == ApplicationStatus.Draft || a.Status == ApplicationStatus.Returned || (a.Status == ApplicationStatus.WithInstitution && a.EndorsedAtUtc != null))
            join r in db.RecruitmentRounds on a.RoundId equals r.Id
            where r.Status == RoundStatus.Published
            orderby r.ClosesAtUtc, a.Id
            select new { a.Id, r.Title, r.ClosesAtUtc, a.Status, InTime = a.SubmittedAtUtc != null, a.CompleteByUtc }).Take(Most).ToListAsync(ct);
        var submits = open.Count > 0 && await books.OnAsync(officer.OfficeId, now, ct) is { } rules && ApplicationRules.SubmitterOf(rules) == Submitter.PersonWithConsent;
        return
        [
            .. from a in open
               let status = ApplicationStatuses.At(a.Status, a.InTime, a.ClosesAtUtc, now)
               where status is ApplicationStatus.Draft or ApplicationStatus.Returned || (status == ApplicationStatus.WithInstitution && submits)
               let url = $"/joining/applications/{a.Id}"
               let due = a.InTime ? a.CompleteByUtc : a.ClosesAtUtc     // who was in time once mends past the end
               select status switch
               {
                   ApplicationStatus.Returned => new JoiningCall(a.Title, "入库申请退回补正", due, url, "补正"),
                   ApplicationStatus.WithInstitution => new JoiningCall(a.Title, "所在单位已经同意，请提交中心", due, url + "/submit", "提交中心"),
                   _ => new JoiningCall(a.Title, "入库申请还没有填完", due, url, "继续填写"),
               },
        ];
    }

    private async Task<IReadOnlyList<JoiningCall>> FirmAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        var rounds = await (
            from a in db.PoolApplications.AsNoTracking().VisibleTo(officer)
            where a.Status == ApplicationStatus.WithInstitution
            join r in db.RecruitmentRounds on a.RoundId equals r.Id
            where r.Status == RoundStatus.Published && (a.SubmittedAtUtc != null || r.ClosesAtUtc == null || r.ClosesAtUtc > now)      // who was in time once mends without an end
            group a.EndorsedAtUtc by new { r.Id, r.Title, r.ClosesAtUtc } into round
            orderby round.Key.ClosesAtUtc
            select new { round.Key.Title, round.Key.ClosesAtUtc, Endorsed = round.Count(at => at != null), Open = round.Count(at => at == null) }).Take(Most).ToListAsync(ct);
        var submits = rounds.Count > 0 && await books.OnAsync(officer.OfficeId, now, ct) is { } rules && ApplicationRules.SubmitterOf(rules) == Submitter.Institution;
        return
        [
            .. from round in rounds
               let why = string.Join('，', new[] { round.Open > 0 ? $"{round.Open} 份入库申请待出具意见" : "", round.Endorsed > 0 && submits ? $"{round.Endorsed} 份待提交中心" : "" }.Where(part => part.Length > 0))
               where why.Length > 0
               select new JoiningCall(round.Title, why, round.ClosesAtUtc, "/joining/firm", "办理推荐"),
        ];
    }
}
