using Microsoft.AspNetCore.Mvc;
using Vuosikello.Accounts.Limits;
using Vuosikello.Accounts.Links;
using Vuosikello.Accounts.Persons;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Languages;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Memberships;

/// <summary>Whoever has opened an invitation and has no account yet gets one by showing that they read the mail of an address.</summary>
internal static class JoinEndpoints
{
    public static void MapJoining(this IEndpointRouteBuilder app)
    {
        app.MapGet(InvitationAtHand.Address, (HttpContext http, InvitationAtHand atHand) =>
            SeeOther.To(atHand.Of(http) is var (partnership, secret) ? InvitationPath.Of(partnership, secret) : "/")).Shows(View.Invitation);
        app.MapPost(InvitationAtHand.Address, Ask).RequireRateLimiting(TriesPolicy.Name).Shows(View.Invitation);
    }

    private static async Task<IResult> Ask(
        HttpContext http, InvitationAtHand atHand, IPartnershipViews partnerships, IMembershipViews memberships, InvitationPages pages, AskForLink links,
        SignInLetters letters, Counts counts, [FromForm] string? email)
    {
        if (atHand.Of(http) is not var (id, secret) || partnerships.Find(id) is not { } partnership) return SeeOther.To("/sign-in");
        var invitation = memberships.Find(id, secret);
        // An account is for who can take the invitation at this moment; everybody else is told what the invitation's own page tells.
        if (pages.Refusal(partnership, invitation) is not null || invitation is { AcceptedBy: not null } || !letters.CanSend) return SeeOther.To(InvitationPath.Of(id, secret));
        if (!EmailAddress.TryRead(email, out var address)) return await pages.Page(http, partnership, invitation, wrongEmail: email ?? "");
        if (!await counts.Try(Limit.LinksFromNetwork, NetworkOf.Asker(http), http.RequestAborted)) return LinkEndpoints.Busy();
        await links.Ask(
            address, AskedCookie.Leave(http), (link, code) => letters.Link(http.Request, link, code, InvitationAtHand.Address), http.RequestAborted,
            NetworkOf.Asker(http), joinsIn: LanguageSetup.Current);
        return SeeOther.To(LocalAddress.With("/sign-in/sent", InvitationAtHand.Address));
    }
}
