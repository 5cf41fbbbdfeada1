using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

/// <summary>Who may do what to an application, where it is and when: the table of steps.</summary>
public sealed class ApplicationStepsTests
{
    private const string Home = nameof(ApplicationPlace.AtHome);
    private const string Employer = nameof(ApplicationPlace.WithEmployer);
    private const string Centre = nameof(ApplicationPlace.Submitted);

    [Theory]
    [Clause("QJ-5.1b")]
    [InlineData(ApplicationStep.HandOver, Home, false, null)]
    [InlineData(ApplicationStep.Submit, Home, false, "not-handed-over")]           // never past the institution
    [InlineData(ApplicationStep.Submit, Employer, false, "not-endorsed")]
    [InlineData(ApplicationStep.Submit, Employer, true, null)]
    [InlineData(ApplicationStep.Endorse, Employer, false, null)]
    [InlineData(ApplicationStep.Endorse, Employer, true, "endorsed")]
    [InlineData(ApplicationStep.Endorse, Home, false, "not-with-employer")]
    [InlineData(ApplicationStep.GiveBack, Employer, true, null)]
    [InlineData(ApplicationStep.GiveBack, Centre, true, "not-with-employer")]
    [InlineData(ApplicationStep.TakeBack, Centre, true, null)]
    [InlineData(ApplicationStep.TakeBack, Employer, true, "not-submitted")]
    [InlineData(ApplicationStep.Edit, Home, false, null)]
    [InlineData(ApplicationStep.Edit, Employer, false, "not-at-home")]
    [InlineData(ApplicationStep.Return, Centre, true, null)]
    [InlineData(ApplicationStep.Return, Employer, true, "not-submitted")]
    public void The_institution_recommends_and_submits(ApplicationStep step, string place, bool endorsed, string? refusal) =>
        Assert.Equal(refusal, ApplicationSteps.WhyNot(step, At(place, endorsed), RecruitmentBooks.Qijiang)?.Code);

    [Theory]
    [Clause("WZ-7.2b")]
    [InlineData(ApplicationStep.HandOver, Home, false, true, null)]
    [InlineData(ApplicationStep.Submit, Home, false, true, "not-handed-over")]
    [InlineData(ApplicationStep.Submit, Employer, true, true, null)]
    [InlineData(ApplicationStep.Submit, Home, false, false, null)]                // the employer agreed on paper
    [InlineData(ApplicationStep.HandOver, Home, false, false, "no-employer")]
    [InlineData(ApplicationStep.TakeBack, Centre, true, true, "not-submitted-by-employer")]
    public void The_person_submits_once_the_employer_agrees(ApplicationStep step, string place, bool endorsed, bool hasEmployer, string? refusal) =>
        Assert.Equal(refusal, ApplicationSteps.WhyNot(step, At(place, endorsed) with { HasEmployer = hasEmployer }, RecruitmentBooks.Wenzhou)?.Code);

    [Theory]
    [Clause("QDN-4.1a")]
    [InlineData(ApplicationStep.HandOver, Home, "no-employer")]      // nobody applies for somebody
    [InlineData(ApplicationStep.Submit, Home, null)]
    public void The_person_alone_applies(ApplicationStep step, string place, string? refusal) =>
        Assert.Equal(refusal, ApplicationSteps.WhyNot(step, At(place, endorsed: false) with { HasEmployer = false }, RecruitmentBooks.Qiandongnan)?.Code);

    [Theory]
    [Clause("QJ-6.3")]
    [InlineData(ApplicationStep.Edit, Home, false, "round-closed")]
    [InlineData(ApplicationStep.Submit, Employer, false, "round-closed")]
    [InlineData(ApplicationStep.Submit, Employer, true, null)]        // came in time, completed since
    [InlineData(ApplicationStep.TakeBack, Centre, true, "round-closed")]
    [InlineData(ApplicationStep.Withdraw, Centre, true, null)]
    [InlineData(ApplicationStep.Return, Centre, true, null)]
    public void After_the_closing_time_only_what_came_in_time_moves(ApplicationStep step, string place, bool inTime, string? refusal) =>
        Assert.Equal(refusal, ApplicationSteps.WhyNot(step, At(place, endorsed: true) with { IsOpen = false, CameInTime = inTime }, RecruitmentBooks.Qijiang)?.Code);

    [Fact]
    public void What_is_over_moves_no_more() => Assert.All(Enum.GetValues<ApplicationStep>(), step =>
        Assert.Equal("application-over", ApplicationSteps.WhyNot(step, At(nameof(ApplicationPlace.Over), endorsed: true), RecruitmentBooks.Qijiang)?.Code));

    [Theory]
    [InlineData(ApplicationStep.Withdraw, null)]
    [InlineData(ApplicationStep.Edit, "application-over")]
    [InlineData(ApplicationStep.TakeBack, "application-over")]
    [InlineData(ApplicationStep.Return, "application-over")]
    public void What_is_decided_and_not_done_may_be_withdrawn_and_nothing_else(ApplicationStep step, string? refusal) =>
        Assert.Equal(refusal, ApplicationSteps.WhyNot(step, At(nameof(ApplicationPlace.Decided), endorsed: true) with { IsOpen = false, CameInTime = true }, RecruitmentBooks.Qijiang)?.Code);

    private static ApplicationStanding At(string place, bool endorsed) => new(Enum.Parse<ApplicationPlace>(place), endorsed, HasEmployer: true, CameInTime: false, IsOpen: true);
}
