using LegalAid.Rules.Registry;
using LegalAid.Rules.Training;
using Xunit;

namespace LegalAid.Rules.Tests.Training;

/// <summary>Who comes to a training as what, and how cadres are typed.</summary>
public sealed class AttendeesTests
{
    [Theory]
    [Clause("TL-4.2a")]
    [InlineData(PractitionerKind.Lawyer, false, AttendeeGroup.Lawyers)]
    [InlineData(PractitionerKind.PublicLawyer, false, AttendeeGroup.Lawyers)]
    [InlineData(PractitionerKind.CompanyLawyer, false, AttendeeGroup.Lawyers)]
    [InlineData(PractitionerKind.LegalWorker, false, AttendeeGroup.LegalWorkers)]
    [InlineData(PractitionerKind.Volunteer, false, AttendeeGroup.Others)]
    [InlineData(PractitionerKind.CentreStaff, false, AttendeeGroup.Others)]
    [InlineData(null, false, AttendeeGroup.Cadres)]
    [InlineData(null, true, AttendeeGroup.Corps)]
    public void Lawyers_basic_level_workers_and_cadres_are_told_apart(PractitionerKind? kind, bool fromCorps, AttendeeGroup group) => Assert.Equal(group, Attendees.GroupOf(kind, fromCorps));

    [Theory]
    [InlineData("周所一 柳荫司法所", "", "周所一/柳荫司法所")]
    [InlineData("周所一\t柳荫司法所\r\n郑所二，东城司法所", "", "周所一/柳荫司法所 郑所二/东城司法所")]     // pasted from a sheet, and typed
    [InlineData("周所一\n\n郑所二 东城司法所", "铜梁区司法局", "周所一/铜梁区司法局 郑所二/东城司法所")]
    [InlineData("周所一 柳荫司法所\n周所一 柳荫司法所", "", "周所一/柳荫司法所")]
    public void A_line_names_a_cadre_and_the_unit(string typed, string unitOfAll, string read) =>
        Assert.Equal(read, string.Join(' ', Attendees.Read(typed, unitOfAll).Value!.Cadres.Select(cadre => $"{cadre.Name}/{cadre.Unit}")));

    [Theory]
    [InlineData("", "铜梁区司法局", "no-cadres", "请写明")]
    [InlineData("周所一 柳荫司法所\n郑所二", "", "cadre-line", "第 2 行没有写单位")]
    public void What_cannot_be_read_is_refused_with_its_line(string typed, string unitOfAll, string code, string said)
    {
        var refusal = Attendees.Read(typed, unitOfAll).Refusal!;

        Assert.Equal(code, refusal.Code);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, 60, 200, "")]
    [InlineData(41, 60, 1, "cadre-line")]
    [InlineData(40, 61, 1, "cadre-line")]
    [InlineData(1, 1, 201, "too-many-cadres")]
    public void Names_units_and_lists_have_an_end(int name, int unit, int lines, string code) =>
        Assert.Equal(code, Attendees.Read(string.Join('\n', Enumerable.Repeat($"{new string('周', name)} {new string('所', unit)}", lines)), null).Refusal?.Code ?? "");
}
