using Microsoft.AspNetCore.Mvc;

namespace Vuosikello.Web.Feeds;

/// <summary>What programs, and the people who look over their shoulders, are told where there is no calendar: in all three languages, for an address tells none.</summary>
internal static class FeedProblems
{
    /// <summary>There is no such feed: 404. Programs try again later, and it may come.</summary>
    public static Task NotFound(HttpContext context) => Answer(
        context,
        StatusCodes.Status404NotFound,
        "Tällaista kalenteria ei ole. Kalendern finns inte. There is no such calendar.",
        "Tarkista osoite kumppanuuden sivulta Tilaa kalenteriin: siinä olevaa kumppanuutta, vuotta, aluetta, teemaa, kumppania, työryhmää tai toimintoa ei tunneta. "
        + "Kontrollera adressen på partnerskapets sida Prenumerera på årsklockan: partnerskapet, året, området, temat, partnern, arbetsgruppen eller aktiviteten i den är inte känd här. "
        + "Check the address on the partnership's page Subscribe: the partnership, year, area, theme, partner, working group or activity in it is not known here.");

    /// <summary>The feed was there and comes no more: 410. Programs stop asking.</summary>
    public static Task Gone(HttpContext context) => Answer(
        context,
        StatusCodes.Status410Gone,
        "Kalenteri on poistettu käytöstä. Kalendern har tagits ur bruk. This calendar was taken out of use.",
        "Poista tilaus kalenteriohjelmastasi, tai tee uusi kalenterilinkki Vuosikellossa ja tilaa se. "
        + "Ta bort prenumerationen i ditt kalenderprogram, eller skapa en ny kalenderlänk i Vuosikello och prenumerera på den. "
        + "Remove the subscription from your calendar program, or make a new calendar link in Vuosikello and subscribe to that.");

    private static Task Answer(HttpContext context, int status, string title, string detail) =>
        TypedResults.Problem(new ProblemDetails { Status = status, Title = title, Detail = detail, Instance = context.Request.Path }).ExecuteAsync(context);
}
