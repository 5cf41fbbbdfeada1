using System.Linq.Expressions;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>One applicant beside the others: the factors of QJ-6.6, shown and never added up.</summary>
public sealed record ComparedApplicant(VettedApplication Vetted, string Institution, int Activities)
{
    public PoolApplication Application => Vetted.Application;

    public int? PracticeYears => Application.FirstLicensedOn is { } first ? Experience.FullYears(first, Vetted.Facts.CountedTo()) : null;

    public int CasesHere => Vetted.Facts.CasesHere;

    public string Grades
    {
        get
        {
            var (all, poor) = (Vetted.Facts.Grades.Select(grade => grade.CaseNumber).Distinct(StringComparer.Ordinal).Count(), Vetted.Facts.Grades.Count(grade => grade.Unqualified));
            return all == 0 ? "没有评估过的案件" : poor == 0 ? $"评估{all}件，均合格" : $"评估{all}件，曾有不合格{poor}件";
        }
    }

    public string Engagement => $"{(Application.Pools.HasFlag(Pools.Duty) ? "愿意值班" : "不值班")}，报{System.Numerics.BitOperations.PopCount((uint)Application.Intents)}项意向，{(Activities == 0 ? "没有活动记录" : $"参加活动{Activities}次")}";
}

/// <summary>What the address of the comparison asks for.</summary>
internal static class ComparisonRows
{
    public static IQueryable<PoolApplication> Of(AidDb db, Guid roundId, ApplicationStatus? status, PoolPerson? person) => ApplicationsUnderVetting.Seen(db).AsNoTracking()
        .Where(a => a.RoundId == roundId && (status == null || a.Status == status) && (person == null || a.As == person));

    public static IQueryable<PoolApplication> Sorted(AidDb db, IQueryable<PoolApplication> rows, string? sort) => sort switch
    {
        "-years" => rows.OrderByDescending(a => a.FirstLicensedOn).ThenBy(a => a.Id),
        "name" => rows.OrderBy(a => EF.Functions.Collate(a.Name, ShownNames.PinyinOrder)).ThenBy(a => a.Id),
        "-name" => rows.OrderByDescending(a => EF.Functions.Collate(a.Name, ShownNames.PinyinOrder)).ThenBy(a => a.Id),
        "cases" => rows.OrderByDescending(CountOf(db, CasesHere.HandledBy(db))).ThenBy(a => a.Id),
        "-cases" => rows.OrderBy(CountOf(db, CasesHere.HandledBy(db))).ThenBy(a => a.Id),
        "competence" => rows.OrderByDescending(a => a.Specialities.Count).ThenBy(a => a.Id),
        "-competence" => rows.OrderBy(a => a.Specialities.Count).ThenBy(a => a.Id),
        "engagement" => rows.OrderByDescending(a => a.Pools == Pools.Duty || a.Pools == (Pools.Duty | Pools.Cases)).ThenByDescending(CountOf(db, ActivitiesHere(db))).ThenBy(a => a.Id),
        "-engagement" => rows.OrderBy(a => a.Pools == Pools.Duty || a.Pools == (Pools.Duty | Pools.Cases)).ThenBy(CountOf(db, ActivitiesHere(db))).ThenBy(a => a.Id),
        _ => rows.OrderBy(a => a.FirstLicensedOn).ThenBy(a => a.Id),       // longest in practice first
    };

    public static async Task<List<ComparedApplicant>> VetAsync(AidDb db, VettingFactsReader reader, List<Guid> ids, DateTime nowUtc, CancellationToken ct)
    {
        var vetted = (await reader.ReadAsync(db.PoolApplications.Where(a => ids.Contains(a.Id)), nowUtc, ct)).ToDictionary(v => v.Application.Id);
        var institutions = await db.Institutions.AsNoTracking().Where(i => db.PoolApplications.Any(a => ids.Contains(a.Id) && a.InstitutionId == i.Id)).ToDictionaryAsync(i => i.Id, i => i.Name, ct);
        var here = ActivitiesHere(db);
        var activities = await db.PoolApplications.Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, Count = here.Count(id => db.Memberships.Any(m => m.Id == id && m.OfficeId == a.OfficeId && m.Person.IdentityIndex == a.IdentityIndex)) }).ToDictionaryAsync(a => a.Id, a => a.Count, ct);
        return ids.ConvertAll(id => new ComparedApplicant(vetted[id], vetted[id].Application.InstitutionId is { } at ? institutions[at] : vetted[id].Application.Employer ?? "—", activities[id]));
    }

    // What the pool's own records hold of publicity, volunteering and the like (QJ-2.6).
    private static IQueryable<Guid> ActivitiesHere(AidDb db) => db.Participations.Where(p => p.VoidedAtUtc == null).Select(p => p.MembershipId);

    // Of lines that name a membership, how many are the applicant's own here.
    private static Expression<Func<PoolApplication, int>> CountOf(AidDb db, IQueryable<Guid> lines) =>
        a => lines.Count(id => db.Memberships.Any(m => m.Id == id && m.OfficeId == a.OfficeId && m.Person.IdentityIndex == a.IdentityIndex));
}
