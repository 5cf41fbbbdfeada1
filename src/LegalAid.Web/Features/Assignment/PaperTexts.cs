using System.Globalization;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Offices;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Documents;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>Composes the papers of an assignment from how things stand at this moment: names, letter, contact, books and the office's particulars.</summary>
internal sealed class PaperTexts(AidDb db, OfficeBooks books, RuleBooks ruleBooks, FieldCipher cipher)
{
    public async Task<Paper> NoticeAsync(CaseAssignment assignment, IReadOnlyList<Guid> handlerIds, CancellationToken ct)
    {
        var facts = await ReadAsync(assignment, handlerIds, ct);
        var named = assignment.NamedAtUtc!.Value;
        var terms = ruleBooks.National(DateOnly.FromDateTime(OfficeClock.ToLocal(named))).Intake;       // REG-27, REG-40, as of the day of the notice
        var book = (await books.InForceOnAsync(assignment.OfficeId, DateOnly.FromDateTime(OfficeClock.ToLocal(assignment.ProposedAtUtc)), ct)).Book;
        var due = facts.Case.StatutoryDueAtUtc is { } end ? $"法定期限至{Show.Until(end, default)}。" : "";
        return new(
            "法律援助案件指派通知书",
            assignment.NoticeNumber!,
            facts.Institution,
            [
                $"根据《中华人民共和国法律援助法》{Cited(book)}，现将受援人{facts.Names}{facts.Case.Cause}一案（案件编号{facts.Case.Number}）指派你单位承办，承办人为{facts.HandlersWithRoles}。",
                $"本案阶段：{CaseWords.Of(facts.Case.Stage)}。{Authority(facts.Letter)}",
                $"受援人联系电话：{string.Join('；', facts.Recipients.Select(Contact))}。",
                $"请自收到本通知之日起{terms.EngagementClock.LengthText()}内与受援人办理委托手续，及时会见或者约见受援人，依法、依规范提供法律援助服务，不得向受援人收取任何财物。{due}",
                $"承办中发现利害关系或者其他不宜承办的情形，请立即报告本中心。办结后{terms.FileClock.LengthText()}内提交结案归档材料。",
                .. await ActedAsync(assignment, ct) is { } acted ? [acted] : Array.Empty<string>(),
                .. facts.Office.ContactLine is { } contact ? [contact] : Array.Empty<string>(),
            ],
            [facts.Office.Name, Day(named)],
            [.. facts.Recipients.Where(recipient => recipient.Phone is not null).Select(recipient => new HiddenValue(recipient.Phone!, Show.Masked(recipient.Phone)))]);
    }

    public async Task<Paper> ReplyAsync(CaseAssignment assignment, CancellationToken ct)
    {
        var handlerIds = await db.CaseHandlers.Where(h => h.AssignmentId == assignment.Id).OrderBy(h => h.Role == HandlerRole.Assistant).ThenBy(h => h.Id).Select(h => h.MembershipId).ToListAsync(ct);
        var facts = await ReadAsync(assignment, handlerIds, ct);
        var letter = facts.Letter ?? throw new InvalidOperationException("Only a notice is replied to.");
        return new(
            "关于指派法律援助律师的复函",
            assignment.ReplyNumber!,
            letter.Authority,
            [
                $"贵单位{letter.LetterNumber}收悉。我中心已指派{facts.Institution}{facts.Handlers}律师为{facts.Names}{facts.Case.Cause}一案提供法律援助（案件编号{facts.Case.Number}，指派通知书{assignment.NoticeNumber}）。",
                "请予以协助，并在收到本函后签收回执。",
            ],
            [facts.Office.Name, Day(assignment.RepliedAtUtc!.Value)],
            []);
    }

    private async Task<PaperFacts> ReadAsync(CaseAssignment assignment, IReadOnlyList<Guid> handlerIds, CancellationToken ct)
    {
        var aidCase = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == assignment.CaseId, ct);
        var recipients = await db.CaseParties.AsNoTracking().Where(p => p.CaseId == aidCase.Id && p.Role == PartyRole.Recipient).OrderBy(p => p.Order).ToListAsync(ct);
        var handlers = await db.Memberships.Where(m => handlerIds.Contains(m.Id)).Select(m => new { m.Id, Name = m.RosterName ?? m.Person.Name, m.Employer }).ToDictionaryAsync(m => m.Id, ct);
        var institution = await db.Institutions.Where(i => i.Id == assignment.InstitutionId).Select(i => new { i.Name, i.Kind }).SingleAsync(ct);
        var employer = PersonKinds.StandsForManyEmployers(institution.Kind) ? handlerIds.Select(id => handlers[id].Employer).FirstOrDefault() : null;
        return new(
            aidCase,
            await db.Offices.AsNoTracking().SingleAsync(o => o.Id == assignment.OfficeId, ct),
            employer ?? institution.Name,       // a public lawyer's unit is told, not the place where they stand together
            [.. recipients.Select(party => new Recipient(party.Name, party.Phone is { } phone ? cipher.Open(phone) : null))],
            [.. handlerIds.Select(id => handlers[id].Name)],
            await db.IncomingLetters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == aidCase.LetterId, ct));
    }

    // Decided in the head's stead: the paper says so.
    private async Task<string?> ActedAsync(CaseAssignment assignment, CancellationToken ct) => await AuthorityWords.OfAsync(db, assignment.DecidedUnderId, ct) is { } signature
        ? $"本案指派由{await db.Users.Where(u => u.Id == assignment.DecidedById).Select(u => u.DisplayName).SingleAsync(ct)}{signature}决定。"
        : null;

    // An application came from no authority.
    private static string Authority(IncomingLetter? letter) =>
        letter is null ? "" : $"办案机关：{letter.Authority}，公函：{letter.LetterNumber}{(string.IsNullOrWhiteSpace(letter.Contact) ? "" : $"，联系人：{letter.Contact.Trim()}")}。";

    private static string Contact(Recipient recipient) => recipient.Phone is { } phone ? $"{recipient.Name}，{phone}" : $"{recipient.Name}（未登记）";

    // A draft for comment binds nobody and is not cited as a ground; the notice says what it was tried by (WZ-30.1, QDN-13.1).
    private static string Cited(BookHeader book) =>
        book.Status == BookStatus.DraftForComment ? $"，参照《{book.Title}》试行" : $"和《{book.Title}》";

    private static string Day(DateTime utc) => OfficeClock.ToLocal(utc).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private sealed record Recipient(string Name, string? Phone);

    private sealed record PaperFacts(AidCase Case, Office Office, string Institution, IReadOnlyList<Recipient> Recipients, IReadOnlyList<string> Named, IncomingLetter? Letter)
    {
        public string Handlers => string.Join('、', Named);

        /// <summary>For the institution; the authority is told the names alone.</summary>
        public string HandlersWithRoles => string.Join('、', Named.Select((name, place) => HandlerRoles.Told(name, HandlerRoles.At(place), Named.Count)));

        public string Names => string.Join('、', Recipients.Select(recipient => recipient.Name));
    }
}
