using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Documents;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>《清退决定书》 (WZ-29.2a): composed once, in the transaction that gives the number, and read from there ever after.</summary>
public sealed class RemovalPapers(AidDb db, OfficeBooks books, FieldCipher cipher, OfficeClock clock)
{
    public async Task IssueAsync(RemovalProposal proposal, Membership member, RemovalRules rules, CancellationToken ct)
    {
        var office = await db.Offices.SingleAsync(o => o.Id == proposal.OfficeId, ct);
        var name = await db.Memberships.Where(m => m.Id == member.Id).Select(m => new { Person = m.RosterName ?? m.Person.Name, Institution = m.Institution.Name }).SingleAsync(ct);
        var book = (await books.InForceOnAsync(office.Id, clock.Today, ct)).Book;
        string?[] paragraphs =
        [
            $"{name.Person}，{(member.LicenceNumber.Length == 0 ? RosterAdmission.NameOf(member.Kind) : $"执业证号 {member.LicenceNumber}")}，{name.Institution}。",
            $"经查：{proposal.Reason}",
            proposal.Statement is null ? "本人在规定期限内没有陈述申辩。" : "本人的陈述申辩已经听取。",
            $"依据{proposal.Cited}，{Cited(book)}，本中心决定：自{Show.FullDay(clock.Today)}起，将{name.Person}清退出本机构资源库，值班库、办案库的身份同时终止。",
            $"至{Show.FullDay(Removals.LastBarred(clock.Today, rules))}不得重新申请加入本机构资源库。已经指派的在办案件，须继续办结或者由本中心变更。",
            "对本决定有异议的，可以自收到之日起向本中心书面提出。",
            office.ContactLine,
        ];
        var paper = new Paper("清退决定书", proposal.Number!, name.Person, [.. paragraphs.OfType<string>()], [office.Name, Show.FullDay(clock.Today)], []);
        db.Add(new RemovalPaper { Id = Guid.CreateVersion7(), OfficeId = office.Id, ProposalId = proposal.Id, Number = paper.Number, IssuedAtUtc = clock.UtcNow, Content = cipher.Seal(CanonicalJson.Write(paper)) });
    }

    // A draft for comment binds nobody and is not cited as a ground (WZ-30.1).
    private static string Cited(BookHeader book) => book.Status == BookStatus.DraftForComment ? $"参照《{book.Title}》试行" : $"按照《{book.Title}》";

    public async Task<Paper?> FindAsync(Guid proposalId, CancellationToken ct)
    {
        var content = await db.RemovalPapers.AsNoTracking().Where(p => p.ProposalId == proposalId).Select(p => p.Content).SingleOrDefaultAsync(ct);
        return content is null ? null : CanonicalJson.Read<Paper>(cipher.Open(content));
    }
}
