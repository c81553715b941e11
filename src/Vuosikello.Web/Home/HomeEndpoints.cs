using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Home;

/// <summary>The front page: the partnerships with their years.</summary>
public static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder app) =>
        app.MapGet("/", (IPartnershipViews partnerships) => new RazorComponentResult<HomePage>(new { Partnerships = partnerships.All }));
}
