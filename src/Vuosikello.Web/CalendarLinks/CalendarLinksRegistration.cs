using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Projections.CalendarLinks;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>The private calendars: their links' pages and the feeds behind them. See docs/adr/0020-private-calendar-links.md.</summary>
public static class CalendarLinksRegistration
{
    /// <summary>Adds what the pages and the API of the links need. Called twice it is as if once.</summary>
    public static void AddCalendarLinks(this IServiceCollection services)
    {
        services.TryAddSingleton<INewSecrets, NewSecrets>();
        services.TryAddSingleton<LinkFetches>();
        services.TryAddSingleton<AddressHandOver>();
        services.TryAddScoped<NewLinks>();
        services.TryAddScoped<MadeLinks>();
        services.TryAddScoped<MemberRights>();
        services.TryAddScoped<CalendarLinkPages>();
    }

    /// <summary>Adds the feeds behind the links. Once: the server that is registered by then is put behind one that hides their secrets.</summary>
    public static void AddPrivateFeeds(this IServiceCollection services)
    {
        services.AddSingleton<PrivateContents>();
        services.AddSingleton<PrivateCalendar>();
        services.AddSingleton<KeptPrivateFeeds>();
        services.AddScoped<WaitingEntries>();
        services.AddScoped<IPrivateFeeds, PrivateFeeds>();
        SecretPathServer.Register(services);
    }

    /// <summary>Serves the private feeds. To come before everything that might write down the path of a request.</summary>
    public static void UsePrivateFeeds(this WebApplication app) =>
        app.Use((context, next) => SecretPath.Take(context) is { } secret ? PrivateFeedAnswer.Write(context, secret) : next(context));
}
