using NodaTime;

namespace Vuosikello.Accounts.Mail;

/// <summary>A mail that waits to be sent. The row goes when it was sent, or when it is of no use any more.</summary>
public sealed class QueuedMail
{
    public Guid Id { get; init; }

    /// <summary>What it is about, for the log: one word.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The key of the address that it goes to, by which the erasing of a person finds it.</summary>
    public string To { get; init; } = "";

    /// <summary>True when it is sent only if the address is a person's by then, and to the address as that person gave it.</summary>
    public bool OnlyToPerson { get; init; }

    /// <summary>Subject and text, encrypted with the server's keys: there are secrets in some.</summary>
    public string Sealed { get; init; } = "";

    public Instant Queued { get; init; }

    /// <summary>Not before this.</summary>
    public Instant Next { get; set; }

    public int Tries { get; set; }

    /// <summary>When it is dropped, sent or not.</summary>
    public Instant Until { get; init; }
}
