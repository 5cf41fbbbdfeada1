using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>The lists of chosen people as anybody may read them (公布名单, QJ-1.2): from the publication on, as long as objections are taken and thirty days at least.</summary>
internal static class PublishedLists
{
    private const int ShownDays = 30;

    public static IQueryable<RecruitmentRound> Shown(AidDb db, DateTime nowUtc)
    {
        var (since, today) = (nowUtc.AddDays(-ShownDays), DateOnly.FromDateTime(OfficeClock.ToLocal(nowUtc)));
        return db.RecruitmentRounds.Where(r => r.Status == RoundStatus.ResultsPublished && (r.ResultsPublishedAtUtc > since || r.ObjectionsUntil >= today));
    }

    /// <summary>By name alone, for the list ranks nobody; who was taken off since, or stepped back, is not on it any more.</summary>
    public static IQueryable<ListedPerson> People(AidDb db, Guid roundId) =>
        db.PoolApplications.Where(a => a.RoundId == roundId && (a.Status == ApplicationStatus.Selected || a.Status == ApplicationStatus.Admitted)).OrderBy(a => EF.Functions.Collate(a.Name, ShownNames.PinyinOrder)).ThenBy(a => a.Id)
            .Select(a => new ListedPerson(a.Id, a.Name, a.As, db.Institutions.Where(i => i.Id == a.InstitutionId).Select(i => i.Name).FirstOrDefault() ?? a.Employer ?? "—"));
}

/// <summary>Somebody on a published list: name, kind and institution, nothing more.</summary>
public sealed record ListedPerson(Guid Id, string Name, PoolPerson As, string Institution);
