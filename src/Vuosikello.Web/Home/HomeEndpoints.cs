using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Web.Access;

namespace Vuosikello.Web.Home;

/// <summary>The front page: what waits for who is signed in, and the partnerships with their years.</summary>
public static class HomeEndpoints
{
    public static void AddHome(this IServiceCollection services)
    {
        services.AddScoped<WaitingDocuments>();
        services.AddScoped<WaitingFor>();
    }

    public static void MapHome(this IEndpointRouteBuilder app) =>
        app.MapGet("/", async (Onlookers onlookers, WaitingFor waiting, HttpContext http) =>
            new RazorComponentResult<HomePage>(new
            {
                Partnerships = onlookers.Partnerships(http.User).ToImmutableArray(),
                AnyPublic = onlookers.Partnerships(null).Any(),
                Waiting = await waiting.Find(http.RequestAborted),
            })).Shows(View.Front);
}
