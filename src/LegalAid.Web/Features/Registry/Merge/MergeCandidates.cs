using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Two records that may be one human's: who they are, and what speaks for it.</summary>
public sealed record MergeCandidate(Guid OneId, Guid OtherId, string Name, string OneLicence, string OtherLicence, string OneInstitution, string OtherInstitution, bool SameBirthDay, bool SameInstitution)
{
    public int? LicenceDiffers => Merges.Differing(OneLicence, OtherLicence);
}

/// <summary>
/// Finds records of one name and one day of birth, or of one name and one institution. Neither says that they are one human: namesakes are common, so a person looks at each; once somebody proposed to merge a pair, it is decided there and does not come up again.
/// One licence number twice the database does not let in.
/// </summary>
internal static class MergeCandidates
{
    public static IQueryable<MergeCandidate> Of(AidDb db, Guid officeId) =>
        from one in db.Memberships.AsNoTracking()
        from other in db.Memberships
        where one.OfficeId == officeId && other.OfficeId == officeId && one.Id < other.Id && one.MergedIntoId == null && other.MergedIntoId == null
            && EF.Property<string>(one, ShownNames.Column) == EF.Property<string>(other, ShownNames.Column)
            && (one.Person.BornOn == other.Person.BornOn || one.InstitutionId == other.InstitutionId)
            && !db.MemberMerges.Any(m => (m.KeptId == one.Id && m.MergedId == other.Id) || (m.KeptId == other.Id && m.MergedId == one.Id))
        orderby one.Person.BornOn == other.Person.BornOn && one.InstitutionId == other.InstitutionId descending, EF.Property<string>(one, ShownNames.Column), one.Id, other.Id
        select new MergeCandidate(
            one.Id, other.Id, one.RosterName ?? one.Person.Name, one.LicenceNumber, other.LicenceNumber, one.Institution.Name, other.Institution.Name,
            one.Person.BornOn == other.Person.BornOn, one.InstitutionId == other.InstitutionId);

    /// <summary>Those of one record.</summary>
    public static IQueryable<Membership> OfOne(AidDb db, Guid id, string name) =>
        db.Memberships.AsNoTracking().Where(m => m.Id != id && m.MergedIntoId == null && EF.Property<string>(m, ShownNames.Column) == name).OrderBy(m => m.Id);
}
