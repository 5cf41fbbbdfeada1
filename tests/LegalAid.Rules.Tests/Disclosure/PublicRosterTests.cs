using LegalAid.Rules.Common;
using LegalAid.Rules.Disclosure;
using Xunit;

namespace LegalAid.Rules.Tests.Disclosure;

public sealed class PublicRosterTests
{
    private static readonly DateOnly Today = new(2026, 6, 17);

    private static readonly PublicRosterRules Rules = new(
        new([RosterField.Name, RosterField.Sex, RosterField.Age, RosterField.PracticeYears, RosterField.Specialities], "WZ-8.1"), new(true, "WZ-8.1"),
        new([RosterField.Name, RosterField.Specialities], "WZ-8.1"), new(7, PeriodUnit.Days, true, "WZ-8.3"), new(true, "WZ-8.3"));

    [Theory]
    [InlineData(true, "名某 女 41 岁 10 年 婚姻、劳动")]
    [InlineData(false, "名某 - - - 婚姻、劳动")]
    [Clause("WZ-8.1")]
    public void The_list_shows_the_five_fields_and_of_who_has_not_agreed_name_and_speciality(bool consents, string expected)
    {
        ListedMember member = new("名某", "女", new(1985, 3, 1), 10, ["婚姻", "劳动"], consents);

        Assert.Equal(expected, string.Join(' ', Enum.GetValues<RosterField>().Select(field => PublicRoster.TextOf(member, field, Rules, Today) ?? "-")));
    }

    [Theory]
    [InlineData("1985-06-17", 41)]
    [InlineData("1985-06-18", 40)]
    [InlineData("1984-02-29", 42)]
    public void Age_is_counted_in_full_years(string born, int age) => Assert.Equal(age, PublicRoster.AgeOn(DateOnly.Parse(born), Today));

    [Theory]
    [InlineData("2026-02-28", 41)]
    [InlineData("2026-03-01", 42)]
    public void Who_was_born_on_a_leap_day_is_older_on_the_first_of_March(string day, int age) => Assert.Equal(age, PublicRoster.AgeOn(new(1984, 2, 29), DateOnly.Parse(day)));
}
