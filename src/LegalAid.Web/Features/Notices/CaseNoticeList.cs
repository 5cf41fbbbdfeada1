using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Notices;

/// <summary>What the case page says of notices: who was told of what, when it was opened, and by which ways it went out and arrived. Shown to the office only.</summary>
public sealed class CaseNoticeListViewComponent(AidDb db, CurrentOfficer officer) : ViewComponent
{
    private const int Most = 50;

    public async Task<IViewComponentResult> InvokeAsync(Guid caseId)
    {
        if (!officer.SeesWholeOffice)
        {
            return Content(string.Empty);
        }

        var ct = HttpContext.RequestAborted;
        var rows = await db.Notices.AsNoTracking().Where(n => n.CaseId == caseId).OrderByDescending(n => n.WrittenAtUtc).ThenByDescending(n => n.Id).Take(Most).Select(n => new CaseNoticeRow(
            n.Kind,
            n.HasLegalEffect,
            n.WrittenAtUtc,
            db.Users.Where(u => u.Id == n.OfficerId).Select(u => u.DisplayName).FirstOrDefault()
                ?? db.Institutions.Where(i => i.Id == n.InstitutionId).Select(i => i.Name).FirstOrDefault()
                ?? db.Memberships.Where(m => m.Id == n.MembershipId).Select(m => m.RosterName ?? m.Person.Name).FirstOrDefault()
                ?? "受援人",
            n.PartyId == null,
            db.NoticeReadings.Where(r => r.NoticeId == n.Id).OrderBy(r => r.ReadAtUtc).Select(r => (DateTime?)r.ReadAtUtc).FirstOrDefault(),
            db.NoticeSendings.Where(s => s.NoticeId == n.Id).OrderBy(s => s.Id).Select(s => new CaseSendingRow(s.Channel, s.Status, s.SentAtUtc, s.Proof)).ToList())).ToListAsync(ct);
        return rows.Count == 0 ? Content(string.Empty) : View("/Features/Notices/_CaseNoticeList.cshtml", rows);
    }
}

/// <summary>One notice of a case.</summary>
public sealed record CaseNoticeRow(NoticeKind Kind, bool HasLegalEffect, DateTime WrittenAtUtc, string To, bool HasInbox, DateTime? ReadAtUtc, List<CaseSendingRow> Sendings)
{
    public string KindText => NoticeTexts.Name(Kind);
}

/// <summary>One way it went out by.</summary>
public sealed record CaseSendingRow(NoticeChannels Channel, SendingStatus Status, DateTime? SentAtUtc, string? Proof)
{
    public string ChannelText => NoticeTexts.Name(Channel);

    public string StatusText => NoticeTexts.Of(Status).Word;
}
