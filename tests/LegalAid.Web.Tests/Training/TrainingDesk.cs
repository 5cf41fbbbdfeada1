using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Training;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Training;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Parts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Training;

/// <summary>The vocabulary of tests on trainings and exams.</summary>
internal static class TrainingDesk
{
    public static byte[] Pdf { get; } = [.. "%PDF-1.7\n"u8, .. new byte[64]];

    /// <summary>Plans a training on 18 June 2026 from 9:00 to 12:00, three hours, and gives its address.</summary>
    public static async Task<string> PlannedAsync(this TestApp app, params (string Field, string Value)[] but)
    {
        var planned = await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/training/new", [.. Fields.Where(field => but.All(other => other.Field != field.Field)), .. but]);
        Assert.True(planned.Status == HttpStatusCode.Found, planned.Text);
        return planned.Location!;
    }

    public static Guid IdOf(string url) => Guid.Parse(url.Split('/')[^1]);

    public static Task<Visitor> AsMemberAsync(this TestApp app, Membership member) => app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id);

    public static async Task<Membership> LawyerAsync(this TestApp app, string name, Action<Membership>? but = null) =>
        await app.MemberAsync(name, await app.InstitutionAsync($"浙江{name}律师事务所", InstitutionKind.LawFirm), but);

    /// <summary>The code that stands on the screen at a moment of the office's clock.</summary>
    public static string CodeAt(this TestApp app, string url, DateTime local)
    {
        using var scope = app.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<SignInCodes>().Of(IdOf(url), SignInCode.StepOf(LegalAid.Store.OfficeClock.ToUtc(local)));
    }

    /// <summary>A workbook of questions: 题型、题干、A、B、C、答案.</summary>
    public static byte[] Workbook(params string[][] rows) => RawWorkbook.WithRows(
        string.Concat(rows.Prepend(["题型", "题干", "选项A", "选项B", "选项C", "答案"]).Select((cells, place) => $"<row r='{place + 1}'>{string.Concat(cells.Select(Cell))}</row>"))).ToFile();

    private static string Cell(string text) => text.Length == 0 ? "<c/>" : $"<c t='inlineStr'><is><t>{WebUtility.HtmlEncode(text)}</t></is></c>";

    private static readonly (string Field, string Value)[] Fields =
    [
        ("Form.Title", "刑事法律援助实务"), ("Form.Place", "二楼会议室"), ("Form.Lecturer", "市司法局"), ("Form.StartsAtUtc", "2026-6-18 9:00"), ("Form.EndsAtUtc", "2026-6-18 12:00"), ("Form.Hours", "3"), ("Form.Invited", "Everybody"),
    ];
}
