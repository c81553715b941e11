using Microsoft.AspNetCore.Mvc;

namespace Vuosikello.Web.Feeds;

/// <summary>What programs, and the people who look over their shoulders, are told where there is no calendar: in all three languages, for an address tells none.</summary>
internal static class FeedProblems
{
    /// <summary>There is no such public feed: 404. Programs try again later, and it may come.</summary>
    public static Task NotFound(HttpContext context) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status404NotFound,
        Title = "Tällaista kalenteria ei ole. Kalendern finns inte. There is no such calendar.",
        Detail = "Tarkista osoite kumppanuuden sivulta Tilaa kalenteriin: siinä olevaa kumppanuutta, vuotta, aluetta, teemaa, kumppania, työryhmää tai toimintoa ei tunneta. "
            + "Kontrollera adressen på partnerskapets sida Prenumerera på årsklockan: partnerskapet, året, området, temat, partnern, arbetsgruppen eller aktiviteten i den är inte känd här. "
            + "Check the address on the partnership's page Subscribe: the partnership, year, area, theme, partner, working group or activity in it is not known here.",
        Instance = context.Request.Path,
    }).ExecuteAsync(context);
}
