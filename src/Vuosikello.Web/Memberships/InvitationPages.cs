using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Accounts.Invitations;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Languages;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Memberships;

/// <summary>Makes the page of an invitation, for whoever has its link.</summary>
public sealed class InvitationPages(CurrentMember member, IMemberNames names, InvitationMails mails, SignInLetters letters, Onlookers onlookers, IClock clock)
{
    /// <summary>Whether whoever is signed in has never said what they are called.</summary>
    public bool AsksForName => member.Id is { } id && names.NameOf(id, LanguageSetup.Current) is null;

    /// <summary>Why the invitation cannot be taken, as the command would say it; null when it can, or its reader took it.</summary>
    public Problem? Refusal(PartnershipView partnership, Invitation? invitation) => invitation switch
    {
        null or { IsRevoked: true } => new Problem(ProblemCodes.NoSuchInvitation),
        { AcceptedBy: { } by } => by == member.Id ? null : new Problem(ProblemCodes.InvitationIsUsed),
        _ when clock.GetCurrentInstant() >= invitation.ExpiresAt => new Problem(ProblemCodes.InvitationHasExpired),
        { Partner: { } partner } when !partnership.State.Partners.ContainsKey(partner.Value) => new Problem(ProblemCodes.InvitingPartnerLeft, "", [partner.Value]),
        _ => null,
    };

    /// <param name="http">The request.</param>
    /// <param name="partnership">The invitation's.</param>
    /// <param name="invitation">Null when there is none.</param>
    /// <param name="wrongName">What was typed that is no name; null for nothing wrong.</param>
    /// <param name="wrongEmail">What was typed that is no e-mail address; null for nothing wrong.</param>
    public async Task<IResult> Page(HttpContext http, PartnershipView partnership, Invitation? invitation, string? wrongName = null, string? wrongEmail = null)
    {
        if (Refusal(partnership, invitation) is { } refusal) return Refused(http, partnership, invitation, refusal);
        // Whoever has the secret is who was invited, or who invited and typed the address.
        string? invited = member.IsSignedIn ? null : (await mails.Of(partnership.Id, invitation!.Id, http.RequestAborted))?.To;
        bool wrong = wrongName is not null || wrongEmail is not null;
        return Private(http, new(new
        {
            Partnership = partnership,
            Seen = onlookers.Partnership(http.User, partnership.Id),
            Invitation = invitation,
            AsksForName,
            WrongName = wrongName,
            WrongEmail = wrongEmail,
            Email = invited,
            MailWorks = letters.CanSend,
        })
        {
            StatusCode = wrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        });
    }

    /// <summary>The page of one that cannot be taken.</summary>
    public IResult Refused(HttpContext http, PartnershipView partnership, Invitation? invitation, Problem refusal, int? status = null)
    {
        bool unknown = refusal.Code is ProblemCodes.NoSuchInvitation;
        var seen = onlookers.Partnership(http.User, partnership.Id);
        // To whoever tries secrets a partnership for its members is not there, as one that nobody founded.
        if (unknown && seen is null) return TypedResults.NotFound();
        // What the page of one that is not there tells of it, it tells of none.
        return Private(http, new(new { Partnership = partnership, Seen = seen, Invitation = unknown ? null : invitation, Refusal = refusal })
        {
            StatusCode = status ?? (unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone),
        });
    }

    private static RazorComponentResult<InvitationPage> Private(HttpContext http, RazorComponentResult<InvitationPage> page)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return page;
    }
}
