using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Invitations;

/// <summary>What became of an invitation's mail.</summary>
public enum InvitationMailState
{
    /// <summary>It is on its way to the mail server, or is tried again later.</summary>
    Waits,

    /// <summary>The mail server took it. Whether anybody reads it nobody knows.</summary>
    Sent,

    /// <summary>The mail server refused it for good, or could not be reached as long as it was tried.</summary>
    GivenUp,
}

/// <summary>An invitation's mail as it stands.</summary>
/// <param name="To">The address as whoever invited gave it.</param>
/// <param name="Language">What was chosen for it.</param>
/// <param name="State">What became of it.</param>
/// <param name="Sent">When the mail server took it, UTC; null when it did not.</param>
public sealed record SentInvitation(string To, string Language, InvitationMailState State, Instant? Sent);

/// <summary>Mails invitations, and tells what became of the mails.</summary>
public sealed class InvitationMails(IDbContextFactory<AccountsDb> databases, Outbox outbox, OutboxBell bell)
{
    private const string Kind = "invitation";

    /// <summary>For so long a mail is tried: a coordinator who invites today should know this week that nothing came.</summary>
    public static readonly Duration Tried = Duration.FromDays(3);

    /// <summary>Takes the mail of an invitation. The same invitation again changes nothing.</summary>
    /// <param name="invitation">Which.</param>
    /// <param name="partnership">To which partnership it invites.</param>
    /// <param name="to">Where to.</param>
    /// <param name="language">What was chosen.</param>
    /// <param name="letter">What the mail says.</param>
    /// <param name="open">For how long the invitation is good.</param>
    /// <param name="until">When it expires, UTC.</param>
    /// <param name="ct">Stops the waiting.</param>
    public async Task Send(InvitationId invitation, PartnershipId partnership, EmailAddress to, string language, Letter letter, Duration open, Instant until, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.InvitationMails.AnyAsync(m => m.Invitation == invitation.Value, ct)) return;
        var mail = outbox.Queue(to, Kind, letter, Duration.Min(Tried, open), onlyToPerson: false);
        db.Mails.Add(mail);
        db.InvitationMails.Add(new()
        {
            Invitation = invitation.Value,
            Partnership = partnership.Value,
            To = to.Key,
            Shown = to.Shown,
            Language = language,
            Mail = mail.Id,
            Until = until,
        });
        await db.SaveChangesAsync(ct);
        bell.Ring();
    }

    /// <returns>Of a partnership's invitations those that were mailed, by their ids.</returns>
    public async Task<IReadOnlyDictionary<Guid, SentInvitation>> Of(PartnershipId partnership, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var all = await db.InvitationMails.AsNoTracking().Where(m => m.Partnership == partnership.Value)
            .Select(m => new { Mail = m, Waits = db.Mails.Any(waiting => waiting.Id == m.Mail) }).ToListAsync(ct);
        return all.ToDictionary(one => one.Mail.Invitation, one => new SentInvitation(one.Mail.Shown, one.Mail.Language, StateOf(one.Mail, one.Waits), one.Mail.Sent));
    }

    /// <returns>How one invitation was mailed; null when it was not.</returns>
    public async Task<SentInvitation?> Of(PartnershipId partnership, InvitationId invitation, CancellationToken ct) =>
        (await Of(partnership, ct)).GetValueOrDefault(invitation.Value);

    /// <summary>An invitation was taken or taken back: its mail, if it still waits, is not sent, and its address is forgotten.</summary>
    public async Task Forget(InvitationId invitation, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Mails.Where(waiting => db.InvitationMails.Any(m => m.Invitation == invitation.Value && m.Mail == waiting.Id)).ExecuteDeleteAsync(ct);
        await db.InvitationMails.Where(m => m.Invitation == invitation.Value).ExecuteDeleteAsync(ct);
    }

    private static InvitationMailState StateOf(InvitationMail mail, bool waits) =>
        mail.Sent is not null ? InvitationMailState.Sent : waits ? InvitationMailState.Waits : InvitationMailState.GivenUp;
}
