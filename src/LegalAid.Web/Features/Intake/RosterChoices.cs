using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Intake;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>Who can have helped and who can be wished for: the office's institutions and people; whoever stands in the case already stays on offer.</summary>
/// <param name="AsksStation">A station can be named; one that took the application in itself is not asked for.</param>
public sealed record RosterChoices(IReadOnlyList<SelectListItem> Institutions, IReadOnlyList<SelectListItem> Practitioners, bool AsksStation)
{
    public static async Task<RosterChoices> ReadAsync(AidDb db, AidCase? standing, bool asksStation, CancellationToken ct)
    {
        var (helper, wished, person) = (standing?.HelpedByInstitutionId, standing?.WishedInstitutionId, standing?.WishedMembershipId);
        var members = await db.Memberships.AsNoTracking().Where(m => (m.LeftOn == null && m.Kind != PractitionerKind.Volunteer) || m.Id == person || m.InstitutionId == helper || m.InstitutionId == wished)
            .OrderBy(m => EF.Functions.Collate(m.Institution.Name, ShownNames.PinyinOrder)).ThenBy(m => EF.Property<string>(m, ShownNames.Column))
            .Select(m => new { m.Id, m.InstitutionId, Institution = m.Institution.Name, Name = m.RosterName ?? m.Person.Name, m.LeftOn })
            .ToListAsync(ct);
        return new(
            [.. members.DistinctBy(m => m.InstitutionId).Select(m => new SelectListItem(m.Institution, m.InstitutionId.ToString()))],
            [.. members.Where(m => m.LeftOn is null || m.Id == person).Select(m => new SelectListItem($"{m.Name}（{m.Institution}）", m.Id.ToString()))],
            asksStation);
    }

    /// <summary>Only what the lists offer can be chosen; anything else in the request is somebody else's row.</summary>
    public IEnumerable<string> NotOffered(MatterForm form)
    {
        if (IsUnknown(form.HelpedByInstitutionId, Institutions))
        {
            yield return nameof(form.HelpedByInstitutionId);
        }

        if (IsUnknown(form.WishedInstitutionId, Institutions))
        {
            yield return nameof(form.WishedInstitutionId);
        }

        if (IsUnknown(form.WishedMembershipId, Practitioners))
        {
            yield return nameof(form.WishedMembershipId);
        }
    }

    private static bool IsUnknown(Guid? chosen, IReadOnlyList<SelectListItem> offered) => chosen is { } id && offered.All(item => item.Value != id.ToString());
}
