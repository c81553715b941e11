using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Polly;
using Polly.Retry;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Persons;

namespace Vuosikello.Accounts.Mail;

/// <summary>Sends what is due. Several servers may run it: each mail is taken by one of them.</summary>
public sealed class OutboxRun(IDbContextFactory<AccountsDb> databases, Outbox outbox, IMailTransport transport, IClock clock, ILogger<OutboxRun> log)
{
    /// <summary>For so long a mail is its taker's; one who died with it lets it go by then.</summary>
    private static readonly Duration Taken = Duration.FromMinutes(2);

    private static readonly Duration FirstPause = Duration.FromSeconds(30), LongestPause = Duration.FromHours(1);

    // A connection that broke is worth one more try at once; a server that is away is asked again later.
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.Zero,
            ShouldHandle = new PredicateBuilder().Handle<Exception>(e => e is not (OperationCanceledException or MailRefusedException)),
        })
        .AddTimeout(TimeSpan.FromSeconds(30))
        .Build();

    /// <summary>Sends what is due now, and drops what is past its time.</summary>
    /// <returns>When the next mail is due; null when none waits.</returns>
    public async Task<Instant?> SendDue(CancellationToken ct)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var now = clock.GetCurrentInstant();
            await db.Mails.Where(m => m.Until <= now).ExecuteDeleteAsync(ct);
            var due = await db.Mails.AsNoTracking().Where(m => m.Next <= now).OrderBy(m => m.Next).Take(20).ToListAsync(ct);
            if (due.Count == 0) return await db.Mails.MinAsync(m => (Instant?)m.Next, ct);
            foreach (var mail in due)
                if (await Take(db, mail, now, ct)) await Send(db, mail, ct);
        }
    }

    private static async Task<bool> Take(AccountsDb db, QueuedMail mail, Instant now, CancellationToken ct)
    {
        var until = now + Taken;
        return await db.Mails.Where(m => m.Id == mail.Id && m.Next == mail.Next).ExecuteUpdateAsync(set => set.SetProperty(m => m.Next, until), ct) > 0;
    }

    private async Task Send(AccountsDb db, QueuedMail mail, CancellationToken ct)
    {
        try
        {
            if (await Receiver(db, mail, ct) is { } to)
            {
                await Carry(mail, to, ct);
                await Note(db, mail, ct);
            }
            await Drop(db, mail, ct);
        }
        catch (CryptographicException)
        {
            await Drop(db, mail, ct);
            log.LogWarning("Mail {Mail} ({Kind}) cannot be read with the server's present keys and is dropped.", mail.Id, mail.Kind);
        }
        catch (MailRefusedException e)
        {
            // Said when it is so: whoever reads this and looks at the pages finds it there.
            await Drop(db, mail, ct);
            log.LogWarning("Mail {Mail} ({Kind}) was refused and is dropped. {Reason}", mail.Id, mail.Kind, e.Message);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            var pause = Pause(mail.Tries);
            // The kinds alone: what servers answer has addresses in it.
            log.LogWarning(
                "Mail {Mail} ({Kind}) could not be sent: {Reason}. It is tried again in {Pause}. See the settings Mail:Host, Mail:Port, Mail:StartTls, Mail:User and Mail:PasswordFile.",
                mail.Id, mail.Kind, string.Join(", ", Kinds(e)), pause);
            var next = clock.GetCurrentInstant() + pause;
            await db.Mails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Next, next).SetProperty(m => m.Tries, mail.Tries + 1), ct);
        }
    }

    /// <returns>Null when the mail is for a person, and the address is nobody's.</returns>
    private async Task<EmailAddress?> Receiver(AccountsDb db, QueuedMail mail, CancellationToken ct)
    {
        string? address = mail.OnlyToPerson ? await db.Users.Where(p => p.NormalizedEmail == mail.To).Select(p => p.Email).FirstOrDefaultAsync(ct) : outbox.Open(mail).To;
        return EmailAddress.TryRead(address, out var to) ? to : null;
    }

    private async Task Carry(QueuedMail mail, EmailAddress to, CancellationToken ct)
    {
        var outgoing = new OutgoingMail(mail.Id, to, outbox.Open(mail).Letter);
        await _pipeline.ExecuteAsync(async token => await transport.Send(outgoing, token), ct);
    }

    // Before the mail is dropped: whoever looks in between sees that it was sent, not that it was given up.
    private async Task Note(AccountsDb db, QueuedMail mail, CancellationToken ct)
    {
        Instant? now = clock.GetCurrentInstant();
        await db.InvitationMails.Where(m => m.Mail == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Sent, now), ct);
    }

    private static Task<int> Drop(AccountsDb db, QueuedMail mail, CancellationToken ct) => db.Mails.Where(m => m.Id == mail.Id).ExecuteDeleteAsync(ct);

    private static Duration Pause(int tries) => Duration.Min(FirstPause * Math.Pow(2, Math.Min(tries, 10)), LongestPause);

    private static IEnumerable<string> Kinds(Exception e)
    {
        for (Exception? at = e; at is not null; at = at.InnerException)
            yield return at is System.Net.Mail.SmtpException smtp ? $"SMTP {smtp.StatusCode}" : at.GetType().Name;
    }
}
