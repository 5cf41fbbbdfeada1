using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>An application to leave, as lists and its own page show it.</summary>
public sealed record ExitRow(
    Guid Id,
    Guid MembershipId,
    string Name,
    string Institution,
    ExitGround Ground,
    string Reason,
    DateOnly? LostOn,
    DateTime? DueAtUtc,
    DateTime AppliedAtUtc,
    ExitStatus Status,
    DateOnly? LeftOn,
    string? DecidedBy,
    string? DecisionNote,
    bool HasLetter)
{
    /// <summary>Reported after the period for it (WZ-27.1); null where no such period runs.</summary>
    public bool? IsLate => DueAtUtc is { } due ? AppliedAtUtc >= due : null;

    public static IQueryable<ExitRow> Of(AidDb db, IQueryable<PoolExit> exits) =>
        from e in exits.AsNoTracking()
        join m in db.Memberships on e.MembershipId equals m.Id
        orderby e.Status == ExitStatus.Waiting descending, e.AppliedAtUtc descending, e.Id
        select new ExitRow(
            e.Id, m.Id, m.RosterName ?? m.Person.Name, m.Institution.Name, e.Ground, e.Reason, e.LostOn, e.DueAtUtc, e.AppliedAtUtc, e.Status, e.LeftOn,
            db.Users.Where(u => u.Id == e.DecidedById).Select(u => u.DisplayName).FirstOrDefault(), e.DecisionNote, db.PoolFiles.Any(f => f.SubjectId == e.Id));
}
