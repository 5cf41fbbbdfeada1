using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Ranking;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Ranking;

/// <summary>Records a published tri-colour list (WZ-13): from its day on its colours weigh in the turn. Cases under way stay with whoever has them.</summary>
public sealed class RecordColours(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ColourList>> RunAsync(ColourForm form, IReadOnlyList<ColourLine> lines, CancellationToken ct)
    {
        var weights = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).ColourWeights;
        if (weights is null)
        {
            return new Refusal("colours-not-known", "本机构的规则没有三色清单，无须登记。", []);
        }

        var refusals = WhyNot(form, lines, weights.Blue.Clause).ToList();
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var list = new ColourList
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            Year = form.Year!.Value,
            Quarter = form.Quarter!.Value,
            DocumentNumber = form.DocumentNumber.Trim(),
            PublishedOn = form.PublishedOn!.Value,
            CountsFrom = form.CountsFrom!.Value,
            CountsTo = form.CountsTo,
            RecordedAtUtc = clock.UtcNow,
        };
        list.Members.AddRange(lines.Select(line => new ColouredMember { Id = Guid.CreateVersion7(), OfficeId = officer.OfficeId, ListId = list.Id, MembershipId = line.Member!.Id, Colour = line.Colour!.Value }));
        db.Add(list);
        db.Note(officer.OfficeId, clock.UtcNow, Act.ColoursRecorded, list.Id, officer.Id, details: new { countsFrom = list.CountsFrom, members = list.Members.Count });
        await db.SaveChangesAsync(ct);
        return list;
    }

    private IEnumerable<Refusal> WhyNot(ColourForm form, IReadOnlyList<ColourLine> lines, string clause)
    {
        if (form.PublishedOn > clock.Today)
        {
            yield return new("colours-later", "公布日期不能晚于今天。", [clause]);
        }

        if (form.CountsFrom < form.PublishedOn)
        {
            yield return new("colours-before-publishing", "清单自公布之日起才能起算。", [clause]);
        }

        if (form.CountsTo < form.CountsFrom)
        {
            yield return new("colours-turned", "止日不能早于起算之日。", [clause]);
        }

        if (lines.Count == 0)
        {
            yield return new("colours-empty", "清单上没有人员。", [clause]);
        }

        foreach (var line in lines.Where(line => line.Fault is not null).Take(50))
        {
            yield return new("colours-line", $"第 {line.Number} 行：{line.Fault}", [clause], line.Text);
        }
    }
}
