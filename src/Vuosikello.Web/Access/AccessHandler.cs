using Microsoft.AspNetCore.Authorization;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Web.Api;
using Vuosikello.Web.SignIn;
using Vuosikello.Web.SignIn.SecondSteps;
using Vuosikello.Web.Tokens;

namespace Vuosikello.Web.Access;

/// <summary>The one requirement of every request: that the tables of views and commands let it through.</summary>
public sealed class AccessRequirement : IAuthorizationRequirement;

/// <summary>
/// The one place where requests meet the tables, before anything of the endpoint runs. What an endpoint shows or sends it says itself
/// (<see cref="EndpointRights"/>); one that says nothing is open to nobody.
/// </summary>
public sealed class AccessHandler(Onlookers onlookers, SecondStepPolicy secondSteps) : AuthorizationHandler<AccessRequirement>
{
    private const string OfPartnership = "partnership";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        // No endpoint, or one of the framework's own, which says that the method or the kind of content is not for this address.
        if (context.Resource is HttpContext http && http.GetEndpoint() is RouteEndpoint endpoint && Check(http, endpoint) is { } refusal)
        {
            // For the answer: of who is not signed in the framework passes on no reasons.
            http.Features.Set(refusal);
            context.Fail(new AuthorizationFailureReason(this, refusal.Kind.ToString()));
        }
        else
        {
            context.Succeed(requirement);
        }
        return Task.CompletedTask;
    }

    /// <summary>The partnership that a request's address is in; null of what is in none.</summary>
    public static PartnershipId? PartnershipOf(HttpContext http) =>
        http.Request.RouteValues.TryGetValue(OfPartnership, out object? value) && value is string name ? new PartnershipId(name) : null;

    private Refusal? Check(HttpContext http, RouteEndpoint endpoint)
    {
        Type[] commands = [.. endpoint.Metadata.GetOrderedMetadata<CommandMetadata>().Select(sent => sent.Command)];
        // One that is being founded is not there yet.
        var partnership = commands.Contains(typeof(FoundPartnership)) ? null : PartnershipOf(http);
        var view = endpoint.Metadata.GetMetadata<ShownView>()?.View;
        var onlooker = onlookers.Find(http.User, partnership);
        if (view is null && commands.Length == 0) return Refusal.NotThere;
        bool holds = view is { } opened && ViewRights.Of(opened).Need == ViewNeed.Holder;
        // A form that is refused is shown again: whoever sends it has to see it too.
        return (commands.Length > 0 ? ViewRights.CheckSending(commands, holds, onlooker) : null)
            ?? (view is { } shown ? ViewRights.Check(shown, onlooker) ?? CheckReach(http, shown, commands.Length > 0, partnership, onlooker) : null);
    }

    /// <summary>
    /// What bounds the request, beside what its person may: of a form by the command that it is a form of. Where commands are sent <see cref="CommandSender"/>
    /// asks a token for each of them.
    /// </summary>
    private Refusal? CheckReach(HttpContext http, View view, bool sends, PartnershipId? partnership, in Onlooker onlooker)
    {
        if (ViewRights.Of(view) is not { Need: ViewNeed.Sender, Command: { } command }) return null;
        bool reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var problem = (reads || sends ? null : TokenScope.Of(http.User)?.Check(command, partnership))
            ?? secondSteps.Refusal(command, MemberSessions.HasTwoSteps(http.User), onlooker.Standing);
        return problem is null ? null : Refusal.NotAllowed(problem);
    }
}
