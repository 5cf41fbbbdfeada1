using System.Net;
using System.Text.RegularExpressions;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Web.Tests.Access.Canaries;

/// <summary>Every role of one office looks everywhere it can and asks for everything of the other; nothing of the other's shows.</summary>
public sealed partial class CanaryCrawlTests(TwoOfficesApp app) : IClassFixture<TwoOfficesApp>
{
    public static TheoryData<string, string, int, int> Crawlers()
    {
        // How many pages at least show the own marks, and how many lists are taken away; so the crawl is known to look at something.
        var rows = new TheoryData<string, string, int, int>();
        foreach (var office in (string[])["BB", "WZ"])
        {
            rows.Add(office, Roles.Clerk, 30, 8);
            rows.Add(office, Roles.Director, 30, 8);
            rows.Add(office, Roles.Section, 15, 6);
            rows.Add(office, Roles.Bureau, 15, 6);
            rows.Add(office, Roles.FirmAdministrator, 3, 1);
            rows.Add(office, Roles.Practitioner, 3, 1);
            rows.Add(office, Roles.Administrator, 3, 1);
            rows.Add(office, Roles.Station, 2, 1);
            rows.Add(office, Roles.Reviewer, 1, 0);
            rows.Add(office, Roles.Recipient, 1, 0);
            rows.Add(office, Roles.Applicant, 0, 0);      // has nothing yet
            rows.Add(office, Roles.Security, 3, 1);
            rows.Add(office, Roles.Auditor, 1, 1);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Crawlers))]
    public async Task Nothing_of_the_other_office_shows_anywhere(string office, string role, int ownPages, int lists)
    {
        var (own, other) = await app.OfficesAsync(office);
        var visitor = await SignedInAsync(role, own);
        var shown = new List<string>();

        var crawl = await Crawl.FromHomeAsync(visitor);
        shown.AddRange(crawl.Pages.Where(page => other.Canary.IsIn(page.Value)).Select(page => page.Key));
        shown.AddRange(crawl.Pages.Where(page => page.Value.Status is not (HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.Forbidden)).Select(page => $"{page.Key} {page.Value.Status}"));
        var seen = crawl.Pages.Count(page => own.Canary.IsIn(page.Value));
        Assert.True(seen >= ownPages, $"Only {seen} of {crawl.Pages.Count} pages show the own office's marks: {string.Join(' ', crawl.Pages.Keys)}");

        shown.AddRange(await AskedForAsync(visitor, crawl, role, own, other));
        shown.AddRange(await SearchedAsync(visitor, crawl, own, other));
        shown.AddRange(await TakenAwayAsync(visitor, crawl, own, other, lists));
        Assert.True(shown.Count == 0, string.Join('\n', shown));
    }

    [Fact]
    public async Task Every_free_text_column_carries_a_mark() => Assert.Empty(await app.InDbAsync(db => Task.FromResult(FreeTexts.Unknown(db).ToList())));

    // Every address the own office has, and every one of the table, with the other's ids instead; opened, and sent to.
    private static async Task<List<string>> AskedForAsync(Visitor visitor, Crawl crawl, string role, CanaryOffice own, CanaryOffice other)
    {
        var shown = new List<string>();
        var token = await visitor.TokenAsync();
        var addresses = crawl.Pages.Keys.Select(url => Exchanged(url, own, other)).OfType<string>().Concat(OfTheTable(other)).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(addresses.Count > 30);
        foreach (var url in addresses)
        {
            var opened = await crawl.ReadAsync(url);
            var sent = await visitor.PostAsync(url, [token, ("__key", Guid.CreateVersion7().ToString()), ("Form.Reason", "试"), ("Form.InstitutionId", other.InstitutionId.ToString())]);
            var withoutToken = await visitor.PostAsync(url, []);
            shown.AddRange(new[] { ("opened", opened), ("sent", sent), ("without token", withoutToken) }.Where(asked => other.Canary.IsIn(asked.Item2) || asked.Item2.Status == HttpStatusCode.InternalServerError)
                .Select(asked => $"{role} {url} {asked.Item1}: {asked.Item2.Status}"));
            if (GuidInPath().IsMatch(url.Split('?')[0]) && opened.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
            {
                shown.Add($"{role} {url} {opened.Status}");
            }
        }

        return shown;
    }

    private static async Task<List<string>> SearchedAsync(Visitor visitor, Crawl crawl, CanaryOffice own, CanaryOffice other)
    {
        var shown = new List<string>();
        var found = 0;
        var boxes = crawl.Pages.Where(page => page.Value.Document.QuerySelector("main form[method=post] [name=q][type=search]") is not null).Select(page => page.Key.Split('?')[0]).Distinct(StringComparer.Ordinal).ToList();
        foreach (var url in boxes)
        {
            foreach (var text in other.Canary.Searches)
            {
                var answer = await visitor.SubmitAsync(url, ("q", text));
                shown.AddRange(other.Canary.IsIn(answer, searched: text) ? [$"{url} for {text}"] : Array.Empty<string>());
            }

            foreach (var text in own.Canary.Searches)
            {
                found += own.Canary.IsIn(await visitor.SubmitAsync(url, ("q", text)), searched: text) ? 1 : 0;
            }
        }

        Assert.True(boxes.Count == 0 || found >= boxes.Count, $"{found} of the own searches found something in {boxes.Count} boxes.");
        return shown;
    }

    private static async Task<List<string>> TakenAwayAsync(Visitor visitor, Crawl crawl, CanaryOffice own, CanaryOffice other, int lists)
    {
        var shown = new List<string>();
        var urls = crawl.Pages.Where(page => page.Value.Document.QuerySelector("form.export") is not null).Select(page => page.Key).ToList();
        foreach (var url in urls)
        {
            var searchable = crawl.Pages[url].Document.QuerySelector("main form[method=post] [name=q][type=search]") is not null;
            foreach (var text in searchable ? [null, .. other.Canary.Searches] : new string?[] { null })
            {
                var (status, _, content) = await visitor.ExportAsync(url, text is null ? [] : [("q", text)]);
                Assert.Equal(HttpStatusCode.OK, status);
                var cells = Crawl.TextOf(content);
                shown.AddRange(other.Canary.IsIn(cells, cells, text) ? [$"{url} as a workbook for {text}"] : Array.Empty<string>());
                lists -= text is null && own.Canary.IsIn(cells, cells) ? 1 : 0;
            }
        }

        Assert.True(lists <= 0, $"{lists} workbooks too few hold the own marks: {string.Join(' ', urls)}");
        return shown;
    }

    private static string? Exchanged(string url, CanaryOffice own, CanaryOffice other)
    {
        var exchanged = own.Ids.Aggregate(url, (text, kind) => kind.Value.Aggregate(text, (now, id) =>
            other.Ids.GetValueOrDefault(kind.Key) is [var theirs, ..] ? now.Replace(id.ToString(), theirs.ToString(), StringComparison.Ordinal) : now));
        return exchanged == url ? null : exchanged;
    }

    private static IEnumerable<string> OfTheTable(CanaryOffice other) =>
        from row in EndpointTable.Rows
        where row.Pattern.Contains(":guid}", StringComparison.Ordinal)
        from id in other.Ids[KindOf(row.Pattern)]
        select "/" + FirstId().Replace(row.Pattern, id.ToString(), 1).Replace("{absenceId:guid}", other.Ids["Absence"][0].ToString(), StringComparison.Ordinal);

    private static string KindOf(string pattern) => pattern switch
    {
        _ when pattern.StartsWith("cases/parties/", StringComparison.Ordinal) => "CaseParty",
        _ when pattern.StartsWith("recusals/", StringComparison.Ordinal) => "Recusal",
        _ when pattern.StartsWith("authority/", StringComparison.Ordinal) => "ActingAuthority",
        _ when pattern.StartsWith("ranking/colours/", StringComparison.Ordinal) => "ColourList",
        _ when pattern.StartsWith("training/proofs/", StringComparison.Ordinal) => "TrainingAttendance",
        _ when pattern.StartsWith("training/questions/", StringComparison.Ordinal) => "ExamQuestion",
        _ when pattern.StartsWith("training/exams/", StringComparison.Ordinal) => "Exam",
        _ when pattern.StartsWith("training/", StringComparison.Ordinal) => "TrainingEvent",
        _ when pattern.StartsWith("my/", StringComparison.Ordinal) => "AidCase",
        _ when pattern.StartsWith("reviews/", StringComparison.Ordinal) => "CaseReview",
        _ when pattern.StartsWith("conduct/", StringComparison.Ordinal) => "ConductMatter",
        _ when pattern.StartsWith("corps/proposals/", StringComparison.Ordinal) => "CorpsProposal",
        _ when pattern.StartsWith("corps/people/", StringComparison.Ordinal) => "Membership",
        _ when pattern.StartsWith("stations/", StringComparison.Ordinal) => "Station",
        _ when pattern.StartsWith("keys/", StringComparison.Ordinal) => "ApiKey",
        _ when pattern.StartsWith("inbox/", StringComparison.Ordinal) => "Notice",
        _ when pattern.StartsWith("notices/", StringComparison.Ordinal) => "NoticeSending",
        _ when pattern.StartsWith("fairness/lottery/", StringComparison.Ordinal) => "LotteryDraw",
        _ when pattern.StartsWith("cases/", StringComparison.Ordinal) || pattern.StartsWith("assignment/cases/", StringComparison.Ordinal) => "AidCase",
        _ when pattern.StartsWith("assignment/", StringComparison.Ordinal) => "CaseAssignment",
        _ when pattern.StartsWith("intake/letters/", StringComparison.Ordinal) => "IncomingLetter",
        _ when pattern.StartsWith("registry/leaves/", StringComparison.Ordinal) || pattern.StartsWith("registry/mine/leave/", StringComparison.Ordinal) => "LeaveRequest",
        _ when pattern.StartsWith("registry/exits/", StringComparison.Ordinal) => "PoolExit",
        _ when pattern.StartsWith("registry/files/", StringComparison.Ordinal) => "PoolExit",
        _ when pattern.StartsWith("registry/removals/", StringComparison.Ordinal) => "RemovalProposal",
        _ when pattern.StartsWith("registry/records/", StringComparison.Ordinal) || pattern.StartsWith("registry/licences/", StringComparison.Ordinal) => "RegistryUpload",
        _ when pattern.StartsWith("registry/merges/", StringComparison.Ordinal) => "MemberMerge",
        _ when pattern.StartsWith("registry/updates/", StringComparison.Ordinal) => "EntryUpdate",
        _ when pattern.StartsWith("registry/changes/", StringComparison.Ordinal) => "PlannedChange",
        _ when pattern.StartsWith("registry/matters/", StringComparison.Ordinal) => "PriorMatter",
        _ when pattern.StartsWith("registry/renewals/", StringComparison.Ordinal) => "Renewal",
        _ when pattern.StartsWith("disclosure/lists/", StringComparison.Ordinal) => "ListPublication",
        _ when pattern.StartsWith("disclosure/feedback/", StringComparison.Ordinal) => "ListFeedback",
        _ when pattern.StartsWith("public/", StringComparison.Ordinal) => "ListPublication",
        _ when pattern.StartsWith("registry/people/", StringComparison.Ordinal) => "Membership",
        _ when pattern.StartsWith("registry/objections/", StringComparison.Ordinal) => "ResultObjection",
        _ when pattern.StartsWith("registry/institutions/", StringComparison.Ordinal) => "Institution",
        _ when pattern.StartsWith("registry/rounds/", StringComparison.Ordinal) || pattern.StartsWith("joining/rounds/", StringComparison.Ordinal) || pattern.StartsWith("join/", StringComparison.Ordinal) => "RecruitmentRound",
        _ when pattern.StartsWith("joining/papers/", StringComparison.Ordinal) => "ApplicationPaper",
        _ when pattern.StartsWith("registry/applications/", StringComparison.Ordinal) || pattern.StartsWith("joining/", StringComparison.Ordinal) => "PoolApplication",
        _ when pattern.StartsWith("registry/import/", StringComparison.Ordinal) || pattern.StartsWith("registry/enrolment/", StringComparison.Ordinal) || pattern.StartsWith("registry/golive/", StringComparison.Ordinal) => "RegistryUpload",
        _ when pattern.StartsWith("accounts/requests/", StringComparison.Ordinal) => "RoleRequest",
        _ when pattern.StartsWith("accounts/", StringComparison.Ordinal) => "Officer",
        _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "Of which kind is its id?"),
    };

    private Task<Visitor> SignedInAsync(string role, CanaryOffice own) => role switch
    {
        Roles.FirmAdministrator => app.AsAsync(role, own.OfficeId, institutionId: own.InstitutionId),
        Roles.Recipient => app.AsAsync(role, own.OfficeId, partyId: own.PartyId),
        Roles.Practitioner => app.AsAsync(role, own.OfficeId, membershipId: own.MemberId),
        _ => app.AsAsync(role, own.OfficeId),
    };

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-", RegexOptions.None, 1000)]
    private static partial Regex GuidInPath();

    [GeneratedRegex(@"\{\w+:guid\}", RegexOptions.None, 1000)]
    private static partial Regex FirstId();
}
