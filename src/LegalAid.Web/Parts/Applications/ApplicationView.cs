using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Parts;

/// <summary>An application as its pages show it; numbers, phone and address are masked unless it is the applicant who looks.</summary>
public sealed record ApplicationView(PoolApplication Application, RecruitmentRound Round, RecruitmentRules Rules, ApplicationStatus Status)
{
    public string? Institution { get; init; }

    public string Identity { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Address { get; init; } = "";

    /// <summary>Shown on the form alone; null to everybody but the applicant and the form.</summary>
    public string? PoliticalStatus { get; init; }

    public string? EndorsedBy { get; init; }

    public IReadOnlyList<CareerLine> Career { get; init; } = [];

    public IReadOnlyList<PaperRow> Papers { get; init; } = [];

    public IReadOnlyList<MissingItem> Missing { get; init; } = [];

    public string Employer => Institution ?? Application.Employer ?? "—";

    /// <summary>What the vetting found when it was decided, in words; null before.</summary>
    public string? VettingResult { get; init; }

    /// <summary>Whether the decision may be read outside the centre.</summary>
    public bool ResultIsTold => ApplicationStatuses.IsTold(Application.Status, Round.Status, Round.ClosesAtUtc);

    /// <summary>As the applicant and the institution see it.</summary>
    public ApplicationStatus StatusOutside => ApplicationStatuses.Outside(Status, Round.Status, Round.ClosesAtUtc);

    /// <summary>Full years the lines of employment add up to (QJ-F.4); null where none is written.</summary>
    public int? CareerYears(DateOnly day) => Career.Where(line => line.Kind == CareerKind.Employment).Select(line => new CareerSpan(line.FirstDay, line.LastDay)).ToList() is { Count: > 0 } spans
        ? Careers.FullYears(spans, Application.FirstLicensedOn, day)
        : null;

    /// <summary>Years of practice at a day, as the form asks for them.</summary>
    public int? PracticeYears(DateOnly day) => Application.FirstLicensedOn is { } first && first <= day
        ? Experience.FullYears(first, day)
        : null;
}

/// <summary>A paper handed in, without its content.</summary>
public sealed record PaperRow(Guid Id, ApplicationPaperKind Kind, int Bytes, DateTime AddedAtUtc);

/// <summary>Reads applications for their pages.</summary>
public sealed class ApplicationViews(AidDb db, FieldCipher cipher, RoundBooks books, OfficeClock clock)
{
    /// <param name="application">One the reader may open.</param>
    /// <param name="whole">Nothing masked: for the applicant, and for the form that is printed.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ApplicationView> ReadAsync(PoolApplication application, bool whole, CancellationToken ct)
    {
        var round = await db.RecruitmentRounds.AsNoTracking().SingleAsync(r => r.Id == application.RoundId, ct);
        var rules = await books.OfAsync(round, application.SubmittedAtUtc ?? clock.UtcNow, ct);
        return new(application, round, rules, application.StatusAt(round, clock.UtcNow))
        {
            Institution = await db.Institutions.Where(i => i.Id == application.InstitutionId).Select(i => i.Name).SingleOrDefaultAsync(ct),
            Identity = Shown(application.IdentityNumber, whole, text => IdentityNumber.TryParse(text, out var number, out _) ? number.Masked : "（填写有误）"),
            Phone = Shown(application.Phone, whole, Show.Masked),
            Address = Shown(application.Address, whole, _ => "已填写"),
            PoliticalStatus = whole && application.PoliticalStatus is { } status ? cipher.Open(status) : null,
            EndorsedBy = await db.Users.Where(u => u.Id == application.EndorsedById).Select(u => u.DisplayName).SingleOrDefaultAsync(ct),
            Career = await db.CareerLines.AsNoTracking().Where(l => l.ApplicationId == application.Id).OrderBy(l => l.Kind).ThenBy(l => l.FirstDay).ThenBy(l => l.Id).ToListAsync(ct),
            Papers = await db.ApplicationPapers.AsNoTracking().Where(p => p.ApplicationId == application.Id && p.ReplacedAtUtc == null).OrderBy(p => p.Kind).Select(p => new PaperRow(p.Id, p.Kind, p.Bytes, p.AddedAtUtc)).ToListAsync(ct),
            VettingResult = await VettingResultAsync(application, ct),
            Missing = MissingItems.Of(await ApplicationSheets.ReadAsync(db, cipher, application, ct), rules),
        };
    }

    // As it stood when the last choice was made (QJ-F.7); the decision's own record, not a vetting anew.
    private async Task<string?> VettingResultAsync(PoolApplication application, CancellationToken ct)
    {
        var stored = await (
            from m in db.SelectionMinutes.AsNoTracking()
            where m.ApplicationId == application.Id
            orderby m.AtUtc descending, m.Id descending
            join d in db.Decisions on m.DecisionId equals d.Id
            select d.Result).FirstOrDefaultAsync(ct);
        return stored is null ? null : RecruitmentWords.Of(CanonicalJson.Read<VettingDecision>(stored));
    }

    private string Shown(Sealed? value, bool whole, Func<string, string> masked) => value is null ? "" : whole ? cipher.Open(value) : masked(cipher.Open(value));
}
