using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>Somebody on the roster of the own office or of a county below it, as the corps is concerned.</summary>
public sealed record CorpsCandidate(Guid PersonId, string Name, string Institution, string Office);

/// <summary>Finds them for the prefecture's head, who acts at home and sees no roster line of a county there.</summary>
public sealed class CorpsCandidates(AidDb db, PostingDesk desk, CurrentOfficer officer)
{
    /// <summary>Null for a roster line that is neither the own office's nor one of an office below, and for one that was left by somebody not in the corps.</summary>
    public async Task<CorpsCandidate?> FindAsync(Guid membershipId, CancellationToken ct) => (await db.Database.SqlQuery<CorpsCandidate>($"""
        select person_id as "PersonId", name as "Name", institution as "Institution", office as "Office" from corps_candidate({membershipId})
        """).ToListAsync(ct)).SingleOrDefault();

    /// <summary>Whether and why this office may not say who is in the corps, and the book's words on it.</summary>
    public async Task<(Refusal? WhyNot, CorpsRules? Rules)> HereAsync(CancellationToken ct)
    {
        var rules = await desk.RulesAsync(officer.OfficeId, ct);
        var isPrefecture = await db.Offices.AnyAsync(o => o.Id == officer.OfficeId && o.ParentId == null, ct);
        return (CorpsStanding.WhyNotHere(isPrefecture, rules), rules);
    }

    /// <summary>The own office's rows of a person, to be changed.</summary>
    public IQueryable<CorpsMember> RowsOf(Guid personId) => db.CorpsMembers.Where(m => m.PersonId == personId && m.OfficeId == officer.OfficeId);

    /// <summary>A person's times in the corps, the latest first; a county reads its prefecture's.</summary>
    public Task<List<CorpsMember>> HistoryAsync(Guid personId, CancellationToken ct) =>
        CorpsMembers.InSight(db).AsNoTracking().Where(m => m.PersonId == personId).OrderByDescending(m => m.JoinedOn).ThenBy(m => m.Id).ToListAsync(ct);
}
