using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Notices;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>How many were told of a round.</summary>
internal sealed record ToldOfRound(int Institutions, int People);

/// <summary>
/// Tells every active institution and everybody on the roster of a round, and that it was extended or withdrawn, then also who applied (QJ-0.1, QJ-5.1a, QDN-8.1): those of the office, and of the offices below it, whose people
/// read it on the round's public page. Whoever has no account finds it in the inbox of the one opened later.
/// </summary>
internal static class RoundBroadcast
{
    public static async Task<ToldOfRound> TellAsync(AidDb db, RecruitmentRound round, NoticeKind kind, DateTime nowUtc, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);      // the notices refer to the round as published
        return await EachOfficeAsync(db, round, kind, nowUtc, notices => db.InsertAsync(notices, ct), ct);
    }

    /// <summary>How many would be told, in the counties too (QDN-8.1).</summary>
    public static Task<ToldOfRound> CountAsync(AidDb db, RecruitmentRound round, DateTime nowUtc, CancellationToken ct) =>
        EachOfficeAsync(db, round, NoticeKind.RoundPublished, nowUtc, _ => Task.CompletedTask, ct);

    private static async Task<ToldOfRound> EachOfficeAsync(AidDb db, RecruitmentRound round, NoticeKind kind, DateTime nowUtc, Func<List<Notice>, Task> tell, CancellationToken ct)
    {
        var own = await db.Offices.AsNoTracking().SingleAsync(o => o.Id == round.OfficeId, ct);
        var below = await db.Offices.AsNoTracking().Where(o => o.ParentId == own.Id).OrderBy(o => o.Code).ToListAsync(ct);
        var told = new ToldOfRound(0, 0);
        foreach (var office in below.Prepend(own))
        {
            await db.SeeAsync([office.Id], ct);     // a notice is its addressee's office's
            var notices = await NoticesAsync(db, round, kind, (office, office.Id == own.Id ? $"/joining/rounds/{round.Id}" : $"/join/{own.Code}"), nowUtc, ct);
            await tell(notices);
            told = new(told.Institutions + notices.Count(n => n.InstitutionId is not null), told.People + notices.Count(n => n.MembershipId is not null));
        }

        await db.SeeAsync([own.Id], ct);
        return told;
    }

    private static async Task<List<Notice>> NoticesAsync(AidDb db, RecruitmentRound round, NoticeKind kind, (Office Office, string Path) to, DateTime nowUtc, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(OfficeClock.ToLocal(nowUtc));
        var text = NoticeTexts.OfRound(kind, round.Title, round.ClosesAtUtc, today);
        var current = db.Memberships.Where(m => m.LeftOn == null || m.LeftOn > today);
        var practices = db.Institutions.Where(i => i.Kind == InstitutionKind.LawFirm || i.Kind == InstitutionKind.LegalServiceOffice);       // where people without one stand, nobody reads (PersonKinds.HasPractice)
        var institutions = await practices.Where(i => (i.ClosedOn == null || i.ClosedOn > today) && (i.District == to.Office.District || current.Any(m => m.InstitutionId == i.Id))).OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(ct);
        var people = await current.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct);
        var applicants = kind == NoticeKind.RoundPublished ? [] : await ApplicantsAsync(db, round, ct);
        return [.. institutions.Select(id => New(institution: id)), .. people.Select(id => New(member: id)), .. applicants.Select(id => New(applicant: id))];

        Notice New(Guid? institution = null, Guid? member = null, Guid? applicant = null) => new()
        {
            Id = Guid.CreateVersion7(),
            OfficeId = to.Office.Id,
            Kind = kind,
            InstitutionId = institution,
            MembershipId = member,
            OfficerId = applicant,
            RoundId = round.Id,
            Path = to.Path,
            Text = text,
            HasLegalEffect = false,
            DueAtUtc = kind == NoticeKind.RoundWithdrawn ? null : round.ClosesAtUtc,
            WrittenAtUtc = nowUtc,
        };
    }

    // From outside, with an application on its way; who is on the roster is told as such.
    private static Task<List<Guid>> ApplicantsAsync(AidDb db, RecruitmentRound round, CancellationToken ct) => (
        from u in db.Users
        where u.OfficeId == round.OfficeId && u.MembershipId == null
            && db.PoolApplications.Any(a => a.RoundId == round.Id && a.ApplicantId == u.Id && !ApplicationStatuses.CameToNothing.Contains(a.Status))
        orderby u.Id
        select u.Id).ToListAsync(ct);
}
