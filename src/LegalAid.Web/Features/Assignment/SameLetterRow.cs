using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>What became of another accused of the same letter.</summary>
public sealed record SameLetterRow(Guid Id, string CaseNumber, string? Recipient, string Institution, AssignmentStatus Status)
{
    public static IQueryable<SameLetterRow> Of(AidDb db, Guid caseId) =>
        from c in db.Cases.AsNoTracking()
        where c.Id != caseId && c.LetterId != null && c.LetterId == db.Cases.Where(own => own.Id == caseId).Select(own => own.LetterId).FirstOrDefault()
        join a in db.Assignments on c.Id equals a.CaseId
        where !AssignmentStatuses.Undone.Contains(a.Status)
        join i in db.Institutions on a.InstitutionId equals i.Id
        orderby c.Number
        select new SameLetterRow(a.Id, c.Number, c.Parties.Where(p => p.Role == PartyRole.Recipient).OrderBy(p => p.Order).Select(p => p.Name).FirstOrDefault(), i.Name, a.Status);
}
