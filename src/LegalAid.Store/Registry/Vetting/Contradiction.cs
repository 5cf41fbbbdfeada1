using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;

namespace LegalAid.Store.Registry;

/// <summary>Where what the applicant states differs from what is on record (自报与记录不符, QJ-F.5), with both. Shown to whoever decides; it decides nothing.</summary>
public sealed record Contradiction(string What, string Stated, string OnRecord, bool IsGrave);

/// <summary>Compares an application with the office's own records.</summary>
internal static class Contradictions
{
    public static IReadOnlyList<Contradiction> Of(PoolApplication application, KnownOfApplicant known, DateOnly countedTo) =>
        [.. Sanctions(known), .. Dates(application), .. Employment(application, known, countedTo), .. Member(application, known.Member), .. Licence(application, known)];

    /// <summary>Against the own identity number; its parity is not read as a gender, for it is wrong for some people.</summary>
    public static IEnumerable<Contradiction> OfNumber(PoolApplication application, IdentityNumber? number)
    {
        if (number is null)
        {
            yield return new("身份证号", "没有填写或者不能识别", "须核对身份证复印件", IsGrave: true);
        }
        else if (application.BornOn is { } born && born != number.BirthDate)
        {
            yield return new("出生日期", $"{born:yyyy-MM-dd}", $"身份证号为{number.BirthDate:yyyy-MM-dd}", IsGrave: true);
        }
    }

    private static IEnumerable<Contradiction> Sanctions(KnownOfApplicant known)
    {
        var stated = known.Career.Where(line => line.Kind == CareerKind.Sanction).ToList();
        var penalties = known.Penalties.ToList();
        foreach (var record in penalties.Where(record => !stated.Exists(line => line.FirstDay == record.EffectiveOn)))
        {
            yield return new("奖惩情况", stated.Count == 0 ? "没有申报处罚、惩戒" : string.Join('；', stated.Select(Told)), $"{record.EffectiveOn:yyyy-MM-dd} {VettingWords.Of(record.Kind)}（{record.RecordSource}）", IsGrave: true);
        }

        foreach (var line in stated.Where(line => !penalties.Exists(record => record.EffectiveOn == line.FirstDay)))
        {
            yield return new("奖惩情况", Told(line), "官方记录中没有，请核实并登记", IsGrave: false);
        }
    }

    private static string Told(CareerLine line) => $"{line.FirstDay:yyyy-MM-dd} {line.Statement}";

    private static IEnumerable<Contradiction> Dates(PoolApplication application)
    {
        if (application.FirstLicensedOn is { } licensed && application.BornOn is { } born && licensed < born.AddYears(18))
        {
            yield return new("首次执业日期", $"{licensed:yyyy-MM-dd}", $"{born:yyyy-MM-dd}出生，当时未满18周岁", IsGrave: true);
        }

        if (application is { FirstLicensedOn: { } first, FirstCriminalCaseOn: { } criminal } && criminal < first)
        {
            yield return new("首件刑事案件", $"{criminal:yyyy-MM-dd}", $"首次领取执业证{first:yyyy-MM-dd}", IsGrave: true);
        }
    }

    // The years the licence tells and those the lines of employment add up to (QJ-F.4).
    private static IEnumerable<Contradiction> Employment(PoolApplication application, KnownOfApplicant known, DateOnly countedTo)
    {
        if (application.FirstLicensedOn is { } licensed && known.CareerYears(licensed, countedTo) is { } told && told < Experience.FullYears(licensed, countedTo))
        {
            yield return new("执业经历", $"各段合计满{told}年", $"首次领取执业证{licensed:yyyy-MM-dd}，至{countedTo:yyyy-MM-dd}满{Experience.FullYears(licensed, countedTo)}年，经历有间断或者漏填", IsGrave: false);
        }
    }

    private static IEnumerable<Contradiction> Member(PoolApplication application, KnownMember? member)
    {
        if (member is null)
        {
            yield break;
        }

        foreach (var (what, stated, known) in new[]
        {
            ("姓名", application.Name, member.Name),
            ("性别", application.Gender ?? member.Gender, member.Gender),
            ("执业证号", application.LicenceNumber ?? "未填", member.LicenceNumber),
            ("首次执业日期", application.FirstLicensedOn is { } day ? $"{day:yyyy-MM-dd}" : "未填", $"{member.FirstLicensedOn:yyyy-MM-dd}"),
        })
        {
            if (stated != known)
            {
                yield return new(what, stated, $"本机构名册为{known}", IsGrave: true);
            }
        }

        if (member.LeftOn is null && PersonKinds.PractitionerOf(application.As) != member.Kind)
        {
            yield return new("身份", RosterAdmission.NameOf(PersonKinds.PractitionerOf(application.As)), $"本机构名册为{RosterAdmission.NameOf(member.Kind)}，入库时按申请更改", IsGrave: false);
        }
        else if (member.LeftOn is null && PersonKinds.HasInstitution(application.As) && application.InstitutionId != member.InstitutionId)
        {
            yield return new("执业机构", "所选机构与名册不同", $"本机构名册为{member.Institution}，入库时按申请更改", IsGrave: false);
        }
    }

    private static IEnumerable<Contradiction> Licence(PoolApplication application, KnownOfApplicant known)
    {
        if (known.LicenceHolder is { } holder)
        {
            yield return new("执业证号", application.LicenceNumber!, $"本机构名册上是{holder}的证号", IsGrave: true);
        }
    }
}
