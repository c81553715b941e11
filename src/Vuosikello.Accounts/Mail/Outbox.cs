using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Persons;

namespace Vuosikello.Accounts.Mail;

/// <summary>Takes mails to be sent. What it has taken is in the database: a restart loses none.</summary>
public sealed class Outbox(IDbContextFactory<AccountsDb> databases, IDataProtectionProvider protection, OutboxBell bell, IClock clock)
{
    private readonly IDataProtector _seal = protection.CreateProtector("Vuosikello.Accounts.Mail.Outbox");

    /// <param name="to">Where to.</param>
    /// <param name="kind">What it is about, one word for the log.</param>
    /// <param name="letter">What it says.</param>
    /// <param name="keep">For how long it is tried: later it is of no use.</param>
    /// <param name="ct">Stops the waiting.</param>
    public async Task Send(EmailAddress to, string kind, Letter letter, Duration keep, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Mails.Add(Queue(to, kind, letter, keep, onlyToPerson: false));
        await db.SaveChangesAsync(ct);
        bell.Ring();
    }

    /// <summary>A row for somebody else's transaction, who rings the bell after it.</summary>
    internal QueuedMail Queue(EmailAddress to, string kind, Letter letter, Duration keep, bool onlyToPerson)
    {
        var now = clock.GetCurrentInstant();
        return new()
        {
            Id = NewId.At(now),
            Kind = kind,
            To = to.Key,
            OnlyToPerson = onlyToPerson,
            Sealed = _seal.Protect(JsonSerializer.Serialize(new Content(to.Sent, letter))),
            Queued = now,
            Next = now,
            Until = now + keep,
        };
    }

    internal Content Open(QueuedMail mail) => JsonSerializer.Deserialize<Content>(_seal.Unprotect(mail.Sealed))!;

    /// <summary>What is sealed: the address as it was given, and the letter.</summary>
    internal sealed record Content(string To, Letter Letter);
}

/// <summary>Wakes the sender when there is something to send.</summary>
public sealed class OutboxBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    internal Task Wait(TimeSpan atMost, CancellationToken ct) => _rung.WaitAsync(atMost, ct);

    public void Dispose() => _rung.Dispose();
}
