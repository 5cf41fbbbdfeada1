using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>
/// Records whom the centre found best among those who bid, with its reason (QDN-4.6b); of several found equal the lot laid down with the posting draws one.
/// Nobody whom a gate bars is chosen. The finding then leads the next proposal for the case, made and decided on like every other.
/// </summary>
public sealed class ChooseBidder(AidDb db, BidComparison comparison, PostingDesk desk, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CasePosting>?> RunAsync(Guid caseId, MeritFinding finding, CancellationToken ct)
    {
        var posting = await db.CasePostings.SingleOrDefaultAsync(p => p.CaseId == caseId && p.Status != PostingStatus.Withdrawn, ct);
        var aidCase = await db.Cases.Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == caseId, ct);
        if (posting is null || aidCase is null || await desk.RulesAsync(aidCase.OfficeId, ct) is not { Posting: var rules })
        {
            return null;
        }

        var compared = await comparison.DrawAsync(aidCase, ct);
        List<MeritBid> bids = [.. compared.Posted.Bids.Select(bid => new MeritBid(bid.MemberId, bid.DrawnBy))];
        if (WhyNot(posting, aidCase, bids, finding, rules) is { } refusal)
        {
            return refusal;
        }

        if (compared.WhyNotAble(finding.Best) is { Count: > 0 } barred)
        {
            return barred;
        }

        Record(posting, bids, finding);
        await db.SaveChangesAsync(ct);
        return posting;
    }

    private Refusal? WhyNot(CasePosting posting, AidCase aidCase, List<MeritBid> bids, MeritFinding finding, CorpsPostingRules rules) =>
        posting.Status != PostingStatus.Open ? new("posting-chosen", "已经择优；需要重新选定的，先由中心负责人撤回发布。", [rules.Choice.Clause])
        : aidCase.Status != CaseStatus.AwaitingAssignment ? new("posting-not-awaiting", "本案不在待指派状态。", [rules.Choice.Clause])
        : LotteryAmongEquals.WhyNotChoose(bids, finding, new(OfficeClock.ToLocal(posting.ClosesAtUtc), clock.Now), rules.Choice.Clause) is { } refusal ? refusal
        : finding.Best.Count > 1 && !rules.DrawAmongEquals.Value ? new("no-draw", "本机构的规则不抽签，请只选一人。", [rules.DrawAmongEquals.Clause])
        : null;

    private void Record(CasePosting posting, List<MeritBid> bids, MeritFinding finding)
    {
        var choice = LotteryAmongEquals.Choose(bids, finding.Best, cipher.Open(posting.SealedSeed));
        posting.Status = PostingStatus.Chosen;
        posting.BestIds = [.. finding.Best.Order()];
        (posting.Reason, posting.ChosenById, posting.ChosenAtUtc) = (finding.Reason, officer.Id, clock.UtcNow);
        if (choice.Drawn is { } drawn)
        {
            (posting.Seed, posting.ListHash) = (drawn.Seed, drawn.ListHash);
            (posting.Drawn, posting.DrawnIds) = ([.. drawn.Lines.Select(line => line.Id)], [.. choice.Order]);
        }

        db.Note(
            posting.OfficeId, clock.UtcNow, Act.PostingChosen, posting.CaseId, officer.Id,
            details: new { posting = posting.Id, bids = bids.Count, best = finding.Best.Count, posting.SeedHash, listHash = choice.Drawn?.ListHash });
    }
}
