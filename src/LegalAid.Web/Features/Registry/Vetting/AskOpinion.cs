using System.Security.Cryptography;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Calendar;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>A request just made; its code is told once and stored nowhere readable.</summary>
public sealed record OpinionMade(OpinionRequest Request, string Code);

/// <summary>Asks the licensing department or the bar for an opinion (WZ-7.3b, WZ-7.3c). A later request to the same body takes the place of one that was not answered.</summary>
public sealed class AskOpinion(AidDb db, VettingFactsReader reader, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    /// <summary>An answer is taken after its clock too; then the code is worthless.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(60);

    /// <returns>Null when the office has no such application.</returns>
    public async Task<Outcome<OpinionMade>?> RunAsync(Guid applicationId, OpinionBody body, string unit, CancellationToken ct)
    {
        if (await ApplicationsUnderVetting.FindAsync(db, applicationId, ct) is not { } application)
        {
            return null;
        }

        if (ApplicationsUnderVetting.WhyNotVet(application) is { } refusal)
        {
            return refusal;
        }

        var vetted = (await reader.ReadAsync(db.PoolApplications.Where(a => a.Id == applicationId), clock.UtcNow, ct)).Single();
        if (vetted.Facts.Rules.Recruitment.Pools?.Consultation is not { } rules)
        {
            return new Refusal("opinion-not-asked", "本机构的规则没有征求意见这一步。", []);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var open = db.OpinionRequests.Where(r => r.ApplicationId == applicationId && r.Body == body && r.ReplacedAtUtc == null);
        await open.Where(r => r.RepliedAtUtc == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.ReplacedAtUtc, clock.UtcNow), ct);
        if (await open.AnyAsync(ct))        // replied before, or while this waited for its row
        {
            return new Refusal("opinion-answered", $"{VettingWords.Of(body)}已经答复，无须再征求。", [rules.BureauAsked.Clause]);
        }

        var due = Deadline.Count(clock.Now, rules.ReplyClock, await WorkCalendars.FromAsync(db, clock.Today, ct));
        var (code, request) = New(applicationId, (body, unit), await ReferenceAsync(ct), OfficeClock.ToUtc(due.DueAt));
        db.Add(request);
        db.Note(officer.OfficeId, clock.UtcNow, Act.OpinionAsked, applicationId, officer.Id, details: new { opinionBody = body, dueAtUtc = request.DueAtUtc });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new OpinionMade(request, code);
    }

    private (string Code, OpinionRequest Request) New(Guid applicationId, (OpinionBody Body, string Unit) to, string reference, DateTime dueAtUtc)
    {
        var code = RecipientAccess.NewCode();
        return (code, new()
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officer.OfficeId,
            ApplicationId = applicationId,
            Body = to.Body,
            Unit = to.Unit,
            Reference = reference,
            CodeHash = OpinionRequest.HashOf(reference, code, cipher),
            AskedById = officer.Id,
            AskedAtUtc = clock.UtcNow,
            DueAtUtc = dueAtUtc,
            ExpiresAtUtc = clock.UtcNow + Lasts,
        });
    }

    private async Task<string> ReferenceAsync(CancellationToken ct)
    {
        var code = await db.Offices.Where(o => o.Id == officer.OfficeId).Select(o => o.Code).SingleAsync(ct);
        return $"{code.ToLowerInvariant()}-{RandomNumberGenerator.GetString("0123456789", 8)}";
    }
}
