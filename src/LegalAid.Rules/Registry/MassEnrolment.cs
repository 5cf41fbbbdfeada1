using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>Takes everybody on the licence register (执业登记册) into the pool, without application or choice (TL-4.1a): where that is the way in, and for what somebody comes in.</summary>
public static class MassEnrolment
{
    private const ServiceIntents All = ServiceIntents.CriminalDefence | ServiceIntents.CivilRepresentation | ServiceIntents.AdministrativeRepresentation | ServiceIntents.LabourArbitration;

    /// <summary>An office that selects or takes applications lets nobody in by a register.</summary>
    public static Refusal? WhyNot(RecruitmentRules? rules) => rules?.Entry switch
    {
        null => new("enrolment-unwritten", "本机构的规则本没有全员纳入的规定。", []),
        { Value: EntryMode.Everyone } => null,
        { Value: EntryMode.Selection, Clause: var clause } => new("enrolment-selection", "本机构在名额内择优入库，不能按登记册全员纳入。", [clause]),
        { Value: EntryMode.Application, Clause: var clause } => new("enrolment-application", "本机构凭申请审核入库，不能按登记册全员纳入。", [clause]),
        { Value: var mode } => throw new ArgumentOutOfRangeException(nameof(rules), mode, "Unknown way into a pool."),
    };

    /// <summary>A register says nothing of services: everything the licence allows, since those taken in do what the centre arranges (TL-4.1b).</summary>
    public static ServiceIntents IntentsOf(PractitionerKind kind, Setting<bool> lawyersOnlyForDefence) =>
        kind == PractitionerKind.LegalWorker && lawyersOnlyForDefence.Value ? All & ~ServiceIntents.CriminalDefence : All;

    /// <summary>The lists somebody comes into: both; where the book asks years of one (满), only once they are full.</summary>
    public static Pools PoolsOf(DateOnly firstLicensedOn, DateOnly today, PoolRules? pools) =>
        pools is null ? Pools.Duty | Pools.Cases
        : (firstLicensedOn.AddYears(pools.Duty.LicenceYears.Value) <= today ? Pools.Duty : Pools.None)
            | (firstLicensedOn.AddYears(pools.Cases.LicenceYears.Value) <= today ? Pools.Cases : Pools.None);
}
