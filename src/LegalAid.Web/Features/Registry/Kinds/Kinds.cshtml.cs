using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>各类人员: what each kind of person may do for this office's pool and what it is paid, with the clauses that say so, and how many of each there are.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class KindsModel(AidDb db, OfficeBooks books, CurrentOfficer officer, OfficeClock clock) : PageModel
{
    public static IReadOnlyList<KindRight> Rights { get; } = Enum.GetValues<KindRight>();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public bool MayEnter { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var book = await books.InForceOnAsync(officer.OfficeId, clock.Today, ct);
        var rules = book.Recruitment ?? RecruitmentRules.Unwritten;
        var today = clock.Today;
        var counts = await db.Memberships.Where(m => m.LeftOn == null || m.LeftOn > today).InThePool(rules.Pools, today).GroupBy(m => m.Kind).Select(kind => new { kind.Key, Count = kind.Count() }).ToDictionaryAsync(kind => kind.Key, kind => kind.Count, ct);
        Total = counts.Values.Sum();
        Rows = [.. Enum.GetValues<PoolPerson>().Select(person => new Row(person, counts.GetValueOrDefault(PersonKinds.PractitionerOf(person)), [.. Rights.Select(right => PersonKinds.Answer(person, right, rules, book.Assignment.OutsidePool))]))];
        MayEnter = officer.Role is Roles.Clerk or Roles.Director && ApplicationRules.OpenTo(rules).Any(person => !PersonKinds.HasInstitution(person));
    }

    public static string NameOf(KindRight right) => right switch
    {
        KindRight.Entry => "进入资源库",
        KindRight.Advice => "咨询、代拟文书",
        KindRight.Duty => "值班",
        KindRight.Defence => "刑事辩护",
        KindRight.Representation => "民事等案件",
        KindRight.Subsidy => "补贴",
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, "Unknown right."),
    };

    public static Tone ToneOf(KindAnswer answer) => answer.Allowed switch
    {
        true => Tone.Good,
        false => Tone.Ended,
        null => Tone.Attention,
    };

    /// <summary>A kind of person, how many there are, and the book's answers.</summary>
    public sealed record Row(PoolPerson Person, int People, IReadOnlyList<KindAnswer> Answers);
}
