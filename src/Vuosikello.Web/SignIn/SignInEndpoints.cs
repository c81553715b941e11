using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vuosikello.Domain;
using Vuosikello.Projections;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web.Access;
using Vuosikello.Web.SignIn.Providers;
using Vuosikello.Web.SignIn.SecondSteps;

namespace Vuosikello.Web.SignIn;

/// <summary>The page of signing in, signing out, and in Development signing in as a demo member.</summary>
public static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", ([FromQuery(Name = "return")] string? back, SignInShown shown) => shown.Page(back)).Shows(View.SignIn);
        app.MapPost("/sign-in/demo", SignInAsDemoMember).DisableAntiforgery().Shows(View.DemoSignIn);
        app.MapPost("/sign-out", SignOut).Shows(View.SignOut);
        app.MapLinks();
        app.MapPasskeys();
        app.MapProviders();
        app.MapSecondSteps();
    }

    // No antiforgery token here: the design promises a plain form post, and a demo session is worth nothing to a forger.
    private static async Task<IResult> SignInAsDemoMember(
        HttpContext http, IServiceProvider services, IViews views, IMembershipViews memberships, SignInShown shown, [FromForm] string? member,
        [FromForm(Name = "return")] string? back)
    {
        if (services.GetService<DemoMembers>() is not { } members) return TypedResults.NotFound();
        if (!Guid.TryParse(member, out var id) || members.Find(new MemberId(id)) is not { } found) return shown.Page(back, unknown: true);
        await views.BecomeReady(http.RequestAborted);
        var actsFor = memberships.Of(new MemberId(found.Id)).Select(m => m.Partner).FirstOrDefault(partner => partner is not null);
        await MemberSessions.SignIn(http, new(found.Id), null, actsFor);
        return SeeOther.To(LocalAddress.Of(back));
    }

    private static async Task<IResult> SignOut(HttpContext http, MemberSessions sessions, [FromForm(Name = "return")] string? back)
    {
        await sessions.End(http);
        return SeeOther.To(LocalAddress.Of(back));
    }
}

/// <summary>Makes the page of signing in.</summary>
public sealed class SignInShown(IServiceProvider services, SignInLetters letters)
{
    /// <param name="back">Where to go on afterwards.</param>
    /// <param name="unknown">True after a demo member was chosen who is none.</param>
    /// <param name="wrong">What was typed that is no e-mail address; null for nothing wrong.</param>
    /// <param name="passkeyFailed">True after a passkey that proved nothing.</param>
    /// <param name="failed">A provider that signed nobody in.</param>
    public RazorComponentResult Page(string? back, bool unknown = false, string? wrong = null, bool passkeyFailed = false, FailedProvider? failed = null) =>
        new RazorComponentResult<SignInPage>(new
        {
            Members = services.GetService<DemoMembers>(),
            Return = LocalAddress.Of(back),
            Unknown = unknown,
            Wrong = wrong,
            MailWorks = letters.CanSend,
            PasskeyFailed = passkeyFailed,
            FailedProvider = failed,
        })
        {
            StatusCode = failed?.Problem == ProviderProblem.Away ? StatusCodes.Status503ServiceUnavailable
                : failed is not null || unknown || passkeyFailed || wrong is not null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
}
