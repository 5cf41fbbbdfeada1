using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>An objection as anybody writes it.</summary>
public sealed record PublicObjection(Guid ApplicationId, string Statement, string RaisedBy, string Contact);

/// <summary>Takes in what anybody objects to somebody on a published list, while it hangs out (公示). It stands beside those a clerk types; how its writer is reached is sealed. No more in a day than an office can read.</summary>
public sealed class ObjectToList(AidDb db, FieldCipher cipher, OfficeClock clock)
{
    private const int MostADay = 100;

    /// <param name="roundId">A round whose list is shown at the office called at, the only one in sight.</param>
    /// <param name="said">Well-formed.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<ResultObjection>?> RunAsync(Guid roundId, PublicObjection said, CancellationToken ct)
    {
        if (await PublishedLists.Shown(db, clock.UtcNow).AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, ct) is not { } round)
        {
            return null;
        }

        if (await WhyNotAsync(round, said.ApplicationId, ct) is { } refusal)
        {
            return refusal;
        }

        var objection = new ResultObjection
        {
            Id = Guid.CreateVersion7(),
            OfficeId = round.OfficeId,
            RoundId = roundId,
            ApplicationId = said.ApplicationId,
            RaisedBy = said.RaisedBy,
            RaisersContact = cipher.Seal(said.Contact),
            RaisedOn = clock.Today,
            Statement = said.Statement,
            RecordedAtUtc = clock.UtcNow,
        };
        db.Add(objection);
        db.Note(round.OfficeId, clock.UtcNow, Act.ObjectionReceived, objection.ApplicationId, officerId: null, details: new { objection = objection.Id });
        await db.SaveChangesAsync(ct);
        return objection;
    }

    private async Task<Refusal?> WhyNotAsync(RecruitmentRound round, Guid applicationId, CancellationToken ct)
    {
        var dayAgo = clock.UtcNow.AddDays(-1);
        return round.ObjectionsUntil is not { } until ? new("objection-no-publicity", "这份名单没有公示期，请直接联系本中心。", [])
            : until < clock.Today ? new("objection-late", $"公示已于{until:yyyy-MM-dd}期满。", [])
            : !await db.PoolApplications.AnyAsync(a => a.Id == applicationId && a.RoundId == round.Id && a.Status == ApplicationStatus.Selected, ct) ? new("objection-nobody", "所选的人不在名单上。", [])
            : await db.ResultObjections.CountAsync(o => o.RoundId == round.Id && o.RecordedById == null && o.RecordedAtUtc > dayAgo, ct) >= MostADay
                ? new("objection-full", "今天收到的异议已满，请明天再来，或者直接联系本中心。", [])
            : null;
    }
}
