using System.Globalization;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>Somebody of the roster or an applicant, by the two numbers a sheet may name.</summary>
internal sealed record KnownSubject(string Licence, byte[] Index, string Name);

/// <summary>Whom a row means: the hash their records are kept by, or why nobody can be told.</summary>
internal sealed record RowSubject(byte[]? Index, IReadOnlyList<string> Names, bool ByIdentity, bool TwoPeople)
{
    /// <summary>A name that differs is a warning sign where the licence number alone says who is meant; by the identity number people are found under whatever name.</summary>
    public (ListColumn Column, string Reason)? WhyNot(string name) =>
        TwoPeople ? (RecordColumns.Identity, "执业证号和身份证号不是同一个人的，请核对")
        : Index is null ? (RecordColumns.Licence, "名册和已提交的入库申请里都没有这个人，没有保存")
        : !ByIdentity && !Names.Contains(name, StringComparer.Ordinal) ? (RecordColumns.Name, "姓名与这个执业证号的人不一致，请核对，或者补填身份证号")
        : null;
}

/// <summary>What the office knows of the people a sheet names, and which records stand or were voided. What the sheet itself brings is remembered from row to row.</summary>
internal sealed record KnownRecords(IReadOnlyList<KnownSubject> Subjects, HashSet<string> Standing, HashSet<string> Voided)
{
    private readonly ILookup<string, KnownSubject> byLicence = Subjects.Where(subject => subject.Licence.Length > 0).ToLookup(subject => subject.Licence, StringComparer.Ordinal);
    private readonly ILookup<string, KnownSubject> byIndex = Subjects.ToLookup(subject => Convert.ToHexString(subject.Index), StringComparer.Ordinal);

    public static string Key(byte[] index, OfficialRecordKind kind, DateOnly effectiveOn, string source) =>
        string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(index)} {kind} {effectiveOn:yyyy-MM-dd} {source}");

    public RowSubject SubjectOf(string? licence, byte[]? stated)
    {
        var licensed = licence is null ? [] : byLicence[licence].ToList();
        var people = licensed.Select(subject => Convert.ToHexString(subject.Index)).Distinct(StringComparer.Ordinal).ToList();
        var key = stated is null ? null : Convert.ToHexString(stated);
        var named = key is null ? [] : byIndex[key].ToList();
        var twoPeople = people.Count > 1 || (key is not null && people.Count == 1 && people[0] != key);
        return named.Count > 0 || (key is not null && licensed.Count > 0)
            ? new(stated, [.. named.Select(subject => subject.Name)], ByIdentity: true, twoPeople)
            : new(licensed.Count > 0 ? licensed[0].Index : null, [.. licensed.Select(subject => subject.Name)], ByIdentity: false, twoPeople);
    }
}
