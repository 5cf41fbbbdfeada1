using LegalAid.Rules.Common;
using LegalAid.Rules.Disclosure;
using LegalAid.Store;
using LegalAid.Store.Calendar;
using LegalAid.Store.Disclosure;
using LegalAid.Store.Journal;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>A published list as it is kept: its heads, its lines as they stood that day, and whose each line is, so that today's consent can be looked up.</summary>
public sealed record KeptList(IReadOnlyList<string> Heads, IReadOnlyList<ListLine> Lines, IReadOnlyList<Guid> Members);

/// <summary>The head publishes the list of a year (WZ-8.3): what stands on it that day is kept for ever and hangs out for objections.</summary>
public sealed class PublishList(AidDb db, PublicList list, OfficeBooks books, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ListPublication>> RunAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var book = await books.InForceOnAsync(officer.OfficeId, today, ct);
        if (book.Disclosure?.Roster is not { } rules)
        {
            return new Refusal("list-unknown", "本机构的规则没有公开名单。", []);
        }

        if (await db.ListPublications.AnyAsync(p => p.PublishedOn == today, ct))
        {
            return new Refusal("list-published", "今天已经公布过。", [rules.Fields.Clause]);
        }

        var lines = await list.LinesAsync(PublicList.Ordered(list.Found(new(), book)), book, ct);
        var due = Deadline.Count(clock.Now, rules.NoticeClock, await WorkCalendars.FromAsync(db, today, ct)).DueAt;
        var publication = new ListPublication
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            Year = today.Year,
            PublishedOn = today,
            PublishedById = officer.Id,
            Rows = lines.Count,
            DueAtUtc = OfficeClock.ToUtc(due),
            Content = cipher.Seal(CanonicalJson.Write(new KeptList([.. rules.Fields.Value.Select(PublicRoster.NameOf)], [.. lines.Select(line => line.Line)], [.. lines.Select(line => line.MemberId)]))),
        };
        db.Add(publication);
        db.Note(officer.OfficeId, clock.UtcNow, Act.ListPublished, officer.OfficeId, officer.Id, details: new { list = publication.Id, rows = publication.Rows });
        await db.SaveChangesAsync(ct);
        return publication;
    }
}
