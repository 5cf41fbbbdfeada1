using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;

namespace LegalAid.Store.Conduct;

/// <summary>Opens matters of conduct in the transaction of what they are opened for. Nothing else about them happens by itself.</summary>
public static class ConductMatters
{
    /// <param name="db">The transaction of the ruling.</param>
    /// <param name="decline">Ruled to be without good reason.</param>
    /// <param name="assignment">What was declined.</param>
    /// <param name="clause">By which the office's book asks for it.</param>
    /// <param name="officerId">Who ruled.</param>
    public static ConductMatter Open(AidDb db, AssignmentDecline decline, CaseAssignment assignment, string clause, Guid officerId)
    {
        var matter = new ConductMatter
        {
            Id = Guid.CreateVersion7(),
            OfficeId = decline.OfficeId,
            Source = ConductSource.UnjustifiedDecline,
            Clause = clause,
            CaseId = assignment.CaseId,
            DeclineId = decline.Id,
            InstitutionId = assignment.InstitutionId,
            MembershipId = assignment.MembershipId,
            OpenedAtUtc = decline.RuledAtUtc ?? throw new ArgumentException("A matter opens with the ruling.", nameof(decline)),
        };
        db.Add(matter);
        db.Note(matter.OfficeId, matter.OpenedAtUtc, Act.ConductOpened, matter.Id, officerId, details: new { assignment = assignment.Id });
        return matter;
    }

    /// <summary>A handler was changed outside the approval (QJ-5.4c): against the person approved where one is named, else the institution.</summary>
    public static ConductMatter Open(AidDb db, CaseAssignment assignment, (string Clause, string Finding, Guid? MembershipId) found, (Guid OfficerId, DateTime AtUtc) by)
    {
        var matter = new ConductMatter
        {
            Id = Guid.CreateVersion7(),
            OfficeId = assignment.OfficeId,
            Source = ConductSource.UnapprovedHandlerChange,
            Clause = found.Clause,
            CaseId = assignment.CaseId,
            AssignmentId = assignment.Id,
            Finding = found.Finding,
            InstitutionId = assignment.InstitutionId,
            MembershipId = found.MembershipId,
            OpenedAtUtc = by.AtUtc,
        };
        db.Add(matter);
        db.Note(matter.OfficeId, matter.OpenedAtUtc, Act.ConductOpened, matter.Id, by.OfficerId, details: new { assignment = assignment.Id });
        return matter;
    }
}
