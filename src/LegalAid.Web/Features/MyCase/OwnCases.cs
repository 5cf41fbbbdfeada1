using System.Linq.Expressions;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.MyCase;

/// <summary>
/// The cases a recipient is aided in: that of the party they are, and those in which a recipient has the same number. A name alone opens nothing. Nothing of anybody else
/// in them is read.
/// </summary>
public sealed class OwnCases(AidDb db, CurrentOfficer officer)
{
    private const int Most = 50;

    private static readonly Expression<Func<AidCase, OwnCase>> ToRow = c => new OwnCase(c.Id, c.Number, c.Cause, c.Source, c.Status, c.ReceivedAtUtc, c.NextDueAtUtc, null, Array.Empty<string>());

    public async Task<IReadOnlyList<OwnCase>> AllAsync(CancellationToken ct) =>
        await NamedAsync(await (await MineAsync(ct)).OrderByDescending(c => c.ReceivedAtUtc).ThenBy(c => c.Id).Take(Most).Select(ToRow).ToListAsync(ct), ct);

    public async Task<OwnCase?> OneAsync(Guid id, CancellationToken ct) =>
        await (await MineAsync(ct)).Where(c => c.Id == id).Select(ToRow).SingleOrDefaultAsync(ct) is { } row ? (await NamedAsync([row], ct))[0] : null;

    private async Task<IQueryable<AidCase>> MineAsync(CancellationToken ct)
    {
        var party = officer.PartyId;
        var number = await db.CaseParties.Where(p => p.Id == party).Select(p => p.IdentityIndex).SingleOrDefaultAsync(ct);
        return db.Cases.AsNoTracking().Where(c => c.Parties.Any(p => p.Role == PartyRole.Recipient && (p.Id == party || (number != null && p.IdentityIndex == number))));
    }

    private async Task<IReadOnlyList<OwnCase>> NamedAsync(List<OwnCase> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var live = await (
            from a in db.Assignments.AsNoTracking()
            where ids.Contains(a.CaseId) && (a.Status == AssignmentStatus.Approved || a.Status == AssignmentStatus.HandlerNamed || a.Status == AssignmentStatus.Replied)
            join i in db.Institutions on a.InstitutionId equals i.Id
            select new { a.CaseId, i.Name, Handlers = a.Handlers.Select(h => h.Membership.RosterName ?? h.Membership.Person.Name).ToList() }).ToListAsync(ct);
        return [.. rows.Select(row => live.Find(a => a.CaseId == row.Id) is { } known ? row with { Institution = known.Name, Handlers = known.Handlers } : row)];
    }
}

/// <summary>An own case in plain words: what stands, until when, by which rule.</summary>
public sealed record OwnCase(Guid Id, string Number, string Cause, CaseSource Source, CaseStatus Status, DateTime ReceivedAtUtc, DateTime? DueUtc, string? Institution, IReadOnlyList<string> Handlers)
{
    public (string Text, string? Clause) Stands => Status switch
    {
        CaseStatus.Forwarded => ("工作站已把您的申请转交法律援助中心，等中心接收。", "LAW-43"),
        CaseStatus.UnderExamination => ("法律援助中心正在审查您的申请。", "LAW-43"),
        CaseStatus.Refused => ("中心决定不给予法律援助。您不同意的，可以向司法局提出异议。", "LAW-49"),
        CaseStatus.AwaitingAssignment or CaseStatus.Proposed => ("已经决定给您法律援助，正在为您指派承办机构。", Source == CaseSource.Notification ? "LAW-36" : "LAW-43"),
        CaseStatus.Assigned => ($"已经指派给{Institution}，正在安排承办人。", Source == CaseSource.Notification ? "LAW-36" : "LAW-43"),
        CaseStatus.HandlerNamed => ($"由{Institution}{string.Join('、', Handlers)}承办。", Source == CaseSource.Notification ? "LAW-36" : "LAW-43"),
        CaseStatus.Voided => ("这一件登记有误，已经作废。", null),
        _ => throw new InvalidOperationException($"Unknown status {Status}."),
    };

    /// <summary>What has to be done by the day, in plain words; null when nothing is due.</summary>
    public string? Due => DueUtc is null ? null : Status switch
    {
        CaseStatus.UnderExamination => "应当在这一天以前作出决定",
        CaseStatus.AwaitingAssignment or CaseStatus.Proposed or CaseStatus.Assigned => "应当在这一天以前办好指派",
        _ => null,
    };
}
