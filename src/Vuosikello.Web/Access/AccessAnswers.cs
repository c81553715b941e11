using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Vuosikello.Accounts.Audit;
using Vuosikello.Commands;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web.Api;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Errors;
using Vuosikello.Web.SignIn.SecondSteps;

namespace Vuosikello.Web.Access;

/// <summary>Says no: to programs as the API does, people are led to the sign-in page or shown the page of the status.</summary>
public sealed class AccessAnswers(IMembershipViews memberships, Onlookers onlookers) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            if (AccessHandler.PartnershipOf(context) is { } partnership && memberships.IsForMembers(partnership) && onlookers.Partnership(context.User, partnership) is not null)
                context.Response.OnStarting(KeepPrivate, context);
            await next(context);
            return;
        }
        var refusal = context.Features.Get<Refusal>() ?? Refusal.NotThere;
        bool needsStep = refusal.Problem?.Code == CommandProblems.SecondStepNeeded;
        if (needsStep) await context.RequestServices.GetRequiredService<AuditNotes>().Note(AuditKind.SecondStepMissing, partnership: AccessHandler.PartnershipOf(context));
        if (ErrorPages.IsOfApi(context.Request.Path)) await OfApi(context, refusal).ExecuteAsync(context);
        else if (refusal.Kind == RefusalKind.SignInFirst) await context.ChallengeAsync();
        // Where it is set up it is said why, too.
        else if (needsStep) await SeeOther.To(OwnSecondStepEndpoints.Address).ExecuteAsync(context);
        else context.Response.StatusCode = refusal.Kind == RefusalKind.NotThere ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
    }

    /// <summary>What is for members stays with whoever asked: no cache on the way keeps it, nobody embeds it.</summary>
    private static Task KeepPrivate(object context)
    {
        var headers = ((HttpContext)context).Response.Headers;
        if (!headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal)) headers.CacheControl = "private, no-cache";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Task.CompletedTask;
    }

    private static IResult OfApi(HttpContext http, Refusal refusal)
    {
        var problems = http.RequestServices.GetRequiredService<ApiProblems>();
        return refusal.Kind switch
        {
            RefusalKind.NotThere => problems.NotFound(),
            RefusalKind.SignInFirst => problems.SignInFirst(),
            RefusalKind.MembersOnly => problems.MembersOnly(),
            _ => problems.Forbidden(refusal.Problem!),
        };
    }
}
