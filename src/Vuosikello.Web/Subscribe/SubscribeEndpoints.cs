using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Domain;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Subscribe;

/// <summary>How one gets a partnership's year into one's own calendar.</summary>
public static class SubscribeEndpoints
{
    public static void MapSubscribe(this IEndpointRouteBuilder app) => app.MapGet("/{partnership}/subscribe", Show);

    private static IResult Show(string partnership, HttpContext http, IPartnershipViews partnerships) =>
        partnerships.Find(new PartnershipId(partnership)) is { } found
            ? new RazorComponentResult<SubscribePage>(new { Partnership = found, Host = http.Request.Host.ToUriComponent(), http.Request.Scheme })
            : TypedResults.NotFound();
}
