using Microsoft.AspNetCore.Antiforgery;

namespace Vuosikello.Web.Safety;

/// <summary>
/// For a form of nothing but a button. The framework checks a form's token where the form is read; of one that has no fields nothing is read, and
/// a forged one would pass.
/// </summary>
public static class SealedForms
{
    public static RouteHandlerBuilder Sealed(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new RequireAntiforgeryTokenAttribute())
        .AddEndpointFilter(static async (context, next) =>
            context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } ? await next(context) : TypedResults.BadRequest());
}
