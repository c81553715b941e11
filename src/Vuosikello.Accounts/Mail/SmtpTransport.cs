using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text;

namespace Vuosikello.Accounts.Mail;

/// <summary>Sends mails to an SMTP server, with STARTTLS (RFC 3207) and AUTH LOGIN unless settings say otherwise.</summary>
/// <remarks>A connection for each mail: mails are few, and none waits for another's.</remarks>
internal sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    public async Task Send(OutgoingMail mail, CancellationToken ct)
    {
        using var message = Compose(mail);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls, UseDefaultCredentials = false };
        if (settings.User is not null) client.Credentials = new NetworkCredential(settings.User, settings.Password);
        try
        {
            await client.SendMailAsync(message, ct);
        }
        catch (SmtpException e) when (IsForGood(e.StatusCode))
        {
            // Not the server's own words: there are addresses in them, and this is logged.
            throw new MailRefusedException($"The mail server answered {((int)e.StatusCode).ToString(CultureInfo.InvariantCulture)}.", e);
        }
    }

    private MailMessage Compose(OutgoingMail mail)
    {
        var from = new MailAddress(settings.From, "Vuosikello", Encoding.UTF8);
        var message = new MailMessage(from, new MailAddress(mail.To.Sent))
        {
            Subject = mail.Letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Letter.Text,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers["Message-ID"] = $"<{mail.Id:N}@{from.Host}>";
        // RFC 3834: no out-of-office answers to a server.
        message.Headers["Auto-Submitted"] = "auto-generated";
        return message;
    }

    // RFC 5321 4.2.1: 5yz. But what is wrong with signing in or with the command is the operator's to mend, and the mail waits for that.
    private static bool IsForGood(SmtpStatusCode status) => status is
        SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.TransactionFailed;
}
