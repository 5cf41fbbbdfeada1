using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>What an applicant who is a member, or was one, filled in anew: the latest word of the person, vetted just now. What was left open keeps what is on record.</summary>
internal static class WhatWasStated
{
    public static void Write(Membership member, PoolApplication a, DateOnly today)
    {
        (member.Phone, member.Address, member.Education) = (a.Phone ?? member.Phone, a.Address ?? member.Address, a.Education ?? member.Education);
        member.FirstLicensedOn = ApplicationRules.IsLicensed(a.As) ? a.FirstLicensedOn ?? member.FirstLicensedOn : member.FirstLicensedOn;
        (member.QualifiedOn, member.FirstCriminalCaseOn) = (a.QualifiedOn ?? member.QualifiedOn, a.FirstCriminalCaseOn ?? member.FirstCriminalCaseOn);
        member.Specialities = a.Specialities.Count > 0 ? [.. a.Specialities] : member.Specialities;
        member.Languages = a.Languages.Count > 0 ? [.. a.Languages] : member.Languages;
        WriteConsent(member, a, today);
        WriteFigures(member, a, today);
    }

    // Who does not agree to stand on the published list with everything leaves it at once (WZ-8.1). What the person said since the application went off is the later word.
    private static void WriteConsent(Membership member, PoolApplication a, DateOnly today)
    {
        if (a is { ConsentsToList: { } agrees, SubmittedAtUtc: { } saidAt } && !(member.ListConsentSaidAtUtc > saidAt))
        {
            (member.ListConsentOn, member.ListConsentSaidAtUtc) = (agrees ? member.ListConsentOn ?? today : null, saidAt);
        }
    }

    // Figures stated higher than on record count up to today, those handled here among them, so that none counts twice.
    private static void WriteFigures(Membership member, PoolApplication a, DateOnly today)
    {
        if (a.CriminalCases > member.CriminalCases || a.PriorAidCases > member.PriorAidCases)
        {
            (member.CriminalCases, member.PriorAidCases, member.ExperienceAsOf) = (Math.Max(a.CriminalCases, member.CriminalCases), Math.Max(a.PriorAidCases, member.PriorAidCases), today);
        }
    }
}
