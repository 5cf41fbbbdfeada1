using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Demo;

/// <summary>Experience of the demo's people, deterministic by licence number.</summary>
internal static class DemoHistory
{
    private static readonly string[] Specialities = ["劳动争议", "婚姻家庭", "工伤", "交通事故", "职务犯罪", "行政", "未成年人保护"];

    /// <param name="db">Sees the office.</param>
    /// <param name="passMark">What its examination asks; null where there is none. One in twelve has not passed yet.</param>
    /// <param name="today">The day the demo begins.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task AddAsync(AidDb db, int? passMark, DateOnly today, CancellationToken ct)
    {
        foreach (var member in await db.Memberships.Include(m => m.Institution).OrderBy(m => m.LicenceNumber).ToListAsync(ct))
        {
            var random = new Random(int.Parse(member.LicenceNumber[^6..], System.Globalization.CultureInfo.InvariantCulture));
            var criminal = member.Intents.HasFlag(Rules.Registry.ServiceIntents.CriminalDefence);
            member.CriminalCases = criminal ? random.Next(40) : 0;
            member.FirstCriminalCaseOn = member.CriminalCases > 0 ? member.FirstLicensedOn.AddMonths(6) : null;
            member.MinorsSpecialist = criminal && random.Next(3) == 0;
            member.PriorAidCases = random.Next(30);
            member.FirstAidCaseHereOn = member.PriorAidCases > 0 ? member.FirstLicensedOn.AddMonths(9) : null;
            member.Specialities = [Specialities[random.Next(Specialities.Length)]];
            if (passMark is { } mark && random.Next(12) > 0)
            {
                db.Add(new ExamResult { Id = Guid.CreateVersion7(), OfficeId = member.OfficeId, MembershipId = member.Id, TrainedOn = today.AddDays(-30), ExaminedOn = today.AddDays(-20), Score = mark + random.Next(100 - mark) });
            }

            db.AddRange(Enumerable.Range(1, random.Next(4)).Select(number => new QualityGrade
            {
                Id = Guid.CreateVersion7(),
                OfficeId = member.OfficeId,
                MembershipId = member.Id,
                CaseNumber = $"2025-{9000 + number:0000}",
                AssessedBy = "司法局",
                Grade = random.Next(5) == 0 ? Grade.Excellent : Grade.Good,
                EffectiveOn = new(2025, 1 + random.Next(12), 1 + random.Next(28)),
            }));
            member.ListConsentOn = random.Next(6) > 0 ? today : null;       // last, so that the figures above stay what they are
        }

        await db.SaveChangesAsync(ct);
    }
}
