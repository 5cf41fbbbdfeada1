using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>An update with the member's entry as it stands, personal values masked by whoever shows them.</summary>
public sealed record EntryUpdateRow(EntryUpdate Update, Membership Member, string Name, string Institution, string? DecidedBy)
{
    /// <summary>What waits first, then the latest.</summary>
    public static IQueryable<EntryUpdateRow> Of(AidDb db, IQueryable<EntryUpdate> updates) =>
        from u in updates.AsNoTracking()
        join m in db.Memberships on u.MembershipId equals m.Id
        orderby u.Status == EntryUpdateStatus.Waiting descending, u.ProposedAtUtc descending, u.Id
        select new EntryUpdateRow(u, m, m.RosterName ?? m.Person.Name, m.Institution.Name, db.Users.Where(o => o.Id == u.DecidedById).Select(o => o.DisplayName).FirstOrDefault());

    public (string Word, Tone Tone) State => Update.Status switch
    {
        EntryUpdateStatus.Waiting => ("待核对", Tone.Waiting),
        EntryUpdateStatus.Confirmed => ("已更新", Tone.Good),
        EntryUpdateStatus.Refused => ("已退回", Tone.Ended),
        _ => throw new InvalidOperationException($"Unknown status {Update.Status}."),
    };

    /// <summary>What is to change, as words.</summary>
    public string Fields => string.Join('、', new[]
    {
        Update.NewPhone is null ? null : "手机号", Update.NewAddress is null ? null : "通讯地址", Update.Specialities is null ? null : "业务专长", Update.Languages is null ? null : "语言",
    }.OfType<string>());

    /// <summary>Field, on record, asked for.</summary>
    public IEnumerable<(string Field, string Before, string After)> Changes(FieldCipher cipher)
    {
        if (Update.NewPhone is { } phone)
        {
            yield return ("手机号", Masking.Hide(cipher.Open(Member.Phone)), Masking.Hide(cipher.Open(phone)));
        }

        if (Update.NewAddress is { } address)
        {
            yield return ("通讯地址", Member.Address is { } known ? Masking.Hide(cipher.Open(known)) : "没有登记", Masking.Hide(cipher.Open(address)));
        }

        if (Update.Specialities is { } specialities)
        {
            yield return ("业务专长", Joined(Member.Specialities), Joined(specialities));
        }

        if (Update.Languages is { } languages)
        {
            yield return ("语言", Joined(Member.Languages), Joined(languages));
        }
    }

    private static string Joined(List<string> words) => words.Count == 0 ? "没有" : string.Join('、', words);
}
