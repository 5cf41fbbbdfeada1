using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Assignment;

public sealed class HandlerNamingTests
{
    [Theory]
    [Clause("BB-10.2", "BB-10.3")]
    [InlineData(CaseKind.Civil, 1, "11", "")]
    [InlineData(CaseKind.Civil, 1, "11 12", "handler-too-many:BB-10.2+BB-10.3")]
    [InlineData(CaseKind.Administrative, 9, "11 12", "handler-too-many:BB-10.2+BB-10.3")]      // nine are no group
    [InlineData(CaseKind.Civil, 10, "11 12", "")]                                              // ten are
    [InlineData(CaseKind.Civil, 10, "11", "")]                                                 // may have more, need not
    [InlineData(CaseKind.LabourArbitration, 1, "", "handler-missing:BB-10.2")]
    [InlineData(CaseKind.Civil, 10, "11 11", "handler-twice:BB-10.2")]
    [InlineData(CaseKind.Criminal, 1, "11 12", "")]                                            // article ten does not speak of criminal cases
    public void One_handler_a_case_and_more_only_for_a_group(CaseKind kind, int headcount, string handlers, string refused) =>
        Assert.Equal(refused, Why(CriminalApplication with { Kind = kind, Headcount = headcount }, A, handlers));

    [Fact]
    [Clause("BB-2.2", "BB-2.3")]
    public void The_handler_is_one_of_the_institutions_own_people() => Assert.Equal("handler-elsewhere:BB-2.3", Why(Civil, A, "21"));

    [Fact]
    [Clause("BB-2.3", "LAW-26", "CF-20")]
    public void All_gates_are_looked_at_again_on_the_day_of_the_naming()
    {
        var firm = A with
        {
            ClosedOn = Day("2026-06-18"),
            Practitioners = [Lawyer(11) with { FirstLicensedOn = Day("2023-06-19"), Absences = [new(AbsenceKind.PracticeStopped, Day("2026-06-18"))] }],
        };

        Assert.Equal(
            "institution-closed:BB-2.3 practitioner-stopped:CF-20 practitioner-years:LAW-26+BB-11.2",
            Why(CriminalNotice with { Flags = CaseFlags.LifeOrDeathPenalty }, firm, "11"));
    }

    [Fact]
    [Clause("CF-09")]
    public void A_lawyer_of_a_co_defendant_is_never_named()
    {
        var firm = A with { Practitioners = [Lawyer(11) with { Conflicts = [new("CF-09", "2026-0316", "已为同案被告人辩护", Bars: true)] }] };

        Assert.Equal("conflict:CF-09", Why(CriminalNotice, firm, "11"));
    }

    private static string Why(CaseFacts aidCase, InstitutionFacts institution, string handlers) => Codes(HandlerNaming.WhyNotName(new NamingFacts
    {
        NamingDay = Day("2026-06-18"),
        District = Here,
        Case = aidCase,
        Institution = institution,
        HandlerIds = [.. handlers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(h => Id(int.Parse(h)))],
        Rules = Book,
        Statute = Statute,
    }));
}
