using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Accounts.SecondSteps;

namespace Vuosikello.Web.SignIn.SecondSteps;

/// <summary>
/// For endpoints that change the ways into an account: who has a passkey or a second step has to have shown both steps in this session. Else a mailbox, which is one step,
/// would be enough to make the other.
/// </summary>
internal static class BothStepsFirst
{
    public static TBuilder WithBothStepsOnceThereAreTwo<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        if (MemberSessions.HasTwoSteps(http.User) || http.RequestServices.GetRequiredService<CurrentMember>().Id is not { } member) return await next(context);
        bool hasTwo = await http.RequestServices.GetRequiredService<SecondStepStore>().IsOn(member, http.RequestAborted)
            || (await http.RequestServices.GetRequiredService<Passkeys>().Of(member)).Count > 0;
        return hasTwo ? new RazorComponentResult<BothStepsFirstPage> { StatusCode = StatusCodes.Status403Forbidden } : await next(context);
    });
}
