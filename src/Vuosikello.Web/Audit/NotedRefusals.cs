using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Accounts.Audit;

namespace Vuosikello.Web.Audit;

/// <summary>For endpoints that sign somebody in: whoever they let in is led on, and whoever they refuse is shown a page again. The latter is taken down.</summary>
public static class NotedRefusals
{
    /// <param name="endpoint">Signs in.</param>
    /// <param name="way">By what, as sessions name it.</param>
    public static RouteHandlerBuilder NotesRefused(this RouteHandlerBuilder endpoint, string way) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        object? answer = await next(context);
        if (answer is RazorComponentResult) await context.HttpContext.RequestServices.GetRequiredService<AuditNotes>().Note(AuditKind.SignInRefused, way);
        return answer;
    });
}
