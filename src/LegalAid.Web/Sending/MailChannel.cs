using System.Net;
using System.Net.Mail;
using System.Text;
using LegalAid.Store.Notices;

namespace LegalAid.Web.Sending;

/// <summary>Mail by the office's server. The key is the Message-ID, by which a mail that comes twice is known as one; the server's acceptance is the proof.</summary>
internal sealed class MailChannel(MailSettings settings, TimeSpan timeout) : IChannel
{
    public NoticeChannels Kind => NoticeChannels.Mail;

    // The client minds its time-out only where it blocks; a server that hangs must not hold the run for as long as it likes.
    public Task<SendResult> SendAsync(Outgoing notice, CancellationToken ct) => Task.Factory.StartNew(() => Send(notice), ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private SendResult Send(Outgoing notice)
    {
        try
        {
            using var mail = new MailMessage(settings.From, notice.Address, notice.Subject, notice.Text) { SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8 };
            var id = $"<{notice.Key}@yuanku>";
            mail.Headers.Add("Message-ID", id);
            using var smtp = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls, Timeout = (int)timeout.TotalMilliseconds };
            if (settings.User is not null)
            {
                smtp.Credentials = new NetworkCredential(settings.User, settings.Password);
            }

            smtp.Send(mail);
            return new(id);
        }
        catch (SmtpException error)
        {
            return new(null, error.StatusCode == SmtpStatusCode.GeneralFailure ? "邮件服务器连接不上，或者超时没有应答" : $"邮件服务器没有接收（{(int)error.StatusCode}）", IsFinal(error));
        }
        catch (FormatException)
        {
            return new(null, "邮箱地址有误", IsFinal: true);
        }
    }

    // 5xx for the address: it does not exist or may not be written to. A failed connection has no such code.
    private static bool IsFinal(SmtpException error) => error is SmtpFailedRecipientException && (int)error.StatusCode >= 500;
}
