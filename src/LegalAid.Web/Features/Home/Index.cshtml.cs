using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Home;

/// <summary>
/// 待办: what needs this officer now, the nearest deadline first, and why. The centre sees below it what hangs elsewhere;
/// section and bureau see what is overdue and what must come before the bureau (BB-5.2).
/// </summary>
public sealed class IndexModel(AidDb db, CurrentOfficer officer, OfficeBooks books, StrengthReader strength, OfficeClock clock) : PageModel
{
    private const int Shown = 30;

    public IReadOnlyList<TodoItem> Items { get; private set; } = [];

    public int Total { get; private set; }

    public HangingList Elsewhere { get; private set; } = HangingList.None;

    public HangingList Collective { get; private set; } = HangingList.None;

    public HangingList Overdue { get; private set; } = HangingList.None;

    /// <summary>Kinds of cases nobody could take today; the director is told before one arrives.</summary>
    public IReadOnlyList<string> NobodyFor { get; private set; } = [];

    public bool IsCentre => officer.Role is Roles.Clerk or Roles.Director;

    public bool IsRecipient => officer.Role == Roles.Recipient;

    /// <summary>Reviewers and recipients have a list of another kind.</summary>
    public bool HasOwnList => officer.Role is Roles.Reviewer or Roles.Recipient;

    /// <summary>Nobody on the roster yet: the page says what comes first.</summary>
    public bool IsNew { get; private set; }

    /// <summary>What administrators and applicants come for, who never see a case; and on the first days what everybody begins with.</summary>
    public (string Text, string Act, string Href)? Keeps => officer.Role switch
    {
        Roles.Administrator when IsNew => ("新启用的机构：先填写机构信息，再为经办和负责人开设账户；名册由经办导入。", "填写机构信息", "/office"),
        Roles.Clerk or Roles.Director when IsNew => ("新启用的机构：先导入名册，再登记收文和申请。", "导入名册", "/registry/import"),
        Roles.Administrator => ("账户、机构信息和通知发送由您维护。", "账户", "/accounts"),
        Roles.Security => ("待确认的岗位、锁定的账户和登录失败由您处理。", "登录安全", "/accounts/security"),
        Roles.Applicant => ("入库申请由您本人填写，办到哪一步在申请里查看。", "我的申请", "/joining"),
        Roles.Auditor => ("办理经过逐条留痕，供您查阅。", "留痕", "/journal"),
        _ => null,
    };

    public bool IsBureau => officer.Role is Roles.Section or Roles.Bureau;

    /// <summary>For director and bureau; null for everybody else.</summary>
    public int? Shortages { get; private set; }

    /// <summary>The authority that holds today; null for whoever acts for nobody.</summary>
    public ActingToday? Acting { get; private set; }

    /// <summary>Postings whose window is over wait for the centre above the list.</summary>
    public bool HasPostings { get; private set; }

    public DateTime NowUtc => clock.UtcNow;

    public string TodayText => Show.FullDay(clock.Today);

    public async Task OnGetAsync(CancellationToken ct)
    {
        IsNew = officer.Role is Roles.Administrator or Roles.Clerk or Roles.Director && !await db.Memberships.AnyAsync(ct);
        var lists = new HomeLists(db, officer, clock);
        var rules = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Assignment;
        Total = await lists.Mine().CountAsync(ct);
        Items = [.. (await lists.FirstAsync(lists.Mine(), Shown, ct)).Select(c => TodoItem.For(c, officer.Role, rules))];
        Shortages = officer.Role is Roles.Director or Roles.Bureau ? await lists.ShortagesAsync(ct) : null;
        if (IsCentre)
        {
            Elsewhere = await HangingAsync(lists, lists.Elsewhere(), rules, ct);
            HasPostings = await lists.HasPostingsAsync(ct);
        }

        if (officer.Role == Roles.Clerk)
        {
            Acting = await AuthorityCheck.InForce(db, officer.Id, clock.Today).OrderBy(a => a.LastDay)
                .Select(a => new ActingToday(a.Id, AuthorityWords.Signatures(db).Where(s => s.Id == a.Id).Select(s => s.Text).First(), a.LastDay)).FirstOrDefaultAsync(ct);
        }

        if (officer.Role == Roles.Director && await db.Memberships.CountAsync(m => m.LeftOn == null, ct) is > 0 and <= StrengthReader.SmallOffice)
        {
            NobodyFor = [.. (await strength.ReadAsync(officer.OfficeId, ct)).Where(row => row.Line.IsNobody).Select(row => row.Kind)];
        }

        if (IsBureau)
        {
            var collective = await lists.CollectiveAsync(rules, ct);
            Collective = new([.. collective.Take(Shown).Select(c => HangingItem.For(c, rules))], collective.Count, collective.Count(c => c.NextDueAtUtc <= NowUtc));
            Overdue = await HangingAsync(lists, lists.Overdue(), rules, ct);
        }
    }

    private async Task<HangingList> HangingAsync(HomeLists lists, IQueryable<AidCase> cases, AssignmentRules rules, CancellationToken ct) => new(
        [.. (await lists.FirstAsync(cases, Shown, ct)).Select(c => HangingItem.For(c, rules))],
        await cases.CountAsync(ct),
        await cases.CountAsync(c => c.NextDueAtUtc <= clock.UtcNow, ct));
}

/// <summary>In whose stead somebody decides, and until when.</summary>
public sealed record ActingToday(Guid Id, string Signature, DateOnly LastDay);

/// <summary>The first of the cases that wait for somebody else, how many there are, and how many of them are overdue.</summary>
public sealed record HangingList(IReadOnlyList<HangingItem> Items, int Total, int Overdue)
{
    public static HangingList None { get; } = new([], 0, 0);
}
