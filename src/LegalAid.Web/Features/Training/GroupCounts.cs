using LegalAid.Rules.Training;
using LegalAid.Store.Training;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>How many of a group were invited and came (TL-4.2a tells lawyers, basic-level workers and cadres apart).</summary>
public sealed record GroupCount(AttendeeGroup Group, int Invited, int Came, int Late, int MadeUp);

/// <summary>Counts a training's people by group.</summary>
internal static class GroupCounts
{
    public static async Task<IReadOnlyList<GroupCount>> OfAsync(IQueryable<TrainingAttendance> attendances, CancellationToken ct)
    {
        var counted = await attendances
            .Select(a => new { Kind = a.Member == null ? null : (LegalAid.Rules.Registry.PractitionerKind?)a.Member.Kind, FromCorps = a.CorpsMemberId != null, Came = a.SignedInAtUtc != null, Late = a.SignedInAtUtc >= a.Event.StartsAtUtc.AddMinutes(1), a.MadeUp })
            .GroupBy(a => new { a.Kind, a.FromCorps })
            .Select(same => new { same.Key.Kind, same.Key.FromCorps, Invited = same.Count(), Came = same.Count(a => a.Came), Late = same.Count(a => a.Late), MadeUp = same.Count(a => a.MadeUp) })
            .ToListAsync(ct);
        return
        [
            .. from one in counted
               group one by Attendees.GroupOf(one.Kind, one.FromCorps) into same
               orderby same.Key
               select new GroupCount(same.Key, same.Sum(one => one.Invited), same.Sum(one => one.Came), same.Sum(one => one.Late), same.Sum(one => one.MadeUp)),
        ];
    }
}
