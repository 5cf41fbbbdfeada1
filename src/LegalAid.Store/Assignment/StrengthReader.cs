using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>A kind of case the office must be able to give to somebody, and who could take it today.</summary>
public sealed record StrengthRow(string Kind, StrengthLine Line);

/// <summary>Looks before a case arrives whether anybody could take it: each kind of case, the grave, a minor's, and the languages known here.</summary>
public sealed class StrengthReader(AidDb db, AssignmentFactsReader reader, OfficeClock clock)
{
    /// <summary>An office with more people than this looks on the page of its own, not on every opening of the home page.</summary>
    public const int SmallOffice = 1000;

    private static readonly (string Name, CaseKind Kind, CaseStage Stage, CaseFlags Flags)[] Kinds =
    [
        ("刑事：普通案件", CaseKind.Criminal, CaseStage.FirstInstance, CaseFlags.None),
        ("刑事：可能判处无期徒刑、死刑", CaseKind.Criminal, CaseStage.FirstInstance, CaseFlags.LifeOrDeathPenalty),
        ("刑事：重大疑难", CaseKind.Criminal, CaseStage.FirstInstance, CaseFlags.Difficult),
        ("刑事：未成年人", CaseKind.Criminal, CaseStage.FirstInstance, CaseFlags.Minor),
        ("民事", CaseKind.Civil, CaseStage.FirstInstance, CaseFlags.None),
        ("行政", CaseKind.Administrative, CaseStage.FirstInstance, CaseFlags.None),
        ("劳动仲裁", CaseKind.LabourArbitration, CaseStage.Arbitration, CaseFlags.None),
    ];

    public async Task<IReadOnlyList<StrengthRow>> ReadAsync(Guid officeId, CancellationToken ct)
    {
        var asked = await db.Cases.Where(c => c.NeededLanguage != null).Select(c => c.NeededLanguage!).Distinct().OrderBy(language => language).Take(10).ToListAsync(ct);
        var rows = new List<StrengthRow>();
        foreach (var kinds in Kinds.GroupBy(kind => AssignmentFactsReader.QueueOf(kind.Kind)))
        {
            // The pool is read once for each queue: who speaks what comes along, and only the case is changed.
            var first = Example(officeId, kinds.First().Kind);
            first.NeededLanguage = kinds.Key == QueueKind.Other ? asked.FirstOrDefault() : null;
            var facts = await reader.ReadAsync(first, await reader.PresentQueueAsync(first, ct), clock.Now, null, FoundConflicts.NoParties(first.Kind, clock.Today), ct);
            rows.AddRange(kinds.Select(kind => new StrengthRow(kind.Name, Strength.Of(facts with { Case = facts.Case with { Kind = kind.Kind, Stage = kind.Stage, Flags = kind.Flags, Needs = null } }))));
            rows.AddRange(kinds.Key == QueueKind.Other ? Languages(asked, facts) : []);
        }

        return rows;
    }

    // A civil case in each language a case asked for: who speaks none of them is told before the next one comes.
    private static IEnumerable<StrengthRow> Languages(List<string> asked, AssignmentFacts facts) =>
        asked.Select(language => new StrengthRow($"民事：需要会{language}", Strength.Of(facts with { Case = facts.Case with { Kind = CaseKind.Civil, Stage = CaseStage.FirstInstance, Needs = new(language) } })));

    private AidCase Example(Guid officeId, CaseKind kind) => new()
    {
        Id = Guid.Empty,
        OfficeId = officeId,
        Number = "",
        Source = kind == CaseKind.Criminal ? CaseSource.Notification : CaseSource.Application,
        Kind = kind,
        Stage = CaseStage.FirstInstance,
        Cause = "",
        ReceivedAtUtc = clock.UtcNow,
        DecidedAtUtc = clock.UtcNow,
        HardshipBasis = HardshipBasis.NotExamined,
        Flags = CaseFlags.None,
        Headcount = 1,
        Status = CaseStatus.AwaitingAssignment,
    };
}
