using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;

namespace LegalAid.Web.Features.Registry;

/// <summary>What somebody offers by a row, and which lists that puts them into: as the roster states it, or as licence and book give it where a register names everybody.</summary>
internal sealed record RosterServices(ServiceIntents Intents, bool? Duty, bool? Cases)
{
    /// <summary>As the import gives them: a row that says nothing of cases puts into the case pool whoever offers any.</summary>
    public Pools Pools => (Duty == true ? Pools.Duty : Pools.None) | (Cases ?? Intents != ServiceIntents.None ? Pools.Cases : Pools.None);

    public static RosterServices Of(RowReading reading, (PractitionerKind? Kind, DateOnly? LicensedOn) practice, RosterBasis basis) =>
        basis.Kind == UploadKind.Register
            ? Enrolled(reading, practice.Kind, practice.LicensedOn, basis)
            : new(Stated(reading), reading.YesOrNo(RosterColumns.Duty), reading.YesOrNo(RosterColumns.CasePool));

    private static RosterServices Enrolled(RowReading reading, PractitionerKind? kind, DateOnly? licensedOn, RosterBasis basis)
    {
        if (reading.OneOf(RosterColumns.LicenceState, LicenceListReader.States) == LicenceState.NotInForce)
        {
            reading.Fault(RosterColumns.LicenceState, "登记的执业状态不正常，不在纳入之列", [basis.Rules.Recruitment!.Entry.Clause]);
        }

        var pools = licensedOn is { } day ? MassEnrolment.PoolsOf(day, basis.Today, basis.Rules.Recruitment?.Pools) : Pools.None;
        return new(kind is { } known ? MassEnrolment.IntentsOf(known, basis.Rules.LawyersOnlyForDefence) : ServiceIntents.None, pools.HasFlag(Pools.Duty), pools.HasFlag(Pools.Cases));
    }

    private static ServiceIntents Stated(RowReading reading)
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
}
