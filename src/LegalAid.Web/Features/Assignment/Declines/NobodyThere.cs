using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>A kind of case nobody could take today, and why.</summary>
public sealed record UnmetNeed(string Kind, IReadOnlyList<string> Missing);

/// <summary>Looks, before a case arrives, for the kinds of case nobody could take today: decided by the rules that decide the real ones.</summary>
public sealed class NobodyThere(AssignmentFactsReader reader, OfficeClock clock, CurrentOfficer officer)
{
    private static readonly (CaseKind Kind, CaseFlags Flags)[] Needs =
    [
        (CaseKind.Criminal, CaseFlags.None),
        (CaseKind.Criminal, CaseFlags.Minor),
        (CaseKind.Criminal, CaseFlags.LifeOrDeathPenalty),
        (CaseKind.Civil, CaseFlags.None),
        (CaseKind.Administrative, CaseFlags.None),
        (CaseKind.LabourArbitration, CaseFlags.None),
    ];

    public async Task<IReadOnlyList<UnmetNeed>> FindAsync(CancellationToken ct)
    {
        var unmet = new List<UnmetNeed>();
        foreach (var (kind, flags) in Needs)
        {
            var empty = new RotationQueue { Id = Guid.Empty, OfficeId = officer.OfficeId, Kind = AssignmentFactsReader.QueueOf(kind), Seed = "", Turn = 0 };
            var aidCase = OrdinaryCase.Of(empty, kind, kind == CaseKind.Criminal ? CaseSource.Notification : CaseSource.Application, clock.UtcNow);
            aidCase.Flags = flags;
            var decision = AssignmentDecision.Decide(await reader.ReadAsync(aidCase, await reader.PresentQueueAsync(aidCase, ct), clock.Now, outOfTurn: null, ct));
            if (decision.Able.Count == 0)
            {
                unmet.Add(new(flags == CaseFlags.None ? CaseWords.Of(kind) : $"{CaseWords.Of(kind)}，{CaseWords.Of(flags)}", Shortage.MissingIn(decision)));
            }
        }

        return unmet;
    }
}
