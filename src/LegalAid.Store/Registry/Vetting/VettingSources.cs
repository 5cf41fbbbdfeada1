using LegalAid.Rules.Quality;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store.Assignment;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Registry;

/// <summary>What the office knows of one applicant beside the application itself.</summary>
public sealed record KnownOfApplicant
{
    public string? District { get; init; }

    public IReadOnlyList<OfficialRecord> Records { get; init; } = [];

    public IReadOnlyList<CaseGradeFact> Grades { get; init; } = [];

    public int CasesHere { get; init; }

    public IReadOnlyList<DateOnly> RemovedOn { get; init; } = [];

    public IReadOnlyList<ApplicationPaperKind> Papers { get; init; } = [];

    public IReadOnlyList<CareerLine> Career { get; init; } = [];

    public AssessmentFact? Assessment { get; init; }

    public IReadOnlyList<ConfirmationFact> Confirmations { get; init; } = [];

    public IReadOnlyList<OpinionFact> Opinions { get; init; } = [];

    /// <summary>The membership here of the person with this number; null for a newcomer.</summary>
    public KnownMember? Member { get; init; }

    /// <summary>Who else is on this office's roster under the same licence number.</summary>
    public string? LicenceHolder { get; init; }

    /// <summary>Days of penalties and sanctions stated of which no official record of that day tells.</summary>
    public IReadOnlyList<DateOnly> StatedAlone =>
        [.. Career.Where(line => line.Kind == CareerKind.Sanction && !Penalties.Any(record => record.EffectiveOn == line.FirstDay)).Select(line => line.FirstDay)];

    public IEnumerable<OfficialRecord> Penalties => Records.Where(record => record.Kind != OfficialRecordKind.VerifiedComplaint);

    /// <summary>Full years of practice as the lines of employment tell them (QJ-F.4); null where none was written.</summary>
    public int? CareerYears(DateOnly? licensedOn, DateOnly countedTo)
    {
        var lines = Career.Where(line => line.Kind == CareerKind.Employment).Select(line => new CareerSpan(line.FirstDay, line.LastDay)).ToList();
        return lines.Count == 0 ? null : Careers.FullYears(lines, licensedOn, countedTo);
    }
}

/// <summary>A member of this office, as an application is compared with.</summary>
public sealed record KnownMember(Guid Id, string Name, string Gender, DateOnly FirstLicensedOn, string LicenceNumber, Guid InstitutionId, string Institution, PractitionerKind Kind, int PriorAidCases, DateOnly JoinedOn, DateOnly? LeftOn, byte[] IdentityIndex);

/// <summary>The answers to the dozen of questions, for all applications at once.</summary>
internal sealed class VettingSources
{
    private readonly Dictionary<Guid, string> districts = [];
    private readonly Dictionary<string, KnownMember> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownMember> licences = new(StringComparer.Ordinal);
    private Dictionary<Guid, int> casesHere = [];
    private ILookup<string, OfficialRecord> records = null!;
    private ILookup<string, DateOnly> removals = null!;
    private ILookup<Guid, CaseGradeFact> grades = null!;
    private ILookup<Guid, ApplicationPaperKind> papers = null!;
    private ILookup<Guid, CareerLine> career = null!;
    private ILookup<Guid, VettingConfirmation> confirmations = null!;
    private ILookup<Guid, OpinionFact> opinions = null!;
    private Dictionary<Guid, AssessmentFact> assessments = [];

    public static async Task<VettingSources> ReadAsync(AidDb db, IQueryable<PoolApplication> which, DateTime nowUtc, CancellationToken ct)
    {
        var sources = new VettingSources();
        await sources.ReadPeopleAsync(db, which, ct);
        await sources.ReadRecordsAsync(db, which, ct);
        await sources.ReadVettingAsync(db, which, nowUtc, ct);
        return sources;
    }

    public KnownOfApplicant Of(PoolApplication application)
    {
        var key = Key(application.IdentityIndex);
        var member = key is null ? null : members.GetValueOrDefault(key);
        var holder = application.LicenceNumber is { } licence ? licences.GetValueOrDefault(licence) : null;
        return new()
        {
            District = application.InstitutionId is { } institution ? districts.GetValueOrDefault(institution) : null,
            Records = key is null ? [] : [.. records[key]],
            Grades = member is null ? [] : [.. grades[member.Id]],
            CasesHere = member is null ? 0 : casesHere.GetValueOrDefault(member.Id),
            RemovedOn = key is null ? [] : [.. removals[key]],
            Papers = [.. papers[application.Id]],
            Career = [.. career[application.Id]],
            Assessment = assessments.GetValueOrDefault(application.Id),
            Confirmations = [.. confirmations[application.Id].GroupBy(c => c.Criterion).Select(of => of.MaxBy(c => (c.AtUtc, c.Id))!).OrderBy(c => c.Criterion).Select(c => new ConfirmationFact(c.Criterion, c.Met))],
            Opinions = [.. opinions[application.Id].OrderBy(opinion => opinion.Body)],
            Member = member,
            LicenceHolder = holder is not null && Key(holder.IdentityIndex) != key ? holder.Name : null,
        };
    }

    private static string? Key(byte[]? index) => index is null ? null : Convert.ToHexString(index);

    private async Task ReadPeopleAsync(AidDb db, IQueryable<PoolApplication> which, CancellationToken ct)
    {
        foreach (var institution in await db.Institutions.AsNoTracking().Where(i => which.Any(a => a.InstitutionId == i.Id)).Select(i => new { i.Id, i.District }).ToListAsync(ct))
        {
            districts[institution.Id] = institution.District;
        }

        var known = db.Memberships.AsNoTracking().Where(m => m.MergedIntoId == null);
        foreach (var member in await Known(known.Where(m => which.Any(a => a.OfficeId == m.OfficeId && a.IdentityIndex == m.Person.IdentityIndex))).ToListAsync(ct))
        {
            members[Key(member.IdentityIndex)!] = member;
        }

        foreach (var member in await Known(known.Where(m => which.Any(a => a.OfficeId == m.OfficeId && a.LicenceNumber == m.LicenceNumber))).ToListAsync(ct))
        {
            licences[member.LicenceNumber] = member;
        }

        var ids = members.Values.Select(member => member.Id).ToList();
        casesHere = await CasesHere.HandledBy(db).Where(id => ids.Contains(id)).GroupBy(id => id).Select(of => new { of.Key, Count = of.Count() }).ToDictionaryAsync(of => of.Key, of => of.Count, ct);
        grades = (await db.QualityGrades.AsNoTracking().Where(g => ids.Contains(g.MembershipId)).OrderBy(g => g.EffectiveOn).ThenBy(g => g.Id).ToListAsync(ct))
            .ToLookup(g => g.MembershipId, g => new CaseGradeFact(g.CaseNumber, g.Grade == Grade.Unqualified, g.EffectiveOn, AssessmentLevels.Of(g.AssessedBy)));
    }

    private static IQueryable<KnownMember> Known(IQueryable<Membership> of) =>
        of.Select(m => new KnownMember(m.Id, m.RosterName ?? m.Person.Name, m.RosterGender ?? m.Person.Gender, m.FirstLicensedOn, m.LicenceNumber, m.InstitutionId, m.Institution.Name, m.Kind, m.PriorAidCases, m.JoinedOn, m.LeftOn, m.Person.IdentityIndex));

    private async Task ReadRecordsAsync(AidDb db, IQueryable<PoolApplication> which, CancellationToken ct)
    {
        records = (await db.OfficialRecords.AsNoTracking().Where(r => r.VoidedAtUtc == null && which.Any(a => a.OfficeId == r.OfficeId && a.IdentityIndex == r.IdentityIndex))
            .OrderBy(r => r.EffectiveOn).ThenBy(r => r.Id).ToListAsync(ct)).ToLookup(r => Key(r.IdentityIndex)!, StringComparer.Ordinal);
        removals = (await db.PoolRemovals.AsNoTracking().Where(r => r.RevokedAtUtc == null && which.Any(a => a.OfficeId == r.OfficeId && a.IdentityIndex == r.IdentityIndex))
            .OrderBy(r => r.DecidedOn).ThenBy(r => r.Id).Select(r => new { r.IdentityIndex, r.DecidedOn }).ToListAsync(ct)).ToLookup(r => Key(r.IdentityIndex)!, r => r.DecidedOn, StringComparer.Ordinal);
        papers = (await db.ApplicationPapers.AsNoTracking().Where(p => p.ReplacedAtUtc == null && which.Any(a => a.Id == p.ApplicationId)).Select(p => new { p.ApplicationId, p.Kind }).ToListAsync(ct))
            .ToLookup(p => p.ApplicationId, p => p.Kind);
        career = (await db.CareerLines.AsNoTracking().Where(l => which.Any(a => a.Id == l.ApplicationId)).OrderBy(l => l.FirstDay).ThenBy(l => l.Id).ToListAsync(ct)).ToLookup(l => l.ApplicationId);
    }

    private async Task ReadVettingAsync(AidDb db, IQueryable<PoolApplication> which, DateTime nowUtc, CancellationToken ct)
    {
        confirmations = (await db.VettingConfirmations.AsNoTracking().Where(c => which.Any(a => a.Id == c.ApplicationId)).ToListAsync(ct)).ToLookup(c => c.ApplicationId);
        opinions = (await db.OpinionRequests.AsNoTracking().Where(r => r.ReplacedAtUtc == null && which.Any(a => a.Id == r.ApplicationId)).Select(r => new { r.ApplicationId, r.Body, r.DueAtUtc, r.Reply }).ToListAsync(ct))
            .ToLookup(r => r.ApplicationId, r => new OpinionFact(r.Body, r.Reply == null && nowUtc >= r.DueAtUtc, r.Reply));
        foreach (var assessment in await db.AdmissionAssessments.AsNoTracking().Where(s => which.Any(a => a.Id == s.ApplicationId))
            .OrderBy(s => s.RecordedAtUtc).ThenBy(s => s.Id).Select(s => new { s.ApplicationId, s.HeldOn, s.Passed }).ToListAsync(ct))
        {
            assessments[assessment.ApplicationId] = new(assessment.HeldOn, assessment.Passed);
        }
    }
}
