using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Web.Parts;
using LegalAid.Web.Sending;

namespace LegalAid.Web.Features.Notices;

/// <summary>A sending as whoever keeps the system sees it: neither the case nor the address, and of people only accounts, whose keeper that is.</summary>
public sealed record SendingRow(
    Guid Id, NoticeKind Kind, NoticeChannels Channel, SendingStatus Status, int Attempts, string? Fault, DateTime NextAtUtc, DateTime? SentAtUtc, string? Proof, string? Account, bool IsRecipient)
{
    public string KindText => NoticeTexts.Name(Kind);

    public string ChannelText => NoticeTexts.Name(Channel);

    public string StatusText => NoticeTexts.Of(Status).Word;

    public Tone Tone => NoticeTexts.Of(Status).Tone;

    public string To => Account ?? (IsRecipient ? "受援人" : "名册上的电话");

    public DateTime? NextShown => Status == SendingStatus.Pending ? NextAtUtc : null;

    public static IQueryable<SendingRow> Of(AidDb db, IQueryable<NoticeSending> sendings) => sendings
        .OrderBy(s => s.Status == SendingStatus.Failed ? 0 : s.Status == SendingStatus.Pending ? 1 : 2).ThenByDescending(s => s.NextAtUtc).ThenBy(s => s.Id)
        .Select(s => new SendingRow(
            s.Id, s.Notice.Kind, s.Channel, s.Status, s.Attempts, s.Fault, s.NextAtUtc, s.SentAtUtc, s.Proof,
            db.Users.Where(u => u.Id == s.OfficerId).Select(u => u.DisplayName + "（" + u.UserName + "）").FirstOrDefault(), s.Notice.PartyId != null));
}
