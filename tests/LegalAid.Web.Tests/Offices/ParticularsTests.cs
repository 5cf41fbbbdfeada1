using System.Net;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Offices;

/// <summary>What an office's papers say of it is kept in the program; nothing invented stands there from the start.</summary>
public sealed class ParticularsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_new_office_has_no_address_until_its_administrator_writes_one_and_the_journal_keeps_both()
    {
        var administrator = await app.AsAsync(Roles.Administrator);
        var fresh = await app.InDbAsync(db => db.Offices.AsNoTracking().SingleAsync(o => o.Id == app.OfficeId));
        Assert.Null(fresh.ContactLine);
        Assert.Contains("还没有填写地址和电话", (await administrator.OpenAsync("/office")).Text, StringComparison.Ordinal);

        var saved = await administrator.SubmitAsync("/office", ("Form.Name", "重庆市北碚区法律援助中心"), ("Form.Address", "试验路 12号"), ("Form.Phone", "０００-00000000"));

        Assert.Equal("/office", saved.Location);
        var page = await administrator.OpenAsync("/office");
        Assert.Equal("000-00000000", page["[name='Form.Phone']"].GetAttribute("value"));
        var office = await app.InDbAsync(db => db.Offices.AsNoTracking().SingleAsync(o => o.Id == app.OfficeId));
        Assert.Equal("联系地址：试验路12号　电话：000-00000000", office.ContactLine);
        var line = await app.InDbAsync(db => db.Journal.SingleAsync(l => l.Act == Act.OfficeParticularsChanged));
        Assert.Equal((app.OfficeId, "修改机构信息"), (line.SubjectId, Web.Parts.JournalWords.Of(line.Act)));
        Assert.Contains("\"before\":{", line.Details, StringComparison.Ordinal);
        Assert.Contains("试验路12号", line.Details, StringComparison.Ordinal);
        Assert.Contains("没有改动", (await administrator.SubmitAsync("/office")).Text, StringComparison.Ordinal);
        Assert.Null(await app.InDbAsync(db => db.Offices.Where(o => o.Code == "WZ").Select(o => o.Address).SingleAsync()));      // nobody else's
    }

    [Theory]
    [InlineData("", "", HttpStatusCode.BadRequest, "机构名称")]
    [InlineData("某某处", "", HttpStatusCode.UnprocessableEntity, "以“中心”结尾")]
    [InlineData("重庆市北碚区法律援助中心", "找老王", HttpStatusCode.UnprocessableEntity, "电话“找老王”不像电话号码")]
    public async Task What_papers_cannot_say_is_told(string name, string phone, HttpStatusCode status, string told)
    {
        var page = await (await app.AsAsync(Roles.Administrator)).SubmitAsync("/office", ("Form.Name", name), ("Form.Phone", phone));

        Assert.Equal(status, page.Status);
        Assert.Contains(told, page.Text, StringComparison.Ordinal);
        Assert.Equal(name, page["[name='Form.Name']"].GetAttribute("value"));      // what was typed is still there
    }
}
