using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Store.Intake;

namespace LegalAid.Store.Assignment;

/// <summary>Describes a case as the assignment rules see it.</summary>
internal sealed class CaseFactsReader(AidDb db)
{
    public async Task<CaseFacts> ReadAsync(AidCase aidCase, OutOfTurn? outOfTurn, IReadOnlyList<InstitutionFacts> institutions, CasePast past, int headcount, CancellationToken ct) => Describe(aidCase, institutions) with
    {
        OutOfTurn = outOfTurn,
        Headcount = headcount,
        SetAside = past.SetAside,
        DeclinedInVain = past.DeclinedInVain.Count > 0 ? past.DeclinedInVain : null,
        EarlierStage = await StageBefore.OfAsync(db, aidCase, ct),
        DeclinedBy = [.. past.Declines.Select(d => d.CandidateId)],
        Declines = past.Declines.Count > 0 ? past.Declines : null,
    };

    // What does not say which district is meant counts as not recorded: it is told, and shuts nobody out.
    private static List<string> Places(AidCase aidCase, IReadOnlyList<InstitutionFacts> institutions) =>
        aidCase.PartyPlaces.FindAll(place => PartyPlaces.IsKnown(place, institutions.Select(i => i.District)));

    private static CaseFacts Describe(AidCase aidCase, IReadOnlyList<InstitutionFacts> institutions) => new()
    {
        Id = aidCase.Id,
        Kind = aidCase.Kind,
        Stage = aidCase.Stage,
        Source = aidCase.Source,
        ReceivedAt = OfficeClock.ToLocal(aidCase.ReceivedAtUtc),
        GrantedAt = aidCase is { Source: CaseSource.Application, DecidedAtUtc: { } granted } ? OfficeClock.ToLocal(granted) : null,
        Ground = aidCase.NotificationGround,
        Flags = aidCase.Flags,
        Wish = aidCase.WishedInstitutionId is null && aidCase.WishedMembershipId is null ? null : new(aidCase.WishedInstitutionId, aidCase.WishedMembershipId),
        Needs = aidCase is { NeededLanguage: null, NeededGender: null, NeedsBarrierFree: false } ? null : new(aidCase.NeededLanguage, aidCase.NeededGender, aidCase.NeedsBarrierFree),
        PartyPlaces = Places(aidCase, institutions) is { Count: > 0 } places ? places : null,
        Help = aidCase switch
        {
            { HelpedByInstitutionId: { } helper } => new(
                institutions.Any(i => i.Id == helper && i.Kind == InstitutionKind.LegalServiceOffice) ? HelperKind.LegalServiceOffice : HelperKind.LawFirm,
                helper),
            { HelpedByStation: not null } => new(HelperKind.JudicialStation),
            _ => null,
        },
    };
}
