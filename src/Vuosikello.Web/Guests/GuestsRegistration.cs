using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Web.CalendarLinks;

namespace Vuosikello.Web.Guests;

/// <summary>Links by which organisations without an account give their statements. See docs/adr/0034-guest-links.md.</summary>
public static class GuestsRegistration
{
    /// <summary>Adds what the pages and the API need. Called twice it is as if once.</summary>
    public static void AddGuests(this IServiceCollection services)
    {
        services.TryAddSingleton<INewSecrets, NewSecrets>();
        services.TryAddScoped<NewGuestLinks>();
        services.TryAddScoped<GuestVisits>();
    }
}
