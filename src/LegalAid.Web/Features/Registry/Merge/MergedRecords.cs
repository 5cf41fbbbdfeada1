using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>What one record takes over from another, and how the other is left behind; and which records went into one.</summary>
internal static class MergedRecords
{
    /// <summary>
    /// Licence and its day, institution, phone and the figures brought along are the kept record's; what it lacks it takes over. The earlier of two days counts where a day says since when.
    /// </summary>
    public static void Join(Membership kept, Membership merged, DateOnly today)
    {
        kept.JoinedOn = Earlier(kept.JoinedOn, merged.JoinedOn)!.Value;
        kept.FirstAidCaseOn = Earlier(kept.FirstAidCaseOn, merged.FirstAidCaseOn);
        kept.FirstAidCaseHereOn = Earlier(kept.FirstAidCaseHereOn, merged.FirstAidCaseHereOn);
        kept.FirstCriminalCaseOn = Earlier(kept.FirstCriminalCaseOn, merged.FirstCriminalCaseOn);
        kept.QualifiedOn ??= merged.QualifiedOn;
        kept.WillingFromElsewhereOn ??= merged.WillingFromElsewhereOn;
        if (merged.ListConsentSaidAtUtc is { } said && !(kept.ListConsentSaidAtUtc >= said))
        {
            (kept.ListConsentOn, kept.ListConsentSaidAtUtc) = (merged.ListConsentOn, said);
        }

        if (kept.MentorId is null)
        {
            (kept.MentorId, kept.MentorNamedOn) = (merged.MentorId, merged.MentorNamedOn);
        }

        if (kept.ExperienceAsOf is null)
        {
            (kept.ExperienceAsOf, kept.PriorAidCases, kept.PriorAidCasesLastYear, kept.CriminalCases) = (merged.ExperienceAsOf, merged.PriorAidCases, merged.PriorAidCasesLastYear, merged.CriminalCases);
        }

        LeaveBehind(merged, kept.Id, today);
    }

    /// <summary>A record and those that went into it; the append-only records name the one they were made with.</summary>
    public static Task<List<Guid>> IdsOfAsync(AidDb db, Guid id, CancellationToken ct) =>
        db.Memberships.Where(m => m.Id == id || m.MergedIntoId == id).Select(m => m.Id).ToListAsync(ct);

    // The reported year would count a second time for the institution.
    private static void LeaveBehind(Membership merged, Guid keptId, DateOnly today)
    {
        (merged.MergedIntoId, merged.PriorAidCasesLastYear, merged.MentorId, merged.WillingFromElsewhereOn, merged.ListConsentOn) = (keptId, 0, null, null, null);
        if (!(merged.LeftOn <= today))
        {
            merged.LeftOn = Later(today, merged.JoinedOn);
        }
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
