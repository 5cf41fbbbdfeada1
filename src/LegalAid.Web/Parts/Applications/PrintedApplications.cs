using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Parts;

/// <summary>The application form as it is printed (QJ-F): its rows, and in how many copies (QJ-F.8).</summary>
public sealed record PrintedApplication(string Title, string Office, IReadOnlyList<(string Label, string Value)> Rows, IReadOnlyList<string> Declarations, int Copies)
{
    /// <summary>The photo (QJ-F.1), where one was handed in.</summary>
    public Guid? PhotoId { get; init; }

    /// <summary>Which of the copies one is, and who keeps it (QJ-F.8); null where there is but one.</summary>
    public string? CopyLine(int copy) => Copies > 1 ? $"一式{Copies}份，第{copy}份（{(copy == 1 ? "法律援助机构留存" : "所在机构留存")}）" : null;
}

/// <summary>Draws up the form of an application: the applicant's words, the institution's opinion, and the place for the centre's.</summary>
public sealed class PrintedApplications(AidDb db, OfficeClock clock)
{
    private const string Unsealed = "（盖章）　　　　年　　月　　日";
    private const string Unsigned = "（签章）　　　　年　　月　　日";

    /// <param name="view">The application.</param>
    /// <param name="insideCentre">Whether the reader knows the centre's decision before it is published.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<PrintedApplication> ReadAsync(ApplicationView view, bool insideCentre, CancellationToken ct)
    {
        var office = await db.Offices.AsNoTracking().SingleAsync(o => o.Id == view.Application.OfficeId, ct);
        return new(
            $"{office.Name}法律援助人员入库申请表",
            office.Name,
            [.. Person(view), .. Wishes(view), .. Past(view), .. Opinions(view), ("法律援助机构意见", insideCentre || view.ResultIsTold ? Decision(view, office.Name) : Unsealed)],
            [.. ApplicationRules.Declarations(view.Application.As, view.Rules).Select(d => d.Text)],
            ApplicationRules.PrintedForms(view.Rules))
        {
            PhotoId = view.Papers.FirstOrDefault(paper => paper.Kind == ApplicationPaperKind.Photo)?.Id,
        };
    }

    private IEnumerable<(string, string)> Person(ApplicationView view)
    {
        var a = view.Application;
        yield return ("姓名", a.Name);
        yield return ("性别", a.Gender ?? "");
        yield return ("出生日期", Day(a.BornOn));
        yield return ("身份证号", view.Identity);
        if (ApplicationRules.HasForm(view.Rules))
        {
            yield return ("政治面貌", view.PoliticalStatus ?? "");
        }

        yield return ("学历", a.Education ?? "");
        yield return ("身份", RecruitmentWords.Of(a.As));
        yield return ("执业单位", view.Employer);
        yield return ("执业证号", a.LicenceNumber ?? "");
        yield return ("执业年限", view.PracticeYears(clock.Today) is { } years ? $"{years} 年（首次执业 {Day(a.FirstLicensedOn)}{(view.CareerYears(clock.Today) is { } told ? $"，执业经历合计 {told} 年" : "")}）" : "");
        yield return ("联系电话", view.Phone);
        yield return ("通讯地址", view.Address);
    }

    private static IEnumerable<(string, string)> Wishes(ApplicationView view) =>
    [
        ("援助意向", RecruitmentWords.Of(view.Application.Intents)),
        view.Rules.Pools is null ? ("是否值班", view.Application.Pools.HasFlag(Pools.Duty) ? "是" : "否") : ("报名的库", RecruitmentWords.Of(view.Application.Pools)),
    ];

    private static IEnumerable<(string, string)> Past(ApplicationView view) =>
    [
        ("执业经历", Lines(view, CareerKind.Employment)),
        ("奖励情况", Lines(view, CareerKind.Award)),
        ("处罚、处分情况", Lines(view, CareerKind.Sanction)),
    ];

    private static IEnumerable<(string, string)> Opinions(ApplicationView view) =>
    [
        ("承诺人", view.Application.DeclaredAtUtc is { } declared ? $"{view.Application.Name}　{Moment(declared)}" : Unsigned),
        ("所在单位意见", view.Application.EndorsedAtUtc is { } endorsed ? $"{view.Application.InstitutionOpinion}\n{view.Employer}（盖章）　{Moment(endorsed)}" : Unsealed),
    ];

    // QJ-F.7: what the vetting found, what was decided and why, the place for the seal and the day.
    private static string Decision(ApplicationView view, string office) => view.Application.DecidedAtUtc is { } decided
        ? $"审核结果：{view.VettingResult ?? "—"}\n意见：{(view.Application.Status == ApplicationStatus.Refused ? "不予入库" : "同意入库")}。{view.Application.DecisionReason}\n{office}（盖章）　{Moment(decided)}"
        : Unsealed;

    private static string Lines(ApplicationView view, CareerKind kind) => view.Career.Where(line => line.Kind == kind).ToList() is { Count: > 0 } lines
        ? string.Join('\n', lines.Select(line => $"{Day(line.FirstDay)}{(line.LastDay is { } last ? $"至{Day(last)}" : kind == CareerKind.Employment ? "至今" : "")}　{line.Statement}"))
        : "无";

    private static string Day(DateOnly? day) => day is { } known ? Show.FullDay(known) : "";

    private static string Moment(DateTime utc) => Day(DateOnly.FromDateTime(OfficeTime.Local(utc)));
}
