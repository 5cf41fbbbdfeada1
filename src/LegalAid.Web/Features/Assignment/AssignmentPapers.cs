using System.Globalization;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Offices;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Documents;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>An official paper as title, number, addressee, paragraphs and signature: the print page and the Word file show the same.</summary>
public sealed record Paper(string Title, string Number, string Addressee, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Signature)
{
    public byte[] ToWord()
    {
        var document = new WordDocument().Title(Title).Number(Number).Addressee(Addressee + "：");
        foreach (var paragraph in Paragraphs)
        {
            document.Paragraph(paragraph);
        }

        foreach (var line in Signature)
        {
            document.Signature(line);
        }

        return document.Save();
    }
}

/// <summary>The papers of an assignment: 《指派通知书》 to the institution (BB-6.3) and the reply letter to the authority (LAW-36).</summary>
public sealed class AssignmentPapers(AidDb db, OfficeBooks books, RuleBooks ruleBooks)
{
    public async Task<Paper?> NoticeAsync(Guid assignmentId, CancellationToken ct)
    {
        var facts = await ReadAsync(assignmentId, ct);
        if (facts is not { Assignment: { NoticeNumber: { } number, NamedAtUtc: { } named } })
        {
            return null;
        }

        var terms = ruleBooks.National(DateOnly.FromDateTime(OfficeClock.ToLocal(named))).Intake;       // REG-27, REG-40, as of the day of the notice
        var due = facts.StatutoryDueAtUtc is { } end ? $"法定期限至{Show.Until(end, default)}。" : "";
        return new(
            "法律援助案件指派通知书",
            number,
            facts.Institution,
            [
                $"根据《中华人民共和国法律援助法》{facts.Book}，现将受援人{facts.Recipients}{facts.Cause}一案（案件编号{facts.CaseNumber}）指派你单位承办，承办人为{facts.Handlers}。",
                $"请自收到本通知之日起{terms.EngagementClock.LengthText()}内与受援人办理委托手续，及时会见或者约见受援人，依法、依规范提供法律援助服务，不得向受援人收取任何财物。{due}",
                $"承办中发现利害关系或者其他不宜承办的情形，请立即报告本中心。办结后{terms.FileClock.LengthText()}内提交结案归档材料。",
                .. facts.Office.ContactLine is { } contact ? [contact] : Array.Empty<string>(),
            ],
            [facts.Office.Name, Day(named)]);
    }

    public async Task<Paper?> ReplyAsync(Guid assignmentId, CancellationToken ct)
    {
        var facts = await ReadAsync(assignmentId, ct);
        if (facts is not { Assignment: { ReplyNumber: { } number, RepliedAtUtc: { } replied }, Letter: { } letter })
        {
            return null;
        }

        return new(
            "关于指派法律援助律师的复函",
            number,
            letter.Authority,
            [
                $"贵单位{letter.LetterNumber}收悉。我中心已指派{facts.Institution}{facts.Handlers}律师为{facts.Recipients}{facts.Cause}一案提供法律援助（案件编号{facts.CaseNumber}，指派通知书{facts.Assignment.NoticeNumber}）。",
                "请予以协助，并在收到本函后签收回执。",
            ],
            [facts.Office.Name, Day(replied)]);
    }

    private async Task<PaperFacts?> ReadAsync(Guid assignmentId, CancellationToken ct)
    {
        var assignment = await db.Assignments.AsNoTracking().Include(a => a.Handlers).ThenInclude(h => h.Membership.Person).SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null)
        {
            return null;
        }

        var aidCase = await db.Cases.AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == assignment.CaseId, ct);
        var letter = await db.IncomingLetters.AsNoTracking().Where(l => l.Id == aidCase.LetterId).Select(l => new LetterFacts(l.Authority, l.LetterNumber)).SingleOrDefaultAsync(ct);
        var office = await db.Offices.AsNoTracking().SingleAsync(o => o.Id == assignment.OfficeId, ct);
        var institution = await db.Institutions.Where(i => i.Id == assignment.InstitutionId).Select(i => i.Name).SingleAsync(ct);
        var book = (await books.InForceOnAsync(office.Id, DateOnly.FromDateTime(OfficeClock.ToLocal(assignment.ProposedAtUtc)), ct)).Book;
        return new(
            assignment,
            office,
            Cited(book),
            institution,
            aidCase.Number,
            aidCase.Cause,
            string.Join('、', aidCase.Parties.Where(p => p.Role == PartyRole.Recipient).OrderBy(p => p.Order).Select(p => p.Name)),
            string.Join('、', assignment.Handlers.Select(h => h.Membership.RosterName ?? h.Membership.Person.Name)),
            aidCase.StatutoryDueAtUtc,
            letter);
    }

    // A draft for comment binds nobody and is not cited as a ground; the notice says what it was tried by (WZ-30.1, QDN-13.1).
    private static string Cited(BookHeader book) =>
        book.Status == BookStatus.DraftForComment ? $"，参照{Quoted(book)}试行" : $"和{Quoted(book)}";

    private static string Quoted(BookHeader book) => $"《{book.Title}》";

    private static string Day(DateTime utc) => OfficeClock.ToLocal(utc).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private sealed record LetterFacts(string Authority, string LetterNumber);

    private sealed record PaperFacts(
        CaseAssignment Assignment,
        Office Office,
        string Book,
        string Institution,
        string CaseNumber,
        string Cause,
        string Recipients,
        string Handlers,
        DateTime? StatutoryDueAtUtc,
        LetterFacts? Letter);
}
