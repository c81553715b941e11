using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Rounds;

namespace Vuosikello.Web.Guests;

/// <summary>The coordinator makes guest links on a round's page and takes them back there.</summary>
public static class GuestLinkEndpoints
{
    public static void MapGuestLinks(this IEndpointRouteBuilder rounds)
    {
        rounds.MapPost("/{round}/guest-links", (
                string partnership, string round, IFormCollection form, HttpContext http, RoundContexts contexts, NewGuestLinks links, CommandSender commands, IClock clock, INewIds ids) =>
            contexts.AtRound(partnership, round, context => Make(context, FormValues.Of(form), http, contexts, links, commands, clock, ids), http.RequestAborted)).Shows(View.GuestLinks).Sends(typeof(MakeGuestLink));
        rounds.MapPost("/{round}/guest-links/revoke", (
                string partnership, string round, IFormCollection form, RoundContexts contexts, CommandSender commands, IClock clock, INewIds ids, CancellationToken ct) =>
            contexts.AtRound(partnership, round, context => Revoke(context, FormValues.Of(form), contexts, commands, clock, ids, ct), ct)).Shows(View.GuestLinks).Sends(typeof(RevokeGuestLink));
    }

    private static async Task<IResult> Make(
        RoundContext context, FormValues values, HttpContext http, RoundContexts contexts, NewGuestLinks links, CommandSender commands, IClock clock, INewIds ids)
    {
        var command = FormIds.Read(values, "command", ids);
        // The id follows from the form: the same form sent again makes no second one.
        var link = links.Of(context.Id, new(DeterministicGuid.Create(command, "guest-link")), new(values["partner"]));
        var outcome = await commands.Send(link.Command, command, http.RequestAborted);
        if (outcome is not Outcome.Done done)
            return outcome.Answer((problems, status) => RoundEndpoints.Page(contexts.Again(context), clock.GetCurrentInstant(), values.With("do", "guest"), problems, status));

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return new RazorComponentResult<GuestLinkMadePage>(new { Context = contexts.Again(context), link.Command.Partner, Address = links.AddressOf(link, done, http.Request) });
    }

    private static async Task<IResult> Revoke(
        RoundContext context, FormValues values, RoundContexts contexts, CommandSender commands, IClock clock, INewIds ids, CancellationToken ct)
    {
        if (!Guid.TryParse(values["link"], out var link)) return TypedResults.BadRequest();
        var outcome = await commands.Send(new RevokeGuestLink(context.Id, new(link)), FormIds.Read(values, "command", ids), ct);
        return outcome is Outcome.Done
            ? SeeOther.To(RoundAddresses.Of(context.Id), DoneCodes.GuestLinkRevoked)
            : outcome.Answer((problems, status) => RoundEndpoints.Page(contexts.Again(context), clock.GetCurrentInstant(), values.With("do", "guest"), problems, status));
    }
}
