using System.Security.Cryptography;
using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>What a posting is to say, and until when bids are taken.</summary>
public sealed record PostingOrder(string Cause, string Requirement, string? Rate, DateTime ClosesAtUtc)
{
    public IEnumerable<string> Texts => [Cause, Requirement, Rate ?? string.Empty];
}

/// <summary>
/// Posts a waiting case for bids (QDN-4.6a): without anybody's name or number, and no longer than leaves time to assign it directly (QDN-4.6b).
/// The seed for a draw among equals is laid down here, before anybody bids.
/// </summary>
public sealed class OpenPosting(AidDb db, PostingDesk desk, PostingBidders bidders, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    private const int SeedBytes = 32;

    public async Task<Outcome<CasePosting>?> RunAsync(Guid caseId, PostingOrder order, CancellationToken ct)
    {
        var aidCase = await db.Cases.SingleOrDefaultAsync(c => c.Id == caseId, ct);
        if (aidCase is null)
        {
            return null;
        }

        if (await desk.RulesAsync(aidCase.OfficeId, ct) is not { } rules)
        {
            return new Refusal("posting-not-allowed", "本机构的规则没有案源发布。", ["QDN-4.6a"]);
        }

        if (await WhyNotAsync(aidCase, order, rules.Posting, ct) is { } refusal)
        {
            return refusal;
        }

        var posting = Record(aidCase, order);
        db.TellOfPosting(posting, await bidders.OfAsync(rules, ct));
        db.Entry(aidCase).Property(c => c.Status).IsModified = true;        // posting and proposing at once meet the case's version
        await db.SaveChangesAsync(ct);
        return posting;
    }

    private async Task<Refusal?> WhyNotAsync(AidCase aidCase, PostingOrder order, CorpsPostingRules rules, CancellationToken ct)
    {
        var opening = new PostingOpening(
            aidCase.Status == CaseStatus.AwaitingAssignment,
            await db.CasePostings.AnyAsync(p => p.CaseId == aidCase.Id && p.Status != PostingStatus.Withdrawn, ct),
            clock.Now,
            OfficeClock.ToLocal(order.ClosesAtUtc),
            PostingDesk.Local(PostingDesk.EarliestDue(aidCase)));
        var (names, numbers) = await desk.IdentitiesAsync(aidCase, ct);
        return Postings.WhyNotOpen(opening, rules) ?? Deidentified.WhyNotPublish(order.Texts, names, numbers, rules.Allowed.Clause);
    }

    private CasePosting Record(AidCase aidCase, PostingOrder order)
    {
        var seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes));
        var posting = new CasePosting
        {
            Id = Guid.CreateVersion7(),
            OfficeId = aidCase.OfficeId,
            CaseId = aidCase.Id,
            Kind = aidCase.Kind,
            Stage = aidCase.Stage,
            Cause = order.Cause,
            Requirement = order.Requirement,
            Rate = order.Rate,
            DueAtUtc = PostingDesk.EarliestDue(aidCase),
            OpenedAtUtc = clock.UtcNow,
            OpenedById = officer.Id,
            ClosesAtUtc = order.ClosesAtUtc,
            Status = PostingStatus.Open,
            SeedHash = Lottery.Commitment(seed),
            SealedSeed = cipher.Seal(seed),
        };
        db.Add(posting);
        db.Note(aidCase.OfficeId, clock.UtcNow, Act.PostingOpened, aidCase.Id, officer.Id, details: new { posting = posting.Id, posting.ClosesAtUtc, posting.SeedHash });
        return posting;
    }
}
