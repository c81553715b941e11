using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Changes;

/// <summary>What changed since the member last looked. Looking moves nothing; saying so does.</summary>
public static class ChangesEndpoints
{
    public static void AddChangesSince(this IServiceCollection services)
    {
        services.TryAddScoped<Looked>();
        services.TryAddScoped<ChangesSince>();
    }

    public static void MapChangesSince(this IEndpointRouteBuilder app)
    {
        var changes = app.MapGroup("/{partnership}/changes").Shows(View.Changes);
        changes.MapGet("", Show);
        changes.MapPost("", Seen);
    }

    private static async Task<IResult> Show(string partnership, ChangesSince changes, CurrentMember member, CancellationToken ct) =>
        member.Id is { } id && await changes.Find(id, new(partnership), ct) is { } found
            ? new RazorComponentResult<ChangesPage>(new { Changes = found })
            : TypedResults.NotFound();

    /// <summary>Up to where somebody may say to have seen everything: nobody has seen what has not happened yet.</summary>
    internal static Position UpTo(long said, IViews views) => new(Math.Clamp(said, 0, views.Position.Value));

    private static async Task<IResult> Seen(
        string partnership, [FromForm] long position, IPartnershipViews partnerships, IViews views, Looked looks, CurrentMember member, IClock clock, CancellationToken ct)
    {
        var id = new PartnershipId(partnership);
        if (partnerships.Find(id) is null || member.Id is not { } who) return TypedResults.NotFound();
        await looks.Move(who, id, UpTo(position, views), clock.GetCurrentInstant(), ct);
        return SeeOther.To($"/{partnership}/changes", DoneCodes.Seen);
    }
}
