using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Projections.Wheel;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Past;

namespace Vuosikello.Web.Wheel;

/// <summary>
/// <c>GET /{partnership}/{year}/wheel.svg</c>, with <c>?rings=themes|areas</c>, <c>?lang=fi|sv|en</c> and <c>?use=embed|print</c>; the first of
/// each when it is left out, and as it was at a moment with <c>?at=2026-09-01T12:00</c> (Helsinki). Anybody may embed it in a page of their own.
/// </summary>
internal static class WheelEndpoint
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Serve(
        string partnership, int year, WheelPictures pictures, PastWheels past, IClock clock, HttpContext http, CancellationToken ct)
    {
        var query = http.Request.Query;
        if (Chosen(query["rings"], ("themes", WheelRings.Themes), ("areas", WheelRings.Areas)) is not { } rings) return Unknown("rings", "themes", "areas");
        if (Chosen(query["use"], ("embed", WheelUse.Embed), ("print", WheelUse.Print)) is not { } use) return Unknown("use", "embed", "print");
        var cycle = new CycleId(new PartnershipId(partnership), year);
        var asked = AskedMoment.Of(http.Request, clock);
        if (asked.Problem is not null)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, detail: "\"at\" is a date and time in Helsinki that has been, such as 2026-09-01T12:00.");
        }
        var key = new WheelKey(cycle, LanguageSetup.Current, rings, use);
        if ((asked.Past is { } moment ? await past.Find(key, moment, ct) : pictures.Find(key)) is not { } picture)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, detail: asked.Past is null
                ? $"There is no year {year} of a partnership \"{partnership}\"."
                : $"There was no year {year} of a partnership \"{partnership}\" at that moment.");
        }
        http.Response.Headers.CacheControl = "public, no-cache";
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return TypedResults.File(picture.Svg, "image/svg+xml", entityTag: picture.Tag);
    }

    private static T? Chosen<T>(string? wanted, params ReadOnlySpan<(string Name, T Value)> known) where T : struct
    {
        if (string.IsNullOrEmpty(wanted)) return known[0].Value;
        foreach (var (name, value) in known)
        {
            if (name == wanted) return value;
        }
        return null;
    }

    private static ProblemHttpResult Unknown(string parameter, string one, string other) =>
        TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, detail: $"\"{parameter}\" can be \"{one}\" or \"{other}\".");
}
