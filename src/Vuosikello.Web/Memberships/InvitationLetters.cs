using NodaTime;
using Vuosikello.Accounts.Invitations;
using Vuosikello.Accounts.Limits;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Words;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Memberships;

/// <summary>To whom an invitation goes.</summary>
/// <param name="Address">Where to.</param>
/// <param name="Language">In which, unless whoever has the address has chosen a language: <c>fi</c>, <c>sv</c> or <c>en</c>.</param>
public sealed record Invitee(EmailAddress Address, string Language);

/// <summary>Mails an invitation to whom it is for: who invites to what as whom, until when, and the link.</summary>
public sealed class InvitationLetters(
    Texts texts, SignInLetters mail, InvitationMails mails, PersonsStore persons, IPartnershipViews partnerships, IMemberNames names, CurrentMember member, Counts counts, IClock clock)
{
    /// <summary>Whether mails get anywhere: else the links are all there is.</summary>
    public bool CanSend => mail.CanSend;

    /// <returns>False when nothing was sent: there is no mail, or the person or the address has had too many today.</returns>
    /// <param name="invitation">As it was made.</param>
    /// <param name="link">Its whole address; null when nobody knows it any more.</param>
    /// <param name="to">Null for an invitation that is handed over by other means.</param>
    /// <param name="ct">Stops the waiting.</param>
    public async Task<bool> Send(InviteMember invitation, string? link, Invitee? to, CancellationToken ct)
    {
        if (to is null || link is null || !CanSend || member.Id is not { } by || partnerships.Find(invitation.Partnership)?.State is not { } partnership) return false;
        if (!await counts.Try(Limit.InvitationsByMember, by.Value.ToString("N"), ct) || !await counts.Try(Limit.InvitationsToAddress, to.Address.Key, ct)) return false;
        string language = await persons.Find(to.Address, ct) is { } known ? known.Language : to.Language;
        var letter = LanguageSetup.In(language, () => Compose(invitation, link, by, partnership));
        var open = invitation.ExpiresAt - clock.GetCurrentInstant();
        await mails.Send(invitation.Invitation, invitation.Partnership, to.Address, to.Language, letter, open, invitation.ExpiresAt, ct);
        return true;
    }

    private Letter Compose(InviteMember invitation, string link, MemberId by, Partnership partnership)
    {
        string name = partnership.Name.In(LanguageSetup.Current), who = texts.NameOf(by, names);
        string role = texts.RoleInWords(new(invitation.Role, invitation.Partner, invitation.IsChair), partnership);
        string means = texts.Member[$"RoleText.{invitation.Role}"], until = TimeInWords.At(invitation.ExpiresAt, LanguageSetup.Current);
        return new(texts.Invitation["LetterSubject", name], texts.Invitation["LetterText", who, name, role, means, until, link]);
    }
}
