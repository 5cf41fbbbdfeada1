using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Parts.Workbooks;

namespace LegalAid.Web.Features.Registry;

/// <summary>Tells for each roster row whether it adds, changes or repeats what is stored, or why it cannot be taken.</summary>
internal sealed class RosterComparison(
    AidDb db,
    IReadOnlyDictionary<string, Refusal> barred,
    KnownRoster known,
    IReadOnlyDictionary<string, Institution> institutions,
    IReadOnlyList<NewInstitution> newcomers,
    RosterRules rules,
    FieldCipher cipher,
    DateOnly today,
    HeadedList list)
{
    private readonly Dictionary<Guid, Membership> byPerson = known.Members.ToDictionary(m => m.PersonId);
    private readonly Dictionary<string, Membership> byLicence = known.Members.Where(m => m.LicenceNumber.Length > 0).ToDictionary(m => m.LicenceNumber, StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> institutionNames = known.Institutions.ToDictionary(i => i.Id, i => i.Name);

    public PlannedRow Compare(RosterRow row)
    {
        if (row.Person is not { } told)
        {
            return new(row, null);
        }

        var person = known.ByIndex.GetValueOrDefault(Convert.ToHexString(cipher.Index(told.Identity.Value)));
        var member = person is null ? null : byPerson.GetValueOrDefault(person.Id);
        if (WhyNot(told, person, member) is var (column, reason, clauses))
        {
            return new(row.With(RowFault.At(list, row.Number, column, Masking.Of(column, ValueOf(told, column)), reason) with { ClauseIds = clauses }), null);
        }

        var institution = institutions[told.Institution.Value];
        return new(WithNotice(row, told, person, member), new(told, institution, person, member, member is null ? [] : [.. Changes(member, told, institution).OfType<FieldChange>()])
        {
            AwaitsInstitution = newcomers.Any(newcomer => newcomer.Name == told.Institution && !newcomer.Confirmed),
        });
    }

    private (ListColumn Column, string Reason, string[] Clauses)? WhyNot(RosterPerson told, Person? person, Membership? member) =>
        !institutions.ContainsKey(told.Institution.Value) ? (RosterColumns.Institution, WhyNotInstitution(told.Institution.Value), [rules.Reach.Clause])
        : !(member is { LeftOn: null }) && barred.GetValueOrDefault(Convert.ToHexString(cipher.Index(told.Identity.Value))) is { } removed ? (RosterColumns.Identity, removed.Message.TrimEnd('。'), [.. removed.ClauseIds])
        : member is not null && person is not null && member.NameOf(person) is var name && name != told.Name ? (RosterColumns.Name, $"这个身份证号在库的姓名是“{name}”。名册不更改姓名：号码有误的请改正名册；确已更名的，先在人员记录里更正", [])
        : byLicence.GetValueOrDefault(told.Licence.Value) is { } holder && holder.PersonId != person?.Id ? (RosterColumns.Licence, "这个执业证号已登记在另一在库人员名下，请核对", [])
        : null;

    private string WhyNotInstitution(string name) =>
        newcomers.FirstOrDefault(newcomer => newcomer.Name.Value == name) is { } newcomer
            ? $"承办人须在本区（{rules.District}）执业；“{name}”{(newcomer.WhyElsewhere is { } why ? why + "，" : "")}未确认为本区机构"
            : known.Institutions.First(i => i.Name == name) is { ClosedOn: { } closed } ? $"“{name}”已于 {closed:yyyy-MM-dd} 注销"
            : $"承办人须在本区（{rules.District}）执业；“{name}”登记在{known.Institutions.First(i => i.Name == name).District}";

    private IEnumerable<FieldChange?> Changes(Membership member, RosterPerson told, Institution institution)
    {
        yield return Return(member, institution);
        yield return Change(nameof(Membership.Kind), "人员类别", RosterAdmission.NameOf(member.Kind), RosterAdmission.NameOf(told.Kind), () => member.Kind = told.Kind);
        yield return Change(nameof(Membership.InstitutionId), "执业单位", institutionNames[member.InstitutionId], institution.Name, () => member.InstitutionId = institution.Id);
        yield return Change(nameof(Membership.LicenceNumber), "执业证号", member.LicenceNumber, told.Licence.Value, () => member.LicenceNumber = told.Licence.Value);
        yield return Change(nameof(Membership.FirstLicensedOn), "首次执业日期", $"{member.FirstLicensedOn:yyyy-MM-dd}", $"{told.FirstLicensedOn:yyyy-MM-dd}", () => member.FirstLicensedOn = told.FirstLicensedOn);
        var tells = TellsServices(member, told);
        yield return !tells ? null : Change(nameof(Membership.Intents), "服务意向", Words.Of(member.Intents), Words.Of(told.Intents), () => member.Intents = told.Intents);
        yield return Secret(nameof(Membership.Phone), "联系电话", cipher.Open(member.Phone), told.Phone.Digits, () => member.Phone = cipher.Seal(told.Phone.Digits));
        if (told.Address is { } address)
        {
            yield return Secret(nameof(Membership.Address), "通讯地址", member.Address is { } old ? cipher.Open(old) : "", address, () => member.Address = cipher.Seal(address));
        }

        if (tells && told.WillingForDuty is { } willing)
        {
            yield return Change(nameof(Membership.WillingForDuty), "是否值班", PoolStandings.Holds(member, Pools.Duty, today) ? "是" : "否", willing ? "是" : "否", () => PoolStandings.Set(db, member, Pools.Duty, willing, today));
        }

        if (tells && told.InCasePool is { } cases)
        {
            yield return Change(nameof(Pools.Cases), "是否办案", PoolStandings.Holds(member, Pools.Cases, today) ? "是" : "否", cases ? "是" : "否", () => PoolStandings.Set(db, member, Pools.Cases, cases, today));
        }

        yield return told.Education is null ? null : Change(nameof(Membership.Education), "学历", member.Education ?? "", told.Education, () => member.Education = told.Education);
        yield return told.Employer is null && !PersonKinds.HasInstitution(told.Kind) ? null : Change(nameof(Membership.Employer), "所在单位", member.Employer ?? "", told.Employer ?? "", () => member.Employer = told.Employer);
        yield return told.Remark is null ? null : Change(nameof(Membership.Remark), "备注", member.Remark ?? "", told.Remark, () => member.Remark = told.Remark);
    }

    // A register says nothing of services: who is there keeps theirs; who comes back, or by another licence, has what licence and book give (TL-4.1a).
    private bool TellsServices(Membership member, RosterPerson told) => !told.FromRegister || member.Kind != told.Kind || (member.LeftOn is { } left && !Departures.IsTakenBack(left, today));

    // Who left and is named again comes back; who only leaves with an institution that closes, and is named by another before the day, stays.
    private FieldChange? Return(Membership member, Institution institution) =>
        member.LeftOn is not { } left ? null
        : Departures.IsTakenBack(left, today)
            ? institution.Id == member.InstitutionId || left != known.Institutions.First(i => i.Id == member.InstitutionId).ClosedOn ? null
                : Change(nameof(Membership.LeftOn), "在库", $"自 {left:yyyy-MM-dd} 起随机构离开", "转所，继续在库", () => ComeBack(member, left, takenBack: true))
        : Change(nameof(Membership.LeftOn), "在库", $"自 {left:yyyy-MM-dd} 起离开", "重新入库", () =>
        {
            ComeBack(member, left, takenBack: false);
            member.JoinedOn = today;
        });

    private void ComeBack(Membership member, DateOnly left, bool takenBack)
    {
        member.LeftOn = null;
        PoolStandings.Return(db, member, left, takenBack, today);
    }

    // Name and gender belong to the person, who may be other offices' too; a roster never rewrites them.
    private RosterRow WithNotice(RosterRow row, RosterPerson told, Person? person, Membership? member) =>
        member is null || person is null || member.GenderOf(person) == told.Gender ? row : row with
        {
            Notices =
            [
                .. row.Notices,
                RowFault.At(list, row.Number, RosterColumns.Gender, told.Gender, $"在库的性别是“{member.GenderOf(person)}”，名册不更改性别；在库有误的，在人员记录里更正"),
            ],
        };

    private static FieldChange? Change(string field, string label, string before, string after, Action apply) =>
        before == after ? null : new(field, label, before, after, apply);

    private static FieldChange? Secret(string field, string label, string before, string after, Action apply) =>
        before == after ? null : new(field, label, Masking.Hide(before), Masking.Hide(after), apply);

    private static string ValueOf(RosterPerson told, ListColumn column) =>
        column == RosterColumns.Institution ? told.Institution.Value
        : column == RosterColumns.Licence ? told.Licence.Value
        : column == RosterColumns.Identity ? told.Identity.Value
        : told.Name;
}
