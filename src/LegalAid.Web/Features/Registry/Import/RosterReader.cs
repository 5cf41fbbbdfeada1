using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>What a list of people is read as, on which day and by which rules.</summary>
internal sealed record RosterBasis(UploadKind Kind, DateOnly Today, RosterRules Rules);

/// <summary>Reads a roster (名册), or a licence register (执业登记册), from a workbook.</summary>
internal static class RosterReader
{
    /// <summary>Why the file cannot even be previewed; null when it can.</summary>
    public static List<Refusal>? WhyNotRead(byte[] file, UploadKind kind) => Find(file, kind) is { Value: null } found ? [.. found.Refusals] : null;

    public static Outcome<RosterFile> Read(byte[] file, RosterBasis basis)
    {
        var found = Find(file, basis.Kind);
        return found.Value is { } list
            ? new RosterFile(list, RosterRepeats.Told([.. list.Rows.Select(row => ReadRow(row, basis))], list))
            : found.Refusals.ToList();
    }

    private static Outcome<HeadedList> Find(byte[] file, UploadKind kind)
    {
        var workbook = WorkbookReader.Read(file);
        if (workbook.Value is null)
        {
            return workbook.Refusals.ToList();
        }

        var list = HeadedList.Find(workbook.Value, RosterColumns.Of(kind));
        return list.Value is { Rows.Count: 0 } empty
            ? new Refusal("roster-empty", $"工作表“{empty.SheetName}”第 {empty.HeadRow} 行的表头下面没有人员。", [])
            : list;
    }

    private static RosterRow ReadRow(ListRow row, RosterBasis basis)
    {
        var reading = new RowReading(row);
        var name = Name(reading);
        var gender = Gender(reading);
        var identity = reading.Parsed<IdentityNumber>(RosterColumns.Identity, IdentityNumber.TryParse);
        BirthAgrees(reading, identity);
        var kind = reading.OneOf(RosterColumns.Kind, Words.Kinds);
        var (institution, employer) = Workplace(reading, kind, basis.Rules);
        var licence = reading.Parsed<LicenceNumber>(RosterColumns.Licence, LicenceNumber.TryParse);
        var licensedOn = reading.Day(RosterColumns.FirstLicensedOn);
        var phone = reading.Parsed<PhoneNumber>(RosterColumns.Phone, PhoneNumber.TryParse);
        var (address, education, remark) = (reading.Text(RosterColumns.Address), reading.Text(RosterColumns.Education, 20), reading.Text(RosterColumns.Remark));
        var services = RosterServices.Of(reading, (kind, licensedOn), basis);
        Judge(reading, new(kind, licence, institution?.Kind, identity?.BirthDate, licensedOn, services.Intents) { Pools = services.Pools }, basis);
        var person = reading.IsGood && identity is not null && institution is not null && licence is not null && phone is not null && kind is { } known && licensedOn is { } day
            ? new RosterPerson(name, gender, identity, known, institution, licence, day, phone, services.Intents)
            {
                Address = Told(address),
                Education = Told(education),
                WillingForDuty = services.Duty,
                InCasePool = services.Cases,
                Employer = employer,
                Remark = Told(remark),
                FromRegister = basis.Kind == UploadKind.Register,
            }
            : null;
        return new(row.Number, name, person, reading.Faults, reading.Notices) { Named = (identity, licence) };
    }

    // The row of a public or company lawyer names the employer, which is kept; here they stand together with others of their kind.
    private static (InstitutionName? Home, string? Employer) Workplace(RowReading reading, PractitionerKind? kind, RosterRules rules) =>
        kind is { } known && PersonKinds.IsEmployedLawyer(known)
            ? (InstitutionName.OfHome(RosterAdmission.HomeOf(known), rules.Homes[RosterAdmission.HomeOf(known)]), Told(reading.Text(RosterColumns.Institution, 60)))
            : (reading.Parsed<InstitutionName>(RosterColumns.Institution, InstitutionName.TryParse), null);

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

    private static void Judge(RowReading reading, RosterCandidate candidate, RosterBasis basis)
    {
        foreach (var refusal in RosterAdmission.WhyNotList(candidate, basis.Today, basis.Rules))
        {
            reading.Fault(
                refusal.Code switch
                {
                    "legal-worker-defence" => RosterColumns.Intents,
                    "licence-kind" => RosterColumns.Licence,
                    "institution-kind" => RosterColumns.Institution,
                    "kind-closed" => RosterColumns.Kind,
                    _ => RosterColumns.FirstLicensedOn,
                },
                refusal.Message,
                refusal.ClauseIds);
        }
    }
}
