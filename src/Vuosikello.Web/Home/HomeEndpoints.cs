using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Projections.Partnerships;

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
        app.MapGet("/", async (IPartnershipViews partnerships, WaitingFor waiting, CancellationToken ct) =>
            new RazorComponentResult<HomePage>(new { Partnerships = partnerships.All, Waiting = await waiting.Find(ct) }));
}
