using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>A matter in which parties of the case were found: who handles it and what it means. Shown on the decision page for ruling on namesakes.</summary>
public sealed record FoundConflict(Guid MatterId, Guid InstitutionId, Guid? MembershipId, MatterHit Hit, ConflictVerdict Verdict)
{
    /// <summary>Names match and nothing more; a clerk has to look.</summary>
    public bool NeedsRuling => Hit.SamePerson is null && Hit.Parties.All(party => party.Match == PartyMatch.NameOnly) && Verdict != ConflictVerdict.None;
}

/// <summary>Looks for the parties of a case in all past and open matters of the office (conflict check).</summary>
public sealed class ConflictSearch(AidDb db)
{
    public async Task<IReadOnlyList<FoundConflict>> ForAsync(AidCase aidCase, CancellationToken ct)
    {
        var rulings = await db.ConflictRulings.AsNoTracking().Where(r => r.CaseId == aidCase.Id).ToDictionaryAsync(r => r.MatterId, r => r.SamePerson, ct);
        var found = (await InPriorMattersAsync(aidCase, ct)).Concat(await InOwnCasesAsync(aidCase, ct));
        return
        [
            .. from matter in found
               let hit = matter.Hit with { SamePerson = rulings.TryGetValue(matter.MatterId, out var same) ? same : null }
               let verdict = Conflicts.Judge(hit, aidCase.Kind)
               where verdict != ConflictVerdict.None
               select matter with { Hit = hit, Verdict = verdict },
        ];
    }

    private async Task<List<FoundConflict>> InPriorMattersAsync(AidCase aidCase, CancellationToken ct)
    {
        var names = aidCase.Parties.Select(party => party.Name).ToList();
        var matters = await db.PriorMatters.AsNoTracking()
            .Where(m => names.Contains(m.Recipient) || names.Contains(m.Opponent))
            .OrderBy(m => m.CaseNumber)
            .ToListAsync(ct);
        return
        [
            .. matters.Select(matter => new FoundConflict(
                matter.Id,
                matter.InstitutionId,
                matter.MembershipId,
                new(matter.CaseNumber, matter.Kind, null,
                [
                    .. aidCase.Parties.Where(party => party.Name == matter.Recipient || party.Name == matter.Opponent)
                        .Select(party => new PartyHit(party.Role, party.IsOrganisation ? PartyMatch.Certain : PartyMatch.NameOnly, party.Name == matter.Recipient)),
                ]),
                ConflictVerdict.None)),
        ];
    }

    private async Task<List<FoundConflict>> InOwnCasesAsync(AidCase aidCase, CancellationToken ct)
    {
        var names = aidCase.Parties.Select(party => party.Name).ToList();
        var indexes = aidCase.Parties.Where(party => party.IdentityIndex != null).Select(party => party.IdentityIndex!).ToList();
        var rows = await (
            from party in db.CaseParties.AsNoTracking()
            where party.CaseId != aidCase.Id && party.Role != PartyRole.Applicant
                && (names.Contains(party.Name) || (party.IdentityIndex != null && indexes.Contains(party.IdentityIndex)))
            join other in db.Cases on party.CaseId equals other.Id
            join assignment in db.Assignments on other.Id equals assignment.CaseId
            where assignment.Status != AssignmentStatus.Rejected
            orderby other.Number
            select new
            {
                other.Id,
                other.Number,
                other.Kind,
                assignment.InstitutionId,
                Handlers = assignment.Handlers.Select(handler => handler.MembershipId).ToList(),
                party.Role,
                party.Name,
                party.IdentityIndex,
                party.IsOrganisation,
            }).ToListAsync(ct);
        return
        [
            .. from row in rows
               group row by row.Id into matter
               let first = matter.First()
               let hits = matter.SelectMany(row => aidCase.Parties.Select(party => Match(party, row.Name, row.IdentityIndex) is { } match
                   ? new PartyHit(party.Role, match, row.Role == PartyRole.Recipient)
                   : null)).OfType<PartyHit>().ToList()
               where hits.Count > 0
               select new FoundConflict(matter.Key, first.InstitutionId, first.Handlers.FirstOrDefault() is var handler && handler != Guid.Empty ? handler : null, new(first.Number, first.Kind, null, hits), ConflictVerdict.None),
        ];
    }

    // The same number is the same person; two different numbers are two people, whatever their names.
    private static PartyMatch? Match(CaseParty party, string name, byte[]? index) => (party.IdentityIndex, index) switch
    {
        ({ } own, { } other) => own.AsSpan().SequenceEqual(other) ? PartyMatch.Certain : null,
        _ when party.Name != name => null,
        _ => party.IsOrganisation ? PartyMatch.Certain : PartyMatch.NameOnly,
    };
}
