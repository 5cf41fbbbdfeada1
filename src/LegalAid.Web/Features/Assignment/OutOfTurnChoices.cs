using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>
/// Steps the office's order does not hold for a case, but a written reason may bring in (BB-11.1, WZ-9.1), and the people outside the pool; none where the office's book
/// does not go there.
/// </summary>
public sealed record OutOfTurnChoices(IReadOnlyList<SelectListItem> Steps, IReadOnlyList<SelectListItem> Outsiders)
{
    public static async Task<OutOfTurnChoices> ReadAsync(AidDb db, AssignmentFacts facts, DateOnly today, CancellationToken ct)
    {
        var steps = OutOfTurnSteps.For(facts).ToList();
        var outsiders = steps.Contains(OrderStep.OutsidePool) ? await OutsidersAsync(db, today, ct) : [];
        return new([.. steps.Where(step => step != OrderStep.OutsidePool || outsiders.Count > 0).Select(step => new SelectListItem(Words.Of(step), step.ToString()))], outsiders);
    }

    private static Task<List<SelectListItem>> OutsidersAsync(AidDb db, DateOnly today, CancellationToken ct) => db.Memberships.AsNoTracking()
        .Where(m => m.LeftOn == null && m.Kind != PractitionerKind.Volunteer).Where(PoolStanding.Outside(Pools.Cases, today))
        .OrderBy(m => EF.Functions.Collate(m.Institution.Name, ShownNames.PinyinOrder)).ThenBy(m => EF.Property<string>(m, ShownNames.Column))
        .Select(m => new SelectListItem((m.RosterName ?? m.Person.Name) + "（" + m.Institution.Name + "）", m.Id.ToString()))
        .ToListAsync(ct);
}
