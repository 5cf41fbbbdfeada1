using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Cases;

/// <summary>The blocks of the case page, one query each.</summary>
public sealed class CaseDetails(AidDb db, JournalReasons reasons, FieldCipher cipher, OfficeBooks books, RuleBooks ruleBooks, OfficeClock clock)
{
    /// <summary>Everybody in the case. Those who may not ask for a party's values do not see its number masked either, the centre and bureau apart.</summary>
    public async Task<IReadOnlyList<PartyRow>> PartiesAsync(AidCase aidCase, CurrentOfficer officer, CancellationToken ct)
    {
        var reached = await RevealPartyData.Within(db, officer).Where(p => p.CaseId == aidCase.Id).Select(p => p.Id).ToListAsync(ct);
        return
        [
            .. aidCase.Parties.OrderBy(party => party.Role).ThenBy(party => party.Order).Select(party => new PartyRow(
                party.Id,
                reached.Contains(party.Id) && (party.Phone ?? party.IdentityNumber) is not null,
                party.Role,
                party.Name,
                party.IsOrganisation,
                (officer.SeesWholeOffice || reached.Contains(party.Id)) && party.IdentityNumber is { } number ? PartyNumbers.Mask(cipher.Open(number)) : null,
                party.Phone is { } phone && PhoneNumber.TryParse(cipher.Open(phone), out var parsed, out _) ? parsed.Masked : null)),
        ];
    }

    public Task<List<AssignmentLine>> AssignmentsAsync(Guid caseId, CancellationToken ct) => (
        from a in db.Assignments.AsNoTracking()
        where a.CaseId == caseId
        join i in db.Institutions on a.InstitutionId equals i.Id
        orderby a.ProposedAtUtc descending
        select new AssignmentLine(
            a.Id, i.Name, a.Status, a.ProposedById, a.ProposedAtUtc, a.DecidedAtUtc, a.NamedAtUtc, a.NoticeNumber, a.ReplyNumber, a.RepliedAtUtc, a.ReceiptAtUtc, a.ReceiptBy, a.UndoneAtUtc, a.SetsAside,
            a.Handlers.OrderBy(h => h.Role == HandlerRole.Assistant).ThenBy(h => h.Id).Select(h => HandlerRoles.Told(h.Membership.RosterName ?? h.Membership.Person.Name, h.Role, a.Handlers.Count)).ToList(), a.DecidingBody, a.DiscussedAtUtc, a.ReportNumber,
            a.AwaitsRuling, a.MembershipId != null && a.Status == AssignmentStatus.HandlerNamed && a.ReplyNumber == null && !db.Receptions.Any(r => r.AssignmentId == a.Id && r.Kind == ReceptionKind.Accepted), db.Receptions.Where(r => r.AssignmentId == a.Id && r.Kind == ReceptionKind.Served).Select(r => (DateTime?)r.AtUtc).FirstOrDefault(),
            db.ConflictReports.Any(r => r.AssignmentId == a.Id && r.Status == ConflictReportStatus.Waiting))).ToListAsync(ct);

    public Task<LetterLine?> LetterAsync(Guid? letterId, CancellationToken ct) =>
        db.IncomingLetters.AsNoTracking().Where(l => l.Id == letterId).Select(l => new LetterLine(l.Id, l.Authority, l.LetterNumber, l.RegisterNumber)).SingleOrDefaultAsync(ct);

    public async Task<string?> InstitutionAsync(Guid? id, CancellationToken ct) =>
        id is null ? null : await db.Institutions.Where(i => i.Id == id).Select(i => i.Name).SingleAsync(ct);

    public async Task<string?> WishAsync(AidCase aidCase, CancellationToken ct) => aidCase.WishedMembershipId is { } membership
        ? await db.Memberships.Where(m => m.Id == membership).Select(m => (m.RosterName ?? m.Person.Name) + "（" + m.Institution.Name + "）").SingleAsync(ct)
        : await InstitutionAsync(aidCase.WishedInstitutionId, ct);

    /// <summary>The office's rules on who takes and who decides the case: those of the day it was proposed, today's until then.</summary>
    public async Task<AssignmentRules> RulesAsync(AidCase aidCase, AssignmentLine? live, CancellationToken ct) =>
        (await books.InForceOnAsync(aidCase.OfficeId, live is null ? clock.Today : DayOf(live.ProposedAtUtc), ct)).Assignment;

    /// <summary>Both clocks as the case keeps them, by the books of the day that started them; null while they do not run.</summary>
    public async Task<ClockPair?> ClocksAsync(AidCase aidCase, CancellationToken ct)
    {
        if (aidCase is not { StatutoryDueAtUtc: not null, ClocksStartAtUtc: { } start })
        {
            return null;
        }

        var own = (await books.InForceOnAsync(aidCase.OfficeId, DayOf(start), ct)).Assignment;
        var rules = ClockRules.For(aidCase.Kind, aidCase.Source, own, ruleBooks.National(DayOf(start)).Assignment);
        return ClockPair.Of(aidCase, rules, await CaseMoments.OfAsync(db, aidCase.Id, ct));
    }

    public async Task<IReadOnlyList<TimelineLine>> TimelineAsync(Guid caseId, CancellationToken ct)
    {
        var lines = await db.Journal.AsNoTracking().Where(line => line.SubjectId == caseId).OrderByDescending(line => line.AtUtc)
            .Select(line => new { Line = line, Who = db.Users.Where(u => u.Id == line.OfficerId).Select(u => u.DisplayName).FirstOrDefault() }).ToListAsync(ct);
        var told = await reasons.ReadAsync([.. lines.Select(row => row.Line)], ct);
        return [.. lines.Select(row => new TimelineLine(row.Line.AtUtc, row.Line.Act, row.Who, told.GetValueOrDefault(row.Line.Id)))];
    }

    private static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(OfficeClock.ToLocal(utc));
}
