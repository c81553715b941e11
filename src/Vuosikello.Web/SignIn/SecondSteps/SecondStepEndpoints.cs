using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Limits;
using Vuosikello.Accounts.SecondSteps;
using Vuosikello.Web.Access;
using Vuosikello.Web.Audit;

namespace Vuosikello.Web.SignIn.SecondSteps;

/// <summary>The second step of signing in: a code of an authenticator app, or a recovery code. See docs/adr/0032-second-step.md.</summary>
internal static class SecondStepEndpoints
{
    public const string Address = "/sign-in/second-step";

    public static void AddSecondSteps(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(new SecondStepPolicy(settings));
        services.AddSingleton<HalfSignedIn>();
    }

    public static void MapSecondSteps(this IEndpointRouteBuilder app)
    {
        app.MapGet(Address, (HttpContext http, HalfSignedIn half) => half.Of(http) is null ? SeeOther.To("/sign-in") : (IResult)Page(wrong: false)).Shows(View.SignIn);
        app.MapPost(Address, Take).RequireRateLimiting(TriesPolicy.Name).Shows(View.SignIn);
        app.MapOwnSecondStep();
    }

    private static async Task<IResult> Take(
        HttpContext http, HalfSignedIn half, SecondStepStore steps, MemberSessions sessions, AuditNotes audit, Counts counts, [FromForm] string? code)
    {
        if (!await counts.Try(Limit.TriesFromNetwork, NetworkOf.Asker(http), http.RequestAborted)) return LinkEndpoints.Busy();
        if (half.Of(http) is not { } first) return SeeOther.To("/sign-in");
        var member = new Domain.MemberId(first.Member);
        if (!await steps.Take(member, code ?? "", http.RequestAborted))
        {
            await audit.Note(AuditKind.SecondStepRefused, first.Way, about: member);
            return Page(wrong: true);
        }
        half.TakeAway(http);
        return SeeOther.To(await sessions.BeginWithBoth(http, member, first.Way, first.Return));
    }

    private static RazorComponentResult<SecondStepPage> Page(bool wrong) =>
        new(new { Wrong = wrong }) { StatusCode = wrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
}
