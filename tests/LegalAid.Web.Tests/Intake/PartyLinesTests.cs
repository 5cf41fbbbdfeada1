using LegalAid.Web.Access;
using LegalAid.Web.Features.Intake;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Intake;

/// <summary>Parties as people type them, one a line.</summary>
public sealed class PartyLinesTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Number = TestRoster.Identity(new(1990, 1, 1));

    [Theory]
    [InlineData("John Smith", "John Smith")]
    [InlineData("欧阳 娜娜", "欧阳娜娜")]
    [InlineData("张三　李四", "张三李四")]
    [InlineData("Anna Papadopoulopoulos", "Anna Papadopoulopoulos")]     // as long as a number, but no digit
    [InlineData("被害人 2", "被害人2")]
    [InlineData("陈某某", "陈某某")]
    public void A_blank_belongs_to_the_name(string line, string name) => Assert.Equal(new PartyLine(name, false, null), Assert.Single(PartyLines.Read(line).Parties));

    [Theory]
    [InlineData("John Smith {0}", "John Smith")]
    [InlineData("欧阳 娜娜，{0}", "欧阳娜娜")]
    [InlineData("陈某某\t{0} ", "陈某某")]
    [InlineData("陈某某　　{0}", "陈某某")]
    public void A_last_part_that_looks_like_a_number_is_one(string line, string name) =>
        Assert.Equal(new PartyLine(name, false, Number), Assert.Single(PartyLines.Read(line.Replace("{0}", Number, StringComparison.Ordinal)).Parties));

    [Theory]
    [InlineData("陈某某 50010919900101", "应为 18 位")]        // fourteen digits are no name
    [InlineData("陈某某 500109199001010", "身份证号应为18位，现为15位")]
    [InlineData("陈某某 5001091990010100", "身份证号应为18位，现为16位")]
    [InlineData("500109199001010000", "应为 18 位，写在名称之后")]
    [InlineData("张三，李四", "每行只写一个名称")]
    [InlineData("重庆某建筑有限公司 91500109MA5U0000", "统一社会信用代码应为 18 位，现为 16 位")]
    public void What_is_neither_name_nor_number_is_told(string line, string told)
    {
        var (parties, faults) = PartyLines.Read(line);

        Assert.Empty(parties);
        Assert.Contains(told, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("重庆某建筑有限公司 91500109ma5u00000x")]
    [InlineData("重庆某建筑有限公司，９１５００１０９ＭＡ５Ｕ０００００ｘ")]
    [InlineData("重庆某建筑 有限公司 91500109MA5U00000X")]
    public void An_organisation_code_has_one_spelling(string line) =>
        Assert.Equal(new PartyLine("重庆某建筑有限公司", true, "91500109MA5U00000X"), Assert.Single(PartyLines.Read(line).Parties));

    [Fact]
    public async Task Two_spellings_of_a_code_are_one_organisation_in_the_index()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        foreach (var (recipient, opponent) in new[] { ("拼写甲", "重庆拼写有限公司 91500109ma5u00001x"), ("拼写乙", "重庆改名拼写有限公司　９１５００１０９ＭＡ５Ｕ００００１Ｘ") })
        {
            var fields = TestData.Application("2026-6-17 9:00", recipient).Where(field => field.Field != "Form.Opponents");
            Assert.StartsWith("/cases/", (await clerk.SubmitAsync("/intake/applications/new", [.. fields, ("Form.Opponents", opponent)])).Location, StringComparison.Ordinal);
        }

        var indexes = await app.InDbAsync(db => db.CaseParties.Where(party => party.Name.Contains("拼写有限公司")).Select(party => party.IdentityIndex!).ToListAsync());
        Assert.Equal(2, indexes.Count);
        Assert.Equal(indexes[0], indexes[1]);
    }
}
