using LegalAid.Store.Documents;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Intake;

/// <summary>The incoming register stands in the order of its numbers, whenever a letter was received, and no page repeats or drops one.</summary>
public sealed class LetterRegisterTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_newest_number_stands_first_whatever_the_hour_of_receipt()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await CopiesAsync((await clerk.SubmitAsync("/intake/letters/new", TestData.Letter("（2026）渝0109刑初901号", "2026-6-17 9:00"))).Location!);

        List<string> numbers = [.. await NumbersAsync(clerk, 1), .. await NumbersAsync(clerk, 2)];

        Assert.Equal([Number(2026, 1000), Number(2026, 999)], numbers[..2]);
        Assert.Equal([.. Enumerable.Range(950, 51).Reverse().Select(n => Number(2026, n)), Number(2026, 1), Number(2025, 1002)], numbers);
    }

    private static string Number(int year, int number) => DocumentNumbers.Format("", DocumentKind.IncomingLetter, year, number);

    private static async Task<List<string>> NumbersAsync(Visitor clerk, int page) =>
        [.. (await clerk.OpenAsync($"/intake/letters?p={page}")).Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim())];

    // 53 letters in all, each with its case; those registered later were received earlier, most of them in one minute.
    private Task<int> CopiesAsync(string caseUrl) => app.InDbAsync(async db =>
    {
        var caseId = Guid.Parse(caseUrl["/cases/".Length..]);
        var first = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId);
        var receivedAt = new DateTime(2026, 6, 16, 1, 0, 0, DateTimeKind.Utc);
        foreach (var (year, number, at) in Enumerable.Range(950, 51).Select(n => (2026, n, receivedAt.AddHours(n < 975 ? 0 : -n))).Append((2025, 1002, receivedAt.AddHours(5))))
        {
            var letter = Letter(year, number, at);
            db.AddRange(letter, CaseOf(letter, first, $"{year}-9{number:0000}"));
        }

        return await db.SaveChangesAsync();
    });

    private IncomingLetter Letter(int year, int number, DateTime receivedAtUtc) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = app.OfficeId,
        RegisterNumber = Number(year, number),
        LetterNumber = $"（{year}）渝0109刑初{number}号",
        Authority = "重庆市北碚区人民法院",
        AuthorityKind = AuthorityKind.Court,
        ReceivedAtUtc = receivedAtUtc,
        RegisteredAtUtc = app.Clock.UtcNow,
    };

    private AidCase CaseOf(IncomingLetter letter, AidCase like, string number) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = app.OfficeId,
        Number = number,
        Source = like.Source,
        Kind = like.Kind,
        Stage = like.Stage,
        Cause = like.Cause,
        ReceivedAtUtc = letter.ReceivedAtUtc,
        LetterId = letter.Id,
        HardshipBasis = like.HardshipBasis,
        Flags = like.Flags,
        Headcount = 1,
        Status = like.Status,
    };
}
