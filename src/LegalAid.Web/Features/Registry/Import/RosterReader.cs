using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>Reads a roster (名册) from a workbook.</summary>
internal static class RosterReader
{
    /// <summary>Why the file cannot even be previewed; null when it can.</summary>
    public static List<Refusal>? WhyNotRead(byte[] file) => Find(file) is { Value: null } found ? [.. found.Refusals] : null;

    public static Outcome<RosterFile> Read(byte[] file, DateOnly today, RosterRules rules)
    {
        var found = Find(file);
        return found.Value is { } list
            ? new RosterFile(list, RosterRepeats.Told([.. list.Rows.Select(row => ReadRow(row, today, rules))], list))
            : found.Refusals.ToList();
    }

    private static Outcome<HeadedList> Find(byte[] file)
    {
        var workbook = WorkbookReader.Read(file);
        if (workbook.Value is null)
        {
            return workbook.Refusals.ToList();
        }

        var list = HeadedList.Find(workbook.Value, RosterColumns.All);
        return list.Value is { Rows.Count: 0 } empty
            ? new Refusal("roster-empty", $"工作表“{empty.SheetName}”第 {empty.HeadRow} 行的表头下面没有人员。", [])
            : list;
    }

    private static RosterRow ReadRow(ListRow row, DateOnly today, RosterRules rules)
    {
        var reading = new RowReading(row);
        var name = Name(reading);
        var gender = Gender(reading);
        var identity = reading.Parsed<IdentityNumber>(RosterColumns.Identity, IdentityNumber.TryParse);
        BirthAgrees(reading, identity);
        var kind = reading.OneOf(RosterColumns.Kind, Words.Kinds);
        var institution = reading.Parsed<InstitutionName>(RosterColumns.Institution, InstitutionName.TryParse);
        var licence = reading.Parsed<LicenceNumber>(RosterColumns.Licence, LicenceNumber.TryParse);
        var licensedOn = reading.Day(RosterColumns.FirstLicensedOn);
        var phone = reading.Parsed<PhoneNumber>(RosterColumns.Phone, PhoneNumber.TryParse);
        var intents = Intents(reading);
        var (address, education, remark) = (reading.Text(RosterColumns.Address), reading.Text(RosterColumns.Education, 20), reading.Text(RosterColumns.Remark));
        var (duty, cases) = (reading.YesOrNo(RosterColumns.Duty), reading.YesOrNo(RosterColumns.CasePool));
        Judge(reading, new(kind, licence, institution?.Kind, identity?.BirthDate, licensedOn, intents), today, rules);
        var person = reading.IsGood && identity is not null && institution is not null && licence is not null && phone is not null && kind is { } known && licensedOn is { } day
            ? new RosterPerson(name, gender, identity, known, institution, licence, day, phone, intents)
            {
                Address = Told(address),
                Education = Told(education),
                WillingForDuty = duty,
                InCasePool = cases,
                Remark = Told(remark),
            }
            : null;
        return new(row.Number, name, person, reading.Faults, reading.Notices);
    }

    private static string? Told(string text) => text.Length == 0 ? null : text;

    private static string Name(RowReading reading)
    {
        var name = TextCleaning.PersonName(reading.Text(RosterColumns.Name, 60));
        if (PersonName.WhyNot(name) is { } reason)
        {
            reading.Fault(RosterColumns.Name, reason);
        }

        return name;
    }

    private static string Gender(RowReading reading)
    {
        var gender = reading.Text(RosterColumns.Gender, 4);
        if (gender is not ("男" or "女" or ""))
        {
            reading.Fault(RosterColumns.Gender, "性别应为男或女");
        }

        return gender;
    }

    private static void BirthAgrees(RowReading reading, IdentityNumber? identity)
    {
        if (reading.Day(RosterColumns.BornOn) is { } born && identity is not null && born != identity.BirthDate)
        {
            reading.Fault(RosterColumns.BornOn, $"与身份证号中的出生日期（{identity.BirthDate:yyyy-MM-dd}）不一致");
        }
    }

    private static ServiceIntents Intents(RowReading reading)
    {
        var intents = ServiceIntents.None;
        foreach (var word in reading.List(RosterColumns.Intents))
        {
            if (Words.Intents.TryGetValue(TextCleaning.PersonName(word), out var intent))
            {
                intents |= intent;
            }
            else
            {
                reading.Fault(RosterColumns.Intents, $"服务意向里的“{word}”不认识，应为{Words.Of(~ServiceIntents.None)}");
            }
        }

        return intents;
    }

    private static void Judge(RowReading reading, RosterCandidate candidate, DateOnly today, RosterRules rules)
    {
        foreach (var refusal in RosterAdmission.WhyNotList(candidate, today, rules))
        {
            reading.Fault(
                refusal.Code switch
                {
                    "legal-worker-defence" => RosterColumns.Intents,
                    "licence-kind" => RosterColumns.Licence,
                    "institution-kind" => RosterColumns.Institution,
                    _ => RosterColumns.FirstLicensedOn,
                },
                refusal.Message,
                refusal.ClauseIds);
        }
    }
}
