using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>Whose case it is and what it is about, at the head of every page on which somebody proposes, decides or names.</summary>
public sealed record CaseBrief(
    Guid Id,
    string Number,
    string Cause,
    CaseKind Kind,
    CaseStage Stage,
    CaseSource Source,
    CaseFlags Flags,
    int Headcount,
    DateTime ReceivedAtUtc,
    string? Letter,
    string? Helper,
    string? Wish,
    string? Needs,
    IReadOnlyList<(PartyRole Role, string Name)> Parties,
    IReadOnlyList<string> Rulings)
{
    /// <summary>The names in one role, in the order they were entered; null when nobody stands in it.</summary>
    public string? In(PartyRole role)
    {
        var names = string.Join('、', Parties.Where(party => party.Role == role).Select(party => party.Name));
        return names.Length == 0 ? null : names;
    }

    public static async Task<CaseBrief> ReadAsync(AidDb db, Guid caseId, CancellationToken ct)
    {
        var found = await db.Cases.AsNoTracking().Where(c => c.Id == caseId).Select(c => new
        {
            Case = c,
            Letter = db.IncomingLetters.Where(l => l.Id == c.LetterId).Select(l => l.Authority + " " + l.LetterNumber).FirstOrDefault(),
            Helper = db.Institutions.Where(i => i.Id == c.HelpedByInstitutionId).Select(i => i.Name).FirstOrDefault(),
            WishedPerson = db.Memberships.Where(m => m.Id == c.WishedMembershipId).Select(m => (m.RosterName ?? m.Person.Name) + "（" + m.Institution.Name + "）").FirstOrDefault(),
            WishedInstitution = db.Institutions.Where(i => i.Id == c.WishedInstitutionId).Select(i => i.Name).FirstOrDefault(),
            Rulings = db.ConflictRulings.Where(r => r.CaseId == c.Id).OrderBy(r => r.Id).Select(r => new { r.SamePerson, r.Reason }).ToList(),
            Parties = c.Parties.OrderBy(p => p.Order).Select(p => new { p.Role, p.Name }).ToList(),
        }).SingleAsync(ct);
        var aidCase = found.Case;
        return new(
            aidCase.Id, aidCase.Number, aidCase.Cause, aidCase.Kind, aidCase.Stage, aidCase.Source, aidCase.Flags, aidCase.Headcount, aidCase.ReceivedAtUtc, found.Letter,
            found.Helper ?? (aidCase.HelpedByStation is { } station ? $"{station}（司法所，不产生优先）" : null),
            found.WishedPerson ?? found.WishedInstitution,
            NeedsWords.Of(aidCase),
            [.. found.Parties.Select(party => (party.Role, party.Name))],
            [.. found.Rulings.Select(ruling => $"{(ruling.SamePerson ? "经核实为同一人" : "只是同名")}（{ruling.Reason}）")]);
    }
}
