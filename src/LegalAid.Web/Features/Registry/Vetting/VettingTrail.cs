using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>Who confirmed, assessed, answered and decided what of an application, newest first.</summary>
public sealed record VettingTrail(IReadOnlyList<TrailRow> Confirmations, IReadOnlyList<AssessmentRow> Assessments, IReadOnlyList<OpinionRow> Opinions, IReadOnlyList<TrailRow> Minutes)
{
    private const int Most = 20;

    public static async Task<VettingTrail> ReadAsync(AidDb db, FieldCipher cipher, Guid applicationId, CancellationToken ct)
    {
        var confirmations = await db.VettingConfirmations.AsNoTracking().Where(c => c.ApplicationId == applicationId).OrderByDescending(c => c.AtUtc).ThenByDescending(c => c.Id).Take(Most)
            .Select(c => new { c.Criterion, c.Met, c.Reason, Who = db.Users.Where(u => u.Id == c.OfficerId).Select(u => u.DisplayName).FirstOrDefault() ?? "—", c.AtUtc }).ToListAsync(ct);
        var assessments = await db.AdmissionAssessments.AsNoTracking().Where(a => a.ApplicationId == applicationId).OrderByDescending(a => a.RecordedAtUtc).ThenByDescending(a => a.Id).Take(Most)
            .Select(a => new { a.HeldOn, a.AssessedBy, a.Passed, a.Remark, a.FileBytes, a.RecordedAtUtc }).ToListAsync(ct);
        var minutes = await db.SelectionMinutes.AsNoTracking().Where(m => m.ApplicationId == applicationId).OrderByDescending(m => m.AtUtc).ThenByDescending(m => m.Id).Take(Most)
            .Select(m => new { m.Selected, m.Reason, Who = db.Users.Where(u => u.Id == m.OfficerId).Select(u => u.DisplayName).FirstOrDefault() ?? "—", m.AtUtc }).ToListAsync(ct);
        return new(
            confirmations.ConvertAll(c => new TrailRow(VettingWords.Of(c.Criterion), c.Met, cipher.Open(c.Reason), c.Who, c.AtUtc)),
            assessments.ConvertAll(a => new AssessmentRow(a.HeldOn, cipher.Open(a.AssessedBy), a.Passed, a.Remark is { } remark ? cipher.Open(remark) : null, a.FileBytes, a.RecordedAtUtc)),
            await OpinionsAsync(db, applicationId, ct),
            minutes.ConvertAll(m => new TrailRow(m.Selected ? "拟入库" : "不予入库", m.Selected, cipher.Open(m.Reason), m.Who, m.AtUtc)));
    }

    private static Task<List<OpinionRow>> OpinionsAsync(AidDb db, Guid applicationId, CancellationToken ct) =>
        db.OpinionRequests.AsNoTracking().Where(r => r.ApplicationId == applicationId).OrderByDescending(r => r.AskedAtUtc).ThenByDescending(r => r.Id).Take(Most)
            .Select(r => new OpinionRow(r.Body, r.Unit, r.AskedAtUtc, r.DueAtUtc, r.ReplacedAtUtc != null, r.RepliedAtUtc, r.Reply, r.Opinion, r.RepliedBy, r.RemindedAtUtc)).ToListAsync(ct);
}

/// <summary>A confirmation, or a line of the minutes.</summary>
public sealed record TrailRow(string What, bool Met, string Reason, string Who, DateTime AtUtc);

/// <summary>An assessment as it is listed.</summary>
public sealed record AssessmentRow(DateOnly HeldOn, string AssessedBy, bool Passed, string? Remark, int FileBytes, DateTime RecordedAtUtc);

/// <summary>An opinion asked for, as it is listed.</summary>
public sealed record OpinionRow(OpinionBody Body, string Unit, DateTime AskedAtUtc, DateTime DueAtUtc, bool IsReplaced, DateTime? RepliedAtUtc, OpinionReply? Reply, string? Opinion, string? RepliedBy, DateTime? RemindedAtUtc);
