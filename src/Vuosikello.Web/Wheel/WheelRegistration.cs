using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Web.Access;
using Vuosikello.Web.Past;

namespace Vuosikello.Web.Wheel;

/// <summary>The year wheel as a picture of its own. See docs/adr/0009-the-wheel.md.</summary>
public static class WheelRegistration
{
    public static void AddWheel(this IServiceCollection services)
    {
        services.AddSingleton<WheelPictures>();
        services.TryAddSingleton<PastYears>();
        services.AddSingleton<PastWheels>();
    }

    public static void MapWheel(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/{partnership}/{year:int}/wheel.svg", [HttpMethods.Get, HttpMethods.Head], WheelEndpoint.Serve).SaysWhenPastIsBusy().Shows(View.Wheel);
    }
}
