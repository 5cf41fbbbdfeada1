using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Recusals;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>The matter after linking: how many applications and how many people in all.</summary>
public sealed record LinkedMatter(int Cases, int Headcount);

/// <summary>Links separate applications to one matter: their people add up towards the collective decision, and the deciding path follows (BB-5.2). Always a clerk's act, never the program's.</summary>
public sealed class LinkCases(AidDb db, RecusalCheck recusals, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<LinkedMatter>?> RunAsync(Guid caseId, IReadOnlyCollection<Guid> others, CancellationToken ct)
    {
        var ids = others.Append(caseId).ToHashSet();
        var named = await db.Cases.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(ct);
        if (named.Count != ids.Count)
        {
            return null;
        }

        if (WhyNot(named) is { } refusal)
        {
            return refusal;
        }

        if (await recusals.WhyNotActAsync([.. ids], officer.Id, ct) is { } recused)
        {
            return recused;
        }

        var matter = named.Select(c => c.MatterId).FirstOrDefault(id => id is not null) ?? Guid.CreateVersion7();
        var standing = await db.Cases.AsNoTracking().Where(c => c.MatterId == matter && !ids.Contains(c.Id) && c.Status != CaseStatus.Voided && c.Status != CaseStatus.Refused).Select(c => c.Headcount).ToListAsync(ct);
        var linked = new LinkedMatter(standing.Count + named.Count, standing.Sum() + named.Sum(c => c.Headcount));
        foreach (var joining in named.Where(c => c.MatterId is null))
        {
            joining.MatterId = matter;
            db.Note(joining.OfficeId, clock.UtcNow, Act.CaseLinked, joining.Id, officer.Id, details: new { linked = named.Where(c => c != joining).Select(c => c.Id).ToList(), headcount = linked.Headcount });
        }

        await db.SaveChangesAsync(ct);
        return linked;
    }

    private static Refusal? WhyNot(List<AidCase> named) =>
        named.Count < 2 ? new("link-nothing", "请勾选或者填写要关联的案件。", ["BB-5.2"])
        : named.Find(c => c.Source != CaseSource.Application) is { } notice ? new("link-notice", $"{notice.Number}由办案机关通知，同函各案已经合并计算，不用关联。", ["BB-5.2"])
        : named.Find(c => c.Status is CaseStatus.Voided or CaseStatus.Refused) is { } ended ? new("link-ended", $"{ended.Number}已经作废或者不予援助，不能关联。", ["BB-5.2"])
        : named.Select(c => c.MatterId).OfType<Guid>().Distinct().Count() > 1 ? new("link-two-matters", "所选案件已分别关联到不同的事由，请先解除其中一个。", ["BB-5.2"])
        : named.TrueForAll(c => c.MatterId is not null) ? new("link-already", "所选案件已经关联。", ["BB-5.2"])
        : null;
}
