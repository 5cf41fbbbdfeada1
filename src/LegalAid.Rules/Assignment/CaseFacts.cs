using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>The case as the assignment rules see it. Moments are the office's local time.</summary>
public sealed record CaseFacts
{
    public required Guid Id { get; init; }

    public required CaseKind Kind { get; init; }

    public required CaseStage Stage { get; init; }

    public required CaseSource Source { get; init; }

    /// <summary>When the application or the notice came in.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>When aid was granted; a notice needs no grant.</summary>
    public DateTime? GrantedAt { get; init; }

    /// <summary>What starts the clocks of the assignment: the receipt of a notice, the grant of an application; null until then.</summary>
    public DateTime? ClocksStartAt => Source == CaseSource.Notification ? ReceivedAt : GrantedAt;

    public NotificationGround? Ground { get; init; }

    public CaseFlags Flags { get; init; } = CaseFlags.None;

    /// <summary>The people aided, linked applications of the same matter added up.</summary>
    public int Headcount { get; init; } = 1;

    public RecipientWish? Wish { get; init; }

    /// <summary>What the recipient needs of whoever takes the case; none when nothing was told.</summary>
    public CaseNeeds? Needs { get; init; }

    /// <summary>Where the parties live, as 重庆市北碚区 (CF-19); none when not recorded.</summary>
    public IReadOnlyList<string>? PartyPlaces { get; init; }

    public EarlierHelp? Help { get; init; }

    /// <summary>Who handled the same matter in the stage before; none for a matter's first case.</summary>
    public EarlierStage? EarlierStage { get; init; }

    /// <summary>The bids for it, where it was posted (QDN-4.6a); none where it was not, or the posting was withdrawn.</summary>
    public PostedCase? Posted { get; init; }

    /// <summary>Asked for by the clerk: put this step before the office's order.</summary>
    public OutOfTurn? OutOfTurn { get; init; }

    /// <summary>Institutions that declined this case and were found to be right.</summary>
    public IReadOnlyList<Guid> DeclinedBy { get; init; } = [];

    /// <summary>Why each of them declined and when that was ruled on; absent in records from before declining was kept.</summary>
    public IReadOnlyList<DeclinedFact>? Declines { get; init; }

    /// <summary>Institutions or persons the centre's head found should not take this case; they keep their balance.</summary>
    public IReadOnlyList<Guid> SetAside { get; init; } = [];

    /// <summary>Those of them who are passed over only because they declined without good reason; absent where there are none, and in older records.</summary>
    public IReadOnlyList<Guid>? DeclinedInVain { get; init; }
}

/// <summary>A case declined for good reason, by an institution or, where the turn goes to persons, by a person.</summary>
public sealed record DeclinedFact(Guid CandidateId, DeclineGround Ground, DateOnly RuledOn);

/// <summary>The institution, or the person, the recipient would like to have (点援意愿). A factor, not a right.</summary>
public sealed record RecipientWish(Guid? InstitutionId = null, Guid? PractitionerId = null);

/// <summary>Who gave the applicant legal help before (BB-7.2).</summary>
public enum HelperKind
{
    /// <summary>律师事务所</summary>
    LawFirm = 1,

    /// <summary>基层法律服务所</summary>
    LegalServiceOffice,

    /// <summary>司法所（公共法律服务工作站）：不承办案件，其帮助不产生优先</summary>
    JudicialStation,
}

/// <summary>Legal help given before the application, by an institution or by a station.</summary>
public sealed record EarlierHelp(HelperKind Helper, Guid? InstitutionId = null);

/// <summary>Who handled the same matter in the stage before; the next stage is theirs by default, all gates looked at again.</summary>
public sealed record EarlierStage(CaseStage Stage, IReadOnlyList<Guid> HandlerIds);

/// <summary>
/// A request to leave the office's order, for a wish or for earlier help (BB-11.1), or for somebody outside the pool (WZ-9.1, WZ-21.2);
/// needs a written reason and approval.
/// </summary>
public sealed record OutOfTurn(OrderStep Step, bool HasWrittenReason, Guid? PractitionerId = null);
