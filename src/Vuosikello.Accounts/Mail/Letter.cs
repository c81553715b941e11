using Vuosikello.Accounts.Persons;

namespace Vuosikello.Accounts.Mail;

/// <summary>What a mail says: plain text, in the reader's language.</summary>
public sealed record Letter(string Subject, string Text);

/// <summary>A mail on its way out.</summary>
/// <param name="Id">The same each time it is tried: receivers can tell a second copy by it.</param>
/// <param name="To">Where to.</param>
/// <param name="Letter">What it says.</param>
public sealed record OutgoingMail(Guid Id, EmailAddress To, Letter Letter);

/// <summary>Carries mails away.</summary>
public interface IMailTransport
{
    /// <exception cref="MailRefusedException">The receiving side said no for good.</exception>
    /// <exception cref="Exception">Anything else: it may succeed later.</exception>
    Task Send(OutgoingMail mail, CancellationToken ct);
}

/// <summary>A mail that will not be taken however often it is sent.</summary>
public sealed class MailRefusedException(string message, Exception? cause = null) : Exception(message, cause);
