using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Looks for the parties of a case in all past and open matters of the office and among its own people (conflict check).</summary>
public sealed class ConflictSearch(AidDb db)
{
    /// <summary>Everything found, namesakes ruled out included: the page shows the ruling and lets it be changed.</summary>
    public async Task<IReadOnlyList<FoundConflict>> ForAsync(AidCase aidCase, CancellationToken ct)
    {
        var rulings = await db.ConflictRulings.AsNoTracking().Where(r => r.CaseId == aidCase.Id).ToDictionaryAsync(r => r.SourceId, ct);
        var found = new List<FoundConflict>();
        found.AddRange(await InPriorMattersAsync(aidCase, ct));
        found.AddRange(await InOwnCasesAsync(aidCase, ct));
        found.AddRange(await AmongMembersAsync(aidCase, ct));
        return
        [
            .. found.Where(conflict => conflict.Parties.Count > 0)
                .Select(conflict => rulings.TryGetValue(conflict.SourceId, out var ruling) ? conflict with { SamePerson = ruling.SamePerson, RulingReason = ruling.Reason } : conflict)
                .Where(conflict => conflict.CanBeRuled(aidCase.Kind) || !conflict.Verdict(aidCase.Kind).IsNone),
        ];
    }

    /// <summary>What the check finds against the institution and the handlers who have the case; nothing while nobody has it.</summary>
    public async Task<IReadOnlyList<ConflictFinding>> AgainstHoldersAsync(AidCase aidCase, CancellationToken ct)
    {
        var held = await db.Assignments.AsNoTracking().Where(a => a.CaseId == aidCase.Id && !AssignmentStatuses.Undone.Contains(a.Status))
            .Select(a => new { a.InstitutionId, Handlers = a.Handlers.Select(h => h.MembershipId).ToList() }).SingleOrDefaultAsync(ct);
        return held is null ? [] :
        [
            .. (from found in await ForAsync(aidCase, ct)
                let verdict = found.Verdict(aidCase.Kind)
                from finding in (found.InstitutionId == held.InstitutionId ? verdict.Institution : []).Concat(found.MembershipIds.Intersect(held.Handlers).Any() ? verdict.Practitioner : [])
                select finding).Distinct(),
        ];
    }

    private async Task<IEnumerable<FoundConflict>> InPriorMattersAsync(AidCase aidCase, CancellationToken ct)
    {
        var names = Names(aidCase);
        var matters = await db.PriorMatters.AsNoTracking()
            .Where(m => names.Contains(m.Recipient) || names.Contains(m.Opponent))
            .OrderBy(m => m.CaseNumber)
            .ToListAsync(ct);
        return matters.Select(matter => new FoundConflict(
            ConflictSource.PriorMatter, matter.Id, matter.CaseNumber, matter.Kind, matter.InstitutionId, [matter.MembershipId],
            [
                .. Hits(aidCase, new(matter.Recipient, null, PartyRole.Recipient)),
                .. Hits(aidCase, new(matter.Opponent, null, PartyRole.Opponent)),
            ]));
    }

    private async Task<IEnumerable<FoundConflict>> InOwnCasesAsync(AidCase aidCase, CancellationToken ct)
    {
        var (names, indexes) = (Names(aidCase), Indexes(aidCase));
        var rows = await (
            from party in db.CaseParties.AsNoTracking()
            where party.CaseId != aidCase.Id && party.Role != PartyRole.Applicant
                && (names.Contains(party.Name) || (party.IdentityIndex != null && indexes.Contains(party.IdentityIndex)))
            join other in db.Cases on party.CaseId equals other.Id
            join assignment in db.Assignments on other.Id equals assignment.CaseId
            where !AssignmentStatuses.Undone.Contains(assignment.Status)
            orderby other.Number, party.Order
            select new
            {
                other.Id,
                other.Number,
                other.Kind,
                assignment.InstitutionId,
                Proposed = assignment.MembershipId,
                Handlers = assignment.Handlers.Select(handler => handler.MembershipId).ToList(),
                Party = new PartyThere(party.Name, party.IdentityIndex, party.Role),
            }).ToListAsync(ct);
        return
            from row in rows
            group row by row.Id into matter
            let first = matter.First()
            select new FoundConflict(
                ConflictSource.Case, matter.Key, first.Number, first.Kind, first.InstitutionId,
                [.. first.Handlers.Concat(first.Proposed is { } proposed ? [proposed] : []).Distinct()],
                [.. matter.SelectMany(row => Hits(aidCase, row.Party))]);
    }

    private async Task<IEnumerable<FoundConflict>> AmongMembersAsync(AidCase aidCase, CancellationToken ct)
    {
        var (names, indexes) = (Names(aidCase), Indexes(aidCase));
        var members = await db.Memberships.AsNoTracking()
            .Where(m => names.Contains(m.RosterName ?? m.Person.Name) || indexes.Contains(m.Person.IdentityIndex))
            .OrderBy(m => m.Id)
            .Select(m => new { m.Id, m.InstitutionId, Name = m.RosterName ?? m.Person.Name, m.Person.IdentityIndex })
            .ToListAsync(ct);
        return members.Select(member => new FoundConflict(
            ConflictSource.Member, member.Id, aidCase.Number, aidCase.Kind, member.InstitutionId, [member.Id],
            [.. Hits(aidCase, new(member.Name, member.IdentityIndex, PartyRole.Applicant)).Where(party => party.Hit.Role != PartyRole.Applicant)]));
    }

    private static List<string> Names(AidCase aidCase) => aidCase.Parties.ConvertAll(party => party.Name);

    private static List<byte[]> Indexes(AidCase aidCase) => [.. aidCase.Parties.Select(party => party.IdentityIndex).OfType<byte[]>()];

    private static IEnumerable<FoundParty> Hits(AidCase aidCase, PartyThere there) =>
        from party in aidCase.Parties
        let match = Match(party, there)
        where match is not null
        select new FoundParty(party.Name, new(party.Role, match.Value, there.Role));

    // The same number is the same person; two different numbers are two people, whatever their names.
    private static PartyMatch? Match(CaseParty party, PartyThere there) => (party.IdentityIndex, there.IdentityIndex) switch
    {
        ({ } own, { } other) => own.AsSpan().SequenceEqual(other) ? PartyMatch.Certain : null,
        _ when party.Name != there.Name => null,
        _ => party.IsOrganisation ? PartyMatch.Certain : PartyMatch.NameOnly,
    };

    private sealed record PartyThere(string Name, byte[]? IdentityIndex, PartyRole Role);
}
