using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;

namespace LegalAid.Web.Features.Intake;

/// <summary>Why what was entered for a case cannot be corrected so: too late, against what was granted, or short of what intake asks for.</summary>
public sealed class WhyNotCorrect(CaseClocks clocks, OfficeClock clock)
{
    public async Task<IReadOnlyList<Refusal>> AllAsync(AidCase aidCase, CorrectionForm form, IReadOnlyList<CorrectedParty> parties, CancellationToken ct) =>
        (WhyNotNow(aidCase, form) ?? WhyNotParties(aidCase, form, parties) ?? WhyNotPrefer(aidCase, form) ?? await WhyNotMoveAsync(aidCase, form, ct)) is { } refusal ? [refusal] : WhyNotGrounds(aidCase, form);

    // The moment of receipt of an application counts until it is decided; that of a notice belongs to its letter.
    internal static DateTime? MovesReceipt(AidCase aidCase, CorrectionForm form) =>
        aidCase.Status == CaseStatus.UnderExamination && form.ReceivedAtUtc is { } received && received != aidCase.ReceivedAtUtc ? received : null;

    private static Refusal? WhyNotNow(AidCase aidCase, CorrectionForm form)
    {
        if (aidCase.Status is CaseStatus.Voided or CaseStatus.Refused)
        {
            return new("case-ended", "本案已经办结或作废，不能更正。", ["LAW-43"]);
        }

        var changesMatter = (form.Flags, form.Stage) != (aidCase.Flags, aidCase.Stage) || ChangesGrounds(aidCase, form);
        // More people than were known when the handler was named are a fact for the record; what was decided stays decided (BB-5.2).
        var changesHeadcount = aidCase.Status == CaseStatus.HandlerNamed ? form.Headcount < aidCase.Headcount : form.Headcount != aidCase.Headcount;
        return aidCase.Status switch
        {
            CaseStatus.Assigned when changesMatter || changesHeadcount => new("case-assigned", "本案已经指派，受援人数、案件情形、阶段和事由不能再改；确有变化的，先由负责人撤销指派。", ["LAW-43"]),
            CaseStatus.HandlerNamed when changesMatter || changesHeadcount => new("case-assigned", "本案已经指派，案件情形、阶段和事由不能再改，受援人数只能增加；变化情况由承办人记入案卷。", ["LAW-43"]),
            _ => null,
        };
    }

    private static bool ChangesGrounds(AidCase aidCase, CorrectionForm form) => aidCase.Source == CaseSource.Notification
        ? form.NotificationGround is { } ground && ground != aidCase.NotificationGround
        : form.KindOf(aidCase) != aidCase.Kind || (form.ScopeGround is { } scope && scope != aidCase.ScopeGround) || (form.HardshipBasis is { } hardship && hardship != aidCase.HardshipBasis);

    private static Refusal? WhyNotParties(AidCase aidCase, CorrectionForm form, IReadOnlyList<CorrectedParty> parties) =>
        parties.Any(party => party.KeptId is { } kept && aidCase.Parties.TrueForAll(standing => standing.Id != kept))
            ? new("parties-changed", "他人刚刚更正过当事人，请重新打开本页。", ["LAW-43"])
        : form.KindOf(aidCase) != CaseKind.Criminal && parties.Any(party => party.Role is PartyRole.Victim or PartyRole.CoDefendant)
            ? new("criminal-parties", "只有刑事案件填写被害人和同案犯罪嫌疑人、被告人。", ["LAW-43"])
        : parties.Count(party => party.Role == PartyRole.Recipient) is var listed && (listed == 0 || listed > form.Headcount)
            ? new("headcount-short", listed == 0 ? "至少列明一名受援人。" : $"受援人数{form.Headcount}人，少于列出的{listed}人。", ["LAW-43"])
        : null;

    /// <summary>Kind, help and wish are an application's, and until it is assigned: the assignment rests on them.</summary>
    internal static bool CanPrefer(AidCase aidCase) =>
        aidCase is { Source: CaseSource.Application, Status: CaseStatus.Forwarded or CaseStatus.UnderExamination or CaseStatus.AwaitingAssignment or CaseStatus.Proposed };

    private Refusal? WhyNotPrefer(AidCase aidCase, CorrectionForm form) =>
        !CanPrefer(aidCase) ? null
        : form.HelpedOn > clock.Today ? new("helped-later", "提供法律帮助的日期不能晚于今天。", ["LAW-43"])
        : form.KindOf(aidCase) != aidCase.Kind && aidCase.PreviousStageId is not null ? new("kind-of-stage", "本案是前一阶段的延续，案件类型须与前一阶段一致。", ["LAW-43"])
        : null;

    private async Task<Refusal?> WhyNotMoveAsync(AidCase aidCase, CorrectionForm form, CancellationToken ct) =>
        MovesReceipt(aidCase, form) is not { } received ? null
        : received > clock.UtcNow ? new("received-later", "收到申请的时间不能晚于现在。", ["LAW-43"])
        : await clocks.WhyNotStartAsync(aidCase.OfficeId, OfficeClock.ToLocal(received), "LAW-43", ct);

    // Aid that was granted has to be one that could be granted on the corrected grounds too (LAW-31, LAW-41).
    private static IReadOnlyList<Refusal> WhyNotGrounds(AidCase aidCase, CorrectionForm form) =>
        aidCase is { Source: CaseSource.Application, DecidedAtUtc: { } decided } && ChangesGrounds(aidCase, form)
            ? Admission.WhyNotGrant(new(form.KindOf(aidCase), OfficeClock.ToLocal(aidCase.ReceivedAtUtc), OfficeClock.ToLocal(decided), form.ScopeGround ?? aidCase.ScopeGround, form.HardshipBasis ?? aidCase.HardshipBasis))
            : [];
}
