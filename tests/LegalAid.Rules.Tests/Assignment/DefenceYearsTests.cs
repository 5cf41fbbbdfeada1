using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>Three years of criminal defence, not of practice alone, where life or death is at stake (REG-26). The deciding day is 17 June 2026.</summary>
public sealed class DefenceYearsTests
{
    [Theory]
    [Clause("REG-26")]
    [InlineData("2023-06-17", UnknownYears.Warn, "")]                                             // three years to the day
    [InlineData("2023-06-18", UnknownYears.Warn, "practitioner-defence-years:REG-26")]            // one day short, however long in practice
    [InlineData(null, UnknownYears.Warn, "")]                                                     // not known: told, and passed over with a reason
    [InlineData(null, UnknownYears.Refuse, "practitioner-defence-unknown:REG-26")]
    [InlineData("2023-06-17", UnknownYears.Refuse, "")]
    public void Life_and_death_ask_for_years_of_criminal_defence(string? first, UnknownYears unknown, string refused)
    {
        var person = Lawyer(11) with { FirstCriminalCaseOn = first is null ? null : Day(first) };

        Assert.Equal(refused, Why(person, CaseFlags.LifeOrDeathPenalty, Statute with { LifeSentenceDefenceYears = new(3, "REG-26"), UnknownDefenceYears = new(unknown, "REG-26") }));
        Assert.Equal("", Why(person, CaseFlags.Difficult, Statute with { LifeSentenceDefenceYears = new(3, "REG-26"), UnknownDefenceYears = new(unknown, "REG-26") }));
        Assert.Equal("", Why(person, CaseFlags.LifeOrDeathPenalty, Statute));                     // before the rules of 2023
    }

    [Fact]
    [Clause("REG-26")]
    public void The_refusal_tells_the_years_it_counted()
    {
        var view = View(CaseFlags.LifeOrDeathPenalty, Statute with { LifeSentenceDefenceYears = new(3, "REG-26") });

        Assert.Equal("首件刑事案件2023-06-18，至2026-06-17满2年", Gates.WhyNotPractitioner(Lawyer(11) with { FirstCriminalCaseOn = Day("2023-06-18") }, A, view)[0].Fact);
    }

    [Theory]
    [Clause("REG-26")]
    [InlineData(UnknownYears.Refuse, "practitioner-defence-unknown:OWN")]
    [InlineData(UnknownYears.Warn, "")]
    public void An_offices_own_book_says_what_follows_where_nothing_is_known(UnknownYears own, string refused)
    {
        var view = View(CaseFlags.LifeOrDeathPenalty, Statute with { LifeSentenceDefenceYears = new(3, "REG-26"), UnknownDefenceYears = new(UnknownYears.Refuse, "REG-26") });

        Assert.Equal(refused, Codes(Gates.WhyNotPractitioner(Lawyer(11) with { FirstCriminalCaseOn = null }, A, view with { Rules = Book with { UnknownDefenceYears = new(own, "OWN") } })));
    }

    [Fact]
    [Clause("CF-18", "REG-26")]
    public void Every_reason_of_the_licence_is_given()
    {
        var view = new GateView(CriminalNotice with { Flags = CaseFlags.Minor }, Here, Day("2026-06-17"), Book, Statute);

        Assert.Equal("practitioner-not-lawyer:LAW-25+BB-11.1 practitioner-minors:REG-26", Codes(Gates.WhyNotPractitioner(LegalWorker(31) with { MinorsSpecialist = false }, A, view)));
    }

    [Theory]
    [Clause("LAW-46")]
    [InlineData(true, "declined-in-vain:LAW-46")]
    [InlineData(false, "institution-set-aside:BB-5.1")]
    public void Who_declined_in_vain_is_told_apart_from_who_was_set_aside(bool inVain, string refused)
    {
        var view = new GateView(Civil with { SetAside = [A.Id], DeclinedInVain = inVain ? [A.Id] : null }, Here, Day("2026-06-17"), Book, Statute);

        Assert.Equal(refused, Codes(Gates.WhyNotInstitution(A, view)));
        Assert.Empty(Gates.WhyNotInstitution(B, view));
    }

    private static string Why(PractitionerFacts person, CaseFlags flags, NationalAssignmentRules statute) => Codes(Gates.WhyNotPractitioner(person, A, View(flags, statute)));

    private static GateView View(CaseFlags flags, NationalAssignmentRules statute) => new(CriminalNotice with { Flags = flags }, Here, Day("2026-06-17"), Book, statute);
}
