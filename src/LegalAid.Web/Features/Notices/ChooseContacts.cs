using System.Net.Mail;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Security;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Notices;

/// <summary>Keeps where the officer is reached outside the program and by which ways of ordinary things too.</summary>
public sealed class ChooseContacts(AidDb db, FieldCipher cipher, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ContactChoice>> RunAsync(ContactForm form, CancellationToken ct)
    {
        if (WhyNot(form).ToList() is { Count: > 0 } refusals)
        {
            return refusals;
        }

        var choice = await db.ContactChoices.SingleOrDefaultAsync(c => c.OfficerId == officer.Id, ct);
        if (choice is null)
        {
            choice = new() { OfficerId = officer.Id, OfficeId = officer.OfficeId };
            db.Add(choice);
        }

        choice.Channels = form.Channels;
        choice.Phone = PhoneNumber.TryParse(form.Phone, out var phone, out _) ? cipher.Seal(phone.Digits) : null;
        choice.Mail = Sealed(form.Mail);
        choice.WeChatWorkId = Sealed(form.WeChatWorkId);
        db.Note(officer.OfficeId, clock.UtcNow, Act.ContactsChosen, officer.Id, officer.Id, details: new { channels = form.Channels });
        await db.SaveChangesAsync(ct);
        return choice;
    }

    private static IEnumerable<Refusal> WhyNot(ContactForm form)
    {
        if (!string.IsNullOrWhiteSpace(form.Phone) && !PhoneNumber.TryParse(form.Phone, out _, out var fault))
        {
            yield return new("contact-phone", fault + "。", []);
        }

        if (!string.IsNullOrWhiteSpace(form.Mail) && !(MailAddress.TryCreate(form.Mail.Trim(), out var mail) && mail.Address == form.Mail.Trim()))
        {
            yield return new("contact-mail", "邮箱地址有误。", []);
        }

        foreach (var (channel, address, word) in new[] { (NoticeChannels.Sms, form.Phone, "手机号"), (NoticeChannels.Mail, form.Mail, "邮箱"), (NoticeChannels.WeChatWork, form.WeChatWorkId, "企业微信账号") })
        {
            if (form.Channels.HasFlag(channel) && string.IsNullOrWhiteSpace(address))
            {
                yield return new("contact-missing", $"选了这种方式，请填写{word}。", []);
            }
        }
    }

    private Sealed? Sealed(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : cipher.Seal(typed.Trim());
}
