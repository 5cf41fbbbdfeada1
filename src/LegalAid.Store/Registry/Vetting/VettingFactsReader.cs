using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Registry;

/// <summary>An application with what its vetting found, by which of the office's books, and where what it states differs from what is on record.</summary>
public sealed record VettedApplication(PoolApplication Application, VettingFacts Facts, IReadOnlyList<Contradiction> Contradictions, RuleBook Book)
{
    /// <summary>Full years as the lines of employment tell them; null where none was written.</summary>
    public int? CareerYears { get; init; }

    /// <summary>Who else is on this office's roster under the same licence number.</summary>
    public string? LicenceHolder { get; init; }

    public VettingDecision Decision { get; } = PoolVetting.Decide(Facts);
}

/// <summary>
/// Gathers what applications are vetted by, from the office's own records alone: any number of them by the same dozen of questions. A person is known by the keyed hash of the identity number.
/// </summary>
public sealed class VettingFactsReader(AidDb db, RuleBooks ruleBooks, OfficeBooks books, FieldCipher cipher)
{
    /// <param name="which">Applications of one office.</param>
    /// <param name="nowUtc">The moment overdue answers are told by.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<List<VettedApplication>> ReadAsync(IQueryable<PoolApplication> which, DateTime nowUtc, CancellationToken ct)
    {
        var applications = await which.AsNoTracking().OrderBy(a => a.Id).ToListAsync(ct);
        if (applications.Count == 0)
        {
            return [];
        }

        var officeId = applications[0].OfficeId;
        var rounds = await db.RecruitmentRounds.AsNoTracking().Where(r => which.Any(a => a.RoundId == r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var rulebooks = await BooksAsync(officeId, applications.Select(a => BookDay(a, rounds[a.RoundId])), ct);
        var lawyersOnly = ruleBooks.National(Day(nowUtc)).Assignment.LawyersOnlyForDefence;
        var served = await db.Offices.AsNoTracking().Where(o => o.Id == officeId || o.ParentId == officeId).OrderBy(o => o.ParentId == officeId).ThenBy(o => o.Code).Select(o => o.District).ToListAsync(ct);
        var sources = await VettingSources.ReadAsync(db, which, nowUtc, ct);
        return applications.ConvertAll(a => Of(a, rounds[a.RoundId], new(rulebooks[BookDay(a, rounds[a.RoundId])], lawyersOnly, served), sources));
    }

    private async Task<Dictionary<DateOnly, RuleBook>> BooksAsync(Guid officeId, IEnumerable<DateOnly> days, CancellationToken ct)
    {
        var first = await books.FirstDayAsync(officeId, ct);
        var found = new Dictionary<DateOnly, RuleBook>();
        foreach (var day in days.Distinct())
        {
            found[day] = await books.InForceOnAsync(officeId, day < first ? first : day, ct);
        }

        return found;
    }

    private static DateOnly BookDay(PoolApplication application, RecruitmentRound round) => Day(round.BookMoment(application.SubmittedAtUtc ?? round.OpensAtUtc));

    /// <summary>What an office's book and the statute say of coming in.</summary>
    internal static VettingRules RulesOf(RuleBook own, Setting<bool> lawyersOnlyForDefence) => new(own.Recruitment ?? Silent(own), lawyersOnlyForDefence, own.Sanctions?.Removal);

    // A text that says nothing of coming in asks no more than it asks of whoever is assigned.
    private static RecruitmentRules Silent(RuleBook book) => new(new(EntryMode.Application, book.Assignment.District.Clause, "本机构的规则没有写入库"), book.Assignment.District);

    private VettedApplication Of(PoolApplication application, RecruitmentRound round, VettedBy by, VettingSources sources)
    {
        var known = sources.Of(application);
        var facts = new VettingFacts
        {
            As = application.As,
            District = known.District,
            ServedDistricts = by.Served,
            FirstLicensedOn = application.FirstLicensedOn,
            FirstCriminalCaseOn = application.FirstCriminalCaseOn,
            Intents = application.Intents,
            Pools = application.Pools & round.Pools,
            SubmittedOn = Day(application.SubmittedAtUtc ?? throw new InvalidOperationException("Nothing is vetted before it is handed in.")),
            ClosingDay = round.ClosesAtUtc is { } closes ? Day(closes.AddTicks(-1)) : null,
            Records = [.. known.Records.Select(r => new OfficialRecordFact(r.Kind, r.EffectiveOn))],
            StatedSanctions = known.StatedAlone,
            Grades = known.Grades,
            CasesHere = known.CasesHere,
            RemovedOn = known.RemovedOn,
            PartyDiscipline = application.PartyDiscipline,
            CommitmentSigned = application.DeclaredAtUtc is not null || known.Papers.Contains(ApplicationPaperKind.Commitment),
            HasLicenceCopy = known.Papers.Contains(ApplicationPaperKind.Licence),
            HasInstitutionOpinion = application.EndorsedAtUtc is not null,
            HasInstitutionSeal = known.Papers.Contains(ApplicationPaperKind.Endorsement),
            Assessment = known.Assessment,
            Confirmations = known.Confirmations,
            Opinions = known.Opinions,
            Rules = RulesOf(by.Book, by.LawyersOnly),
        };
        return new(application, facts, [.. Contradictions.OfNumber(application, Number(application)), .. Contradictions.Of(application, known, facts.CountedTo())], by.Book)
        {
            CareerYears = known.CareerYears(application.FirstLicensedOn, facts.CountedTo()),
            LicenceHolder = known.LicenceHolder,
        };
    }

    private IdentityNumber? Number(PoolApplication application) =>
        application.IdentityNumber is { } told && IdentityNumber.TryParse(cipher.Open(told), out var number, out _) ? number : null;

    private sealed record VettedBy(RuleBook Book, Setting<bool> LawyersOnly, IReadOnlyList<string> Served);

    private static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(OfficeClock.ToLocal(utc));
}
