using System.Security.Cryptography;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>What whoever is asked sees of the applicant: name, institution and licence number, nothing more.</summary>
public sealed record OpinionSubject(Guid RequestId, Guid OfficeId, string Unit, string Name, string Institution, string LicenceNumber, DateTime DueAtUtc);

/// <summary>What is answered, and by whom.</summary>
public sealed record OpinionAnswer(OpinionReply Reply, string? Opinion, string RepliedBy);

/// <summary>
/// The department or the bar opens a request with reference and code and answers it, once. Every failure reads the same, and each try counts before it is looked at.
/// </summary>
public sealed class GiveOpinion(AidDb db, FieldCipher cipher, OfficeClock clock)
{
    private static readonly Refusal Wrong = new("opinion-code", "编号或者一次性代码不对，或者已经答复、过期。请核对来函，仍不行的请联系发函的法律援助中心。", []);

    /// <param name="reference">As on the letter.</param>
    /// <param name="code">As on the letter.</param>
    /// <param name="answer">Null to look first.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<OpinionSubject>> RunAsync(string reference, string code, OpinionAnswer? answer, CancellationToken ct)
    {
        if (await FindAsync(reference, ct) is not { } request || !await TryAsync(request.Id, ct)
            || !CryptographicOperations.FixedTimeEquals(request.CodeHash, OpinionRequest.HashOf(request.Reference, code, cipher)))
        {
            return Wrong;
        }

        if (answer is not null)
        {
            if (answer.Reply == OpinionReply.Objects && string.IsNullOrWhiteSpace(answer.Opinion))
            {
                await RightAsync(request.Id, ct);
                return new Refusal("opinion-words", "有不同意见的，请写明意见。", []);
            }

            return await AnswerAsync(request, answer, ct) ? await SubjectAsync(request, ct) : Wrong;
        }

        await RightAsync(request.Id, ct);
        return await SubjectAsync(request, ct);
    }

    // A reference says which office made it, so that it is looked for among that office's rows alone.
    private async Task<OpinionRequest?> FindAsync(string reference, CancellationToken ct)
    {
        var told = reference.Trim().ToLowerInvariant();
        var code = told.Split('-')[0].ToUpperInvariant();
        if (await db.Offices.Where(o => o.Code == code).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(ct) is not { } office)
        {
            return null;
        }

        await db.SeeAsync([office], ct);
        return await db.OpinionRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == told && r.ReplacedAtUtc == null && r.RepliedAtUtc == null, ct);
    }

    private async Task<bool> TryAsync(Guid id, CancellationToken ct)
    {
        var now = clock.UtcNow;
        return await db.OpinionRequests.Where(r => r.Id == id && r.RepliedAtUtc == null && r.ReplacedAtUtc == null && r.ExpiresAtUtc > now && r.Failures < OpinionRequest.MostFailures)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Failures, r => r.Failures + 1), ct) == 1;
    }

    // Looking with the right code is no failure; only this try is taken back, so guesses beside it still count.
    private Task<int> RightAsync(Guid id, CancellationToken ct) =>
        db.OpinionRequests.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Failures, r => r.Failures - 1), ct);

    private async Task<bool> AnswerAsync(OpinionRequest request, OpinionAnswer answer, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var answered = await db.OpinionRequests.Where(r => r.Id == request.Id && r.RepliedAtUtc == null && r.ReplacedAtUtc == null).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.RepliedAtUtc, clock.UtcNow).SetProperty(r => r.Reply, answer.Reply).SetProperty(r => r.Opinion, answer.Opinion).SetProperty(r => r.RepliedBy, answer.RepliedBy), ct);
        if (answered == 0)
        {
            return false;
        }

        db.Note(request.OfficeId, clock.UtcNow, Act.OpinionGiven, request.ApplicationId, officerId: null, details: new { opinionBody = request.Body, opinionReply = answer.Reply });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private Task<OpinionSubject> SubjectAsync(OpinionRequest request, CancellationToken ct) => (
        from a in db.PoolApplications.AsNoTracking()
        where a.Id == request.ApplicationId
        select new OpinionSubject(
            request.Id, request.OfficeId, request.Unit, a.Name,
            db.Institutions.Where(i => i.Id == a.InstitutionId).Select(i => i.Name).FirstOrDefault() ?? "—",
            a.LicenceNumber ?? "—",
            request.DueAtUtc)).SingleAsync(ct);
}
