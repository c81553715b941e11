using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vuosikello.Domain;
using Vuosikello.Projections;
using Vuosikello.Projections.Memberships;

namespace Vuosikello.Web.SignIn;

/// <summary>Signing in and out. In Development one chooses a demo member; elsewhere nobody can sign in this way.</summary>
public static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", ([FromQuery(Name = "return")] string? back, IServiceProvider services) =>
            Page(services.GetService<DemoMembers>(), back));
        app.MapPost("/sign-in/demo", SignInAsDemoMember).DisableAntiforgery();
        app.MapPost("/sign-out", SignOut);
    }

    private static RazorComponentResult Page(DemoMembers? members, string? back, bool unknown = false) =>
        new RazorComponentResult<SignInPage>(new { Members = members, Return = LocalAddress(back), Unknown = unknown })
        {
            StatusCode = unknown ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };

    // No antiforgery token here: the design promises a plain form post, and a demo session is worth nothing to a forger.
    private static async Task<IResult> SignInAsDemoMember(
        HttpContext http, IServiceProvider services, IViews views, IMembershipViews memberships, [FromForm] string? member,
        [FromForm(Name = "return")] string? back)
    {
        if (services.GetService<DemoMembers>() is not { } members) return TypedResults.NotFound();
        if (!Guid.TryParse(member, out var id) || members.Find(new MemberId(id)) is not { } found) return Page(members, back, unknown: true);

        var claims = new List<Claim> { new(CurrentMember.MemberClaim, found.Id.ToString("D")) };
        await views.BecomeReady(http.RequestAborted);
        if (memberships.Of(new MemberId(found.Id)).Select(m => m.Partner).OfType<PartnerId>().FirstOrDefault() is { Value: { } partner }) claims.Add(new(CurrentMember.ForClaim, partner));
        var identity = new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme, CurrentMember.MemberClaim, null);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        return SeeOther.To(LocalAddress(back));
    }

    private static async Task<IResult> SignOut(HttpContext http, [FromForm(Name = "return")] string? back)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return SeeOther.To(LocalAddress(back));
    }

    private static string LocalAddress(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
