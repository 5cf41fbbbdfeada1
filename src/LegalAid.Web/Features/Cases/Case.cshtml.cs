using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Recusals;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Cases;

/// <summary>案件: one case with its clocks, people, assignments and what happened; the acts possible now for this officer.</summary>
[Authorize(Policy = Policies.CaseWork)]
[LooksBelow]
public sealed class CaseModel(AidDb db, CaseDetails details, RecusalCheck recusals, AuthorityCheck authorities, OfficeClock clock, CurrentOfficer officer) : PageModel
{
    private ActingHere acting = ActingHere.Nobody;

    [FromRoute]
    public Guid Id { get; set; }

    public AidCase Case { get; private set; } = null!;

    public IReadOnlyList<PartyRow> Parties { get; private set; } = [];

    public IReadOnlyList<AssignmentLine> Assignments { get; private set; } = [];

    public IReadOnlyList<TimelineLine> Timeline { get; private set; } = [];

    public LetterLine? Letter { get; private set; }

    public string? Helper { get; private set; }

    public string? Wish { get; private set; }

    public AssignmentRules Rules { get; private set; } = null!;

    /// <summary>So many people, or a flag, that the director may not decide it (BB-5.2).</summary>
    public bool NeedsBureau => (Live?.DecidingBody ?? WhoDecides.Of(Matter.Headcount, Case.Flags, Rules)) == DecidingBody.BureauAfterDiscussion;

    public CaseMatter Matter { get; private set; } = null!;

    /// <summary>The status, and while it is proposed what the proposal waits for.</summary>
    public string StatusWord => Case.Status == CaseStatus.Proposed && Live is { } live ? CaseWords.Of(live.Stage) : CaseWords.Of(Case.Status).Word;

    public bool SeesReasons => officer.SeesWholeOffice;

    /// <summary>Null while an application is not granted.</summary>
    public ClockPair? Clocks { get; private set; }

    public bool OpensPapers => officer.Role != Roles.Station;

    /// <summary>The centre gives a recipient the way to the own case.</summary>
    public bool OpensAccess => OpensReply && StandsAside is null && Case.Status != CaseStatus.Voided;


    public bool IsCentre => officer.Role is Roles.Clerk or Roles.Director;

    public string Stage => Case.Status switch
    {
        CaseStatus.Forwarded or CaseStatus.UnderExamination or CaseStatus.Refused or CaseStatus.Voided => "受理",
        CaseStatus.AwaitingAssignment => "指派",
        CaseStatus.Proposed => "审批",
        CaseStatus.Assigned => "安排承办人",
        _ => "承办",
    };

    /// <summary>Why this officer has to leave the case to others (BB-8.1); null for everybody else.</summary>
    public Refusal? StandsAside { get; private set; }

    public bool MayAskToStandAside => SeesReasons && Case.OfficeId == officer.OfficeId;

    public IReadOnlyList<CaseAct> Acts => Case.OfficeId == officer.OfficeId && StandsAside is null ? CaseActs.For(Case, Live, officer, acting) : [];

    public IReadOnlyList<CaseAct> MendingActs => Case.OfficeId == officer.OfficeId && StandsAside is null ? CaseActs.ToMend(Case, Matter, officer) : [];

    /// <summary>The assignment the authority was told of; null while it was not.</summary>
    public AssignmentLine? Replied => Live is { ReplyNumber: not null } told ? told : null;

    /// <summary>Whoever decided that somebody should not take the case may take that back.</summary>
    public bool MayLift(AssignmentLine line) => officer.Role == LiftableBy(line) && Case.OfficeId == officer.OfficeId;

    private static string LiftableBy(AssignmentLine line) =>
        line is { DecidingBody: DecidingBody.BureauAfterDiscussion, Status: AssignmentStatus.Rejected or AssignmentStatus.Revoked } ? Roles.Bureau : Roles.Director;

    /// <summary>The reply's page is the own centre's.</summary>
    public bool OpensReply => Case.OfficeId == officer.OfficeId && IsCentre;

    private AssignmentLine? Live => Assignments.FirstOrDefault(assignment => !assignment.IsUndone);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().Include(c => c.Parties).VisibleTo(db, officer).SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } found)
        {
            return NotFound();
        }

        if (!Request.IsPrefetch())
        {
            await Receptions.ServeAsync(db, Id, officer.Receiver, clock.UtcNow, ct);
        }

        Case = found;
        Parties = await details.PartiesAsync(found, officer, ct);
        Assignments = await details.AssignmentsAsync(Id, ct);
        Letter = await details.LetterAsync(found.LetterId, ct);
        Helper = await details.InstitutionAsync(found.HelpedByInstitutionId, ct);
        Wish = await details.WishAsync(found, ct);
        Rules = await details.RulesAsync(found, Live, ct);
        Matter = await CaseMatter.ReadAsync(db, found, officer, ct);
        Clocks = await details.ClocksAsync(found, ct);
        StandsAside = MayAskToStandAside ? await recusals.WhyNotActAsync([Id], officer.Id, ct) : null;
        if (officer.Role == Roles.Clerk)
        {
            acting = new(await authorities.FindAsync(officer.Id, ActingPower.Proposals, ct), await authorities.FindAsync(officer.Id, ActingPower.Revocations, ct));
        }

        Timeline = officer.SeesWholeOffice ? await details.TimelineAsync(Id, ct) : [];
        return Page();
    }
}

/// <summary>A party with masked number and phone, and whether this officer may ask for the whole of them.</summary>
public sealed record PartyRow(Guid Id, bool CanReveal, PartyRole Role, string Name, bool IsOrganisation, string? Number, string? Phone);

/// <summary>One assignment of the case, refused ones included.</summary>
public sealed record AssignmentLine(
    Guid Id,
    string Institution,
    AssignmentStatus Status,
    Guid ProposedById,
    DateTime ProposedAtUtc,
    DateTime? DecidedAtUtc,
    DateTime? NamedAtUtc,
    string? NoticeNumber,
    string? ReplyNumber,
    DateTime? RepliedAtUtc,
    DateTime? ReceiptAtUtc,
    string? ReceiptBy,
    DateTime? UndoneAtUtc,
    bool SetsAside,
    List<string> Handlers,
    DecidingBody DecidingBody,
    DateTime? DiscussedAtUtc,
    string? ReportNumber,
    bool AwaitsRuling,
    bool ToAccept,
    DateTime? ServedAtUtc,
    bool ConflictReported)
{
    public ProposalStage Stage => ProposalStages.Of(DecidingBody, DiscussedAtUtc is not null, ReportNumber is not null);

    /// <summary>What became of the proposal, in a word.</summary>
    public string Outcome => Status switch
    {
        AssignmentStatus.Rejected => "未予同意",
        AssignmentStatus.Withdrawn => "经办撤回",
        AssignmentStatus.Revoked => "同意后撤销",
        _ => "同意",
    };

    public DateTime? EndedAtUtc => UndoneAtUtc ?? DecidedAtUtc;

    public bool IsUndone => AssignmentStatuses.Undone.Contains(Status);
}

/// <summary>One line of what happened.</summary>
public sealed record TimelineLine(DateTime AtUtc, Act Act, string? Who, string? Reason);

/// <summary>The letter a case came by.</summary>
public sealed record LetterLine(Guid Id, string Authority, string LetterNumber, string RegisterNumber);
