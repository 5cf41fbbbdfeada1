using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>Each row: what is wrong, and the code and clauses of the refusal; "" passes. The deciding day is 17 June 2026.</summary>
public sealed class GatesTests
{
    [Theory]
    [Clause("LAW-26", "BB-11.2", "REG-26")]
    [InlineData(CaseFlags.LifeOrDeathPenalty, "2023-06-17", 10, "")]                                            // three years to the day: 以上 includes it
    [InlineData(CaseFlags.LifeOrDeathPenalty, "2023-06-18", 10, "practitioner-years:LAW-26+BB-11.2")]           // one day short
    [InlineData(CaseFlags.LifeOrDeathPenalty, "2023-06-17", 9, "practitioner-criminal-cases:BB-11.2")]          // one case short
    [InlineData(CaseFlags.LifeOrDeathPenalty, "2025-01-02", 0, "practitioner-years:LAW-26+BB-11.2 practitioner-criminal-cases:BB-11.2")]  // every reason, not the first
    [InlineData(CaseFlags.SocialImpact, "2023-06-18", 10, "practitioner-years:BB-11.2")]                        // only the office's text asks here
    [InlineData(CaseFlags.Difficult, "2023-06-18", 10, "practitioner-years:BB-11.2")]
    [InlineData(CaseFlags.Difficult, "2023-06-17", 10, "")]
    [InlineData(CaseFlags.InCustody, "2026-06-17", 0, "")]                                                      // an ordinary case asks for nothing
    public void A_grave_criminal_case_needs_years_and_cases(CaseFlags flags, string firstLicensed, int criminalCases, string refused)
    {
        var person = Lawyer(11) with { FirstLicensedOn = Day(firstLicensed), CriminalCases = criminalCases };

        Assert.Equal(refused, Why(person, CriminalNotice with { Flags = flags }));
    }

    [Theory]
    [Clause("LAW-25", "BB-11.1")]
    [InlineData(PractitionerKind.Lawyer, "", "")]
    [InlineData(PractitionerKind.PublicLawyer, "", "")]             // the law asks for a lawyer, not for a law firm
    [InlineData(PractitionerKind.CompanyLawyer, "", "")]
    [InlineData(PractitionerKind.LegalWorker, "practitioner-not-lawyer:LAW-25+BB-11.1", "institution-not-law-firm:LAW-25+BB-11.1")]
    [InlineData(PractitionerKind.CentreStaff, "practitioner-not-lawyer:LAW-25+BB-11.1", "institution-not-law-firm:LAW-25+BB-11.1")]
    [InlineData(PractitionerKind.Volunteer, "practitioner-volunteer:LAW-17 practitioner-not-lawyer:LAW-25+BB-11.1", "institution-not-law-firm:LAW-25+BB-11.1")]
    public void Whoever_is_a_lawyer_defends_with_a_firm_or_without(PractitionerKind kind, string person, string institution)
    {
        var home = A with { Kind = RosterAdmission.HomeOf(kind) };

        Assert.Equal(person, Codes(Gates.WhyNotPractitioner(Lawyer(11) with { Kind = kind }, home, View(CriminalNotice))));
        Assert.Equal(institution, Codes(Gates.WhyNotInstitution(home, View(CriminalNotice))));
        Assert.Equal("", Codes(Gates.WhyNotInstitution(home, View(Civil))));
    }

    [Theory]
    [Clause("LAW-26")]
    [InlineData(CaseStage.DeathPenaltyReview, NotificationGround.OtherByLaw, true)]
    [InlineData(CaseStage.FirstInstance, NotificationGround.LifeOrDeathPenalty, true)]
    [InlineData(CaseStage.FirstInstance, NotificationGround.DeathPenaltyReviewOnRequest, true)]
    [InlineData(CaseStage.FirstInstance, NotificationGround.OptionalOrdinaryProcedure, false)]
    public void Stage_and_ground_alone_show_that_life_or_death_is_at_stake(CaseStage stage, NotificationGround ground, bool grave)
    {
        var novice = Lawyer(11) with { FirstLicensedOn = Day("2024-01-02") };

        Assert.Equal(grave ? "practitioner-years:LAW-26+BB-11.2" : "", Why(novice, CriminalNotice with { Stage = stage, Ground = ground }));
    }

    [Theory]
    [Clause("BB-11.2", "LAW-26")]
    [InlineData(5, 3, "2022-06-17", "practitioner-years:BB-11.2")]            // four years: the office asks for five, the statute is met
    [InlineData(5, 3, "2021-06-17", "")]
    [InlineData(0, 3, "2024-06-17", "practitioner-years:LAW-26")]             // an office that asks for none does not lower the statute
    public void Office_and_statute_are_asked_apart(int office, int statute, string firstLicensed, string refused)
    {
        var view = View(CriminalNotice with { Flags = CaseFlags.LifeOrDeathPenalty }) with
        {
            Rules = Book with { GraveCaseMinYears = new(office, "BB-11.2") },
            Statute = Statute with { LifeSentenceMinYears = new(statute, "LAW-26") },
        };

        Assert.Equal(refused, Codes(Gates.WhyNotPractitioner(Lawyer(11) with { FirstLicensedOn = Day(firstLicensed) }, A, view)));
    }

    [Theory]
    [Clause("BB-11.2")]
    [InlineData("2023-06-18", "首次执业2023-06-18，至2026-06-17满2年")]
    [InlineData("2025-06-17", "首次执业2025-06-17，至2026-06-17满1年")]      // the anniversary itself completes the year
    public void The_refusal_tells_the_years_it_counted(string firstLicensed, string fact)
    {
        var refusals = Gates.WhyNotPractitioner(Lawyer(11) with { FirstLicensedOn = Day(firstLicensed) }, A, View(CriminalNotice with { Flags = CaseFlags.Difficult }));

        Assert.Equal(fact, refusals[0].Fact);
    }

    [Theory]
    [InlineData("2024-02-29", "2027-02-27", false)]
    [InlineData("2024-02-29", "2027-02-28", true)]      // the 29th has its anniversary on the 28th
    public void The_leap_day_has_an_anniversary_too(string firstLicensed, string day, bool fit)
    {
        var view = View(CriminalNotice with { Flags = CaseFlags.Difficult }) with { Day = Day(day) };

        Assert.Equal(fit, Gates.WhyNotPractitioner(Lawyer(11) with { FirstLicensedOn = Day(firstLicensed) }, A, view).Count == 0);
    }

    [Fact]
    [Clause("BB-11.2")]
    public void A_difficult_civil_case_asks_for_no_defender() =>
        Assert.Equal("", Why(LegalWorker(31) with { FirstLicensedOn = Day("2026-01-02"), CriminalCases = 0 }, Civil with { Flags = CaseFlags.Difficult }));

    [Theory]
    [Clause("LAW-25", "BB-11.1", "CF-18")]
    [InlineData(CaseKind.Criminal, "practitioner-not-lawyer:LAW-25+BB-11.1")]
    [InlineData(CaseKind.Civil, "")]
    [InlineData(CaseKind.Administrative, "")]
    [InlineData(CaseKind.LabourArbitration, "")]
    [InlineData(CaseKind.NonLitigation, "")]
    public void A_legal_worker_never_defends(CaseKind kind, string refused) => Assert.Equal(refused, Why(LegalWorker(31), Civil with { Kind = kind }));

    [Theory]
    [Clause("REG-26")]
    [InlineData(CaseKind.Criminal, CaseFlags.Minor, NotificationGround.OtherByLaw, "practitioner-minors:REG-26")]
    [InlineData(CaseKind.Criminal, CaseFlags.None, NotificationGround.Minor, "practitioner-minors:REG-26")]
    [InlineData(CaseKind.Criminal, CaseFlags.None, NotificationGround.SensoryDisability, "")]
    [InlineData(CaseKind.Civil, CaseFlags.Minor, null, "")]        // 未成年人刑事案件 only; in others it is a warning
    public void A_minor_is_defended_by_one_who_knows_minors(CaseKind kind, CaseFlags flags, NotificationGround? ground, string refused)
    {
        var aidCase = CriminalNotice with { Kind = kind, Flags = flags, Ground = ground };

        Assert.Equal(refused, Why(Lawyer(11) with { MinorsSpecialist = false }, aidCase));
        Assert.Equal("", Why(Lawyer(11), aidCase));
    }

    [Theory]
    [Clause("CF-20", "REG-25")]
    [InlineData(AbsenceKind.Leave, "2026-06-17", "2026-06-17", "practitioner-leave:REG-25")]
    [InlineData(AbsenceKind.Leave, "2026-06-10", "2026-06-16", "")]                              // back today
    [InlineData(AbsenceKind.Leave, "2026-06-18", "2026-06-30", "")]                              // leaves tomorrow
    [InlineData(AbsenceKind.Suspension, "2026-06-01", null, "practitioner-suspended:REG-25")]    // until it is lifted
    [InlineData(AbsenceKind.PracticeStopped, "2026-06-01", "2026-06-17", "practitioner-stopped:CF-20")]
    [InlineData(AbsenceKind.PracticeStopped, "2026-06-01", "2026-06-16", "")]
    [InlineData(AbsenceKind.AppraisalFailed, "2026-06-17", null, "practitioner-appraisal:CF-20")]
    [InlineData(AbsenceKind.AppraisalFailed, "2026-06-18", null, "")]
    [InlineData(AbsenceKind.LicenceEnded, "2026-06-17", null, "practitioner-licence:CF-20")]
    [InlineData(AbsenceKind.LicenceEnded, "2026-06-18", null, "")]
    public void Who_is_away_on_the_deciding_day_takes_no_case(AbsenceKind kind, string first, string? last, string refused) =>
        Assert.Equal(refused, Why(Lawyer(11) with { Absences = [new(kind, Day(first), last is null ? null : Day(last))] }, Civil));

    [Theory]
    [Clause("BB-2.3")]
    [InlineData("2026-06-16", "practitioner-left:BB-2.3")]
    [InlineData("2026-06-17", "practitioner-left:BB-2.3")]
    [InlineData("2026-06-18", "")]
    public void Who_has_left_takes_no_case(string leftOn, string refused) => Assert.Equal(refused, Why(Lawyer(11) with { LeftOn = Day(leftOn) }, Civil));

    [Theory]
    [Clause("BB-9.1")]
    [InlineData(CaseKind.Criminal, ServiceIntents.CriminalDefence)]
    [InlineData(CaseKind.Civil, ServiceIntents.CivilRepresentation)]
    [InlineData(CaseKind.Administrative, ServiceIntents.AdministrativeRepresentation)]
    [InlineData(CaseKind.LabourArbitration, ServiceIntents.LabourArbitration)]
    public void Who_does_not_offer_the_work_is_no_candidate(CaseKind kind, ServiceIntents intent)
    {
        var aidCase = CriminalApplication with { Kind = kind };

        Assert.Equal("", Why(Lawyer(11) with { Intents = intent }, aidCase));
        Assert.Equal("practitioner-intent:BB-9.1", Why(Lawyer(11) with { Intents = Lawyer(11).Intents & ~intent }, aidCase));
    }

    [Theory]
    [Clause("CF-01", "CF-05", "CF-06", "CF-13")]
    [InlineData("CF-01", true, "conflict:CF-01")]
    [InlineData("CF-05", true, "conflict:CF-05")]
    [InlineData("CF-06", true, "conflict:CF-06")]
    [InlineData("CF-13", false, "")]                 // a relative conflict warns
    public void A_conflict_bars_the_firm_or_the_person(string rule, bool bars, string refused)
    {
        ConflictFinding finding = new(rule, "2025-0142", "代理过本案被害人", bars);

        Assert.Equal(refused, Codes(Gates.WhyNotInstitution(A with { Conflicts = [finding] }, View(CriminalNotice))));
        Assert.Equal(refused, Why(Lawyer(11) with { Conflicts = [finding] }, CriminalNotice));
    }

    [Theory]
    [Clause("BB-2.2", "BB-2.3", "LAW-25", "LAW-46")]
    [InlineData("closed", "institution-closed:BB-2.3")]
    [InlineData("closes-tomorrow", "")]
    [InlineData("elsewhere", "institution-district:BB-2.3")]
    [InlineData("declined", "institution-declined:LAW-46")]
    [InlineData("no-firm", "institution-not-law-firm:LAW-25+BB-11.1")]
    [InlineData("all", "institution-closed:BB-2.3 institution-district:BB-2.3 institution-not-law-firm:LAW-25+BB-11.1 institution-declined:LAW-46")]
    public void An_institution_is_barred_for_every_reason_there_is(string what, string refused)
    {
        var aidCase = what is "declined" or "all" ? CriminalNotice with { DeclinedBy = [A.Id] } : CriminalNotice;
        var firm = A with
        {
            ClosedOn = what is "closed" or "all" ? Day("2026-06-17") : what == "closes-tomorrow" ? Day("2026-06-18") : null,
            District = what is "elsewhere" or "all" ? "重庆市某区" : Here,
            Kind = what is "no-firm" or "all" ? InstitutionKind.LegalServiceOffice : InstitutionKind.LawFirm,
        };

        Assert.Equal(refused, Codes(Gates.WhyNotInstitution(firm, View(aidCase))));
    }

    private static string Why(PractitionerFacts person, CaseFacts aidCase) => Codes(Gates.WhyNotPractitioner(person, A, View(aidCase)));

    private static GateView View(CaseFacts aidCase) => new(aidCase, Here, Day("2026-06-17"), Book, Statute);
}
