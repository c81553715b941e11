using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.CalendarLinks;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Memberships;

/// <summary>
/// The page that an invitation's link opens. Opening it does nothing, so that a mail scanner that follows links takes no invitation; it is taken by
/// the form on it, by whoever is signed in.
/// </summary>
public static class InvitationEndpoints
{
    private const string One = "/{partnership}/invitations/{secret}";

    public static void MapInvitations(this IEndpointRouteBuilder app)
    {
        app.MapGet(One, Show);
        app.MapPost(One, Accept).RequireAuthorization();
    }

    private static IResult Show(string partnership, HttpContext http, IPartnershipViews partnerships, IMembershipViews memberships, CurrentMember member, IClock clock)
    {
        if (partnerships.Find(new(partnership)) is not { } found) return TypedResults.NotFound();
        var invitation = memberships.Find(found.Id, InvitationPath.SecretOf(http));
        return Page(http, found, invitation, Refusal(found, invitation, member.Id, clock.GetCurrentInstant()));
    }

    private static async Task<IResult> Accept(
        string partnership, IFormCollection form, HttpContext http, IPartnershipViews partnerships, IMembershipViews memberships, CommandSender commands, INewIds ids)
    {
        if (partnerships.Find(new(partnership)) is not { } found) return TypedResults.NotFound();
        string secret = InvitationPath.SecretOf(http);
        if (memberships.Find(found.Id, secret) is not { } invitation) return Page(http, found, null, new Problem(ProblemCodes.NoSuchInvitation));
        var outcome = await commands.Send(
            new AcceptInvitation(found.Id, invitation.Id, Secrets.HashOf(secret)), FormIds.Read(FormValues.Of(form), "command", ids), http.RequestAborted);
        return outcome switch
        {
            Outcome.Done => SeeOther.To($"/{found.Id}", DoneCodes.InvitationAccepted),
            Outcome.NotFound missing => Page(http, found, null, missing.Problem),
            _ => outcome.Answer((problems, status) => Page(http, found, invitation, problems[0], status)),
        };
    }

    /// <summary>Why the invitation cannot be taken, as the command would say it; null when it can, or its reader took it.</summary>
    private static Problem? Refusal(PartnershipView partnership, Invitation? invitation, MemberId? reader, Instant now) => invitation switch
    {
        null or { IsRevoked: true } => new Problem(ProblemCodes.NoSuchInvitation),
        { AcceptedBy: { } by } => by == reader ? null : new Problem(ProblemCodes.InvitationIsUsed),
        _ when now >= invitation.ExpiresAt => new Problem(ProblemCodes.InvitationHasExpired),
        { Partner: { } partner } when !partnership.State.Partners.ContainsKey(partner.Value) => new Problem(ProblemCodes.InvitingPartnerLeft, "", [partner.Value]),
        _ => null,
    };

    private static RazorComponentResult<InvitationPage> Page(HttpContext http, PartnershipView partnership, Invitation? invitation, Problem? refusal, int? status = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        int of = refusal?.Code is ProblemCodes.NoSuchInvitation ? StatusCodes.Status404NotFound : refusal is null ? StatusCodes.Status200OK : StatusCodes.Status410Gone;
        // What the page of one that is not there tells of it, it tells of none.
        return new(new { Partnership = partnership, Invitation = refusal?.Code is ProblemCodes.NoSuchInvitation ? null : invitation, Refusal = refusal }) { StatusCode = status ?? of };
    }
}
