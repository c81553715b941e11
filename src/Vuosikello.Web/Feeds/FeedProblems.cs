using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Vuosikello.Web.Feeds;

/// <summary>What programs, and the people who look over their shoulders, are told where there is no calendar: in all three languages, for an address tells none.</summary>
internal static class FeedProblems
{
    private const int RetryAfterSeconds = 5;
    private const string NoSuch = "Tällaista kalenteria ei ole. Kalendern finns inte. There is no such calendar.";

    /// <summary>There is no such public feed: 404. Programs try again later, and it may come.</summary>
    public static Task NotFound(HttpContext context) => Answer(
        context,
        StatusCodes.Status404NotFound,
        NoSuch,
        "Tarkista osoite kumppanuuden sivulta Tilaa kalenteriin: siinä olevaa kumppanuutta, vuotta, aluetta, teemaa, kumppania, työryhmää tai toimintoa ei tunneta. "
        + "Kontrollera adressen på partnerskapets sida Prenumerera på årsklockan: partnerskapet, året, området, temat, partnern, arbetsgruppen eller aktiviteten i den är inte känd här. "
        + "Check the address on the partnership's page Subscribe: the partnership, year, area, theme, partner, working group or activity in it is not known here.");

    /// <summary>There is no such private feed: 404, without the address, which may be nearly that of one.</summary>
    public static Task Unknown(HttpContext context) => Answer(
        context,
        StatusCodes.Status404NotFound,
        NoSuch,
        "Tarkista, että osoite on kopioitu kokonaan. Kontrollera att hela adressen har kopierats. Check that the whole address was copied.",
        isSecret: true);

    /// <summary>The private feed was there and comes no more: 410. Programs stop asking.</summary>
    public static Task Gone(HttpContext context) => Answer(
        context,
        StatusCodes.Status410Gone,
        "Tämä kalenterilinkki on poistettu käytöstä. Den här kalenderlänken har tagits ur bruk. This calendar link has been revoked.",
        "Poista tilaus kalenteriohjelmastasi, tai tee uusi kalenterilinkki Vuosikellossa ja tilaa se. "
        + "Ta bort prenumerationen i ditt kalenderprogram, eller skapa en ny kalenderlänk i Vuosikello och prenumerera på den. "
        + "Remove the subscription from your calendar program, or make a new calendar link in Vuosikello and subscribe to that.",
        isSecret: true);

    /// <summary>Nobody can say at the moment what the feed is: 503. Programs keep what they have and ask again.</summary>
    public static Task NotNow(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return Answer(
            context,
            StatusCodes.Status503ServiceUnavailable,
            "Kalenteria ei saada juuri nyt. Kalendern kan inte hämtas just nu. The calendar cannot be had just now.",
            "Yritä hetken kuluttua uudelleen. Försök igen om en stund. Try again in a moment.",
            isSecret: true);
    }

    private static Task Answer(HttpContext context, int status, string title, string detail, bool isSecret = false) =>
        TypedResults.Problem(new ProblemDetails { Status = status, Title = title, Detail = detail, Instance = isSecret ? null : context.Request.Path.Value }).ExecuteAsync(context);
}
