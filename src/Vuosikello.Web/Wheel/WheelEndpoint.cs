using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Domain;
using Vuosikello.Projections.Wheel;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.Wheel;

/// <summary>
/// <c>GET /{partnership}/{year}/wheel.svg</c>, with <c>?rings=themes|areas</c>, <c>?lang=fi|sv|en</c> and <c>?use=embed|print</c>; the first of
/// each when it is left out. Anybody may embed it in a page of their own.
/// </summary>
internal static class WheelEndpoint
{
    public static Results<FileContentHttpResult, ProblemHttpResult> Serve(string partnership, int year, WheelPictures pictures, HttpContext http)
    {
        var query = http.Request.Query;
        if (Chosen(query["rings"], ("themes", WheelRings.Themes), ("areas", WheelRings.Areas)) is not { } rings) return Unknown("rings", "themes", "areas");
        if (Chosen(query["use"], ("embed", WheelUse.Embed), ("print", WheelUse.Print)) is not { } use) return Unknown("use", "embed", "print");
        var cycle = new CycleId(new PartnershipId(partnership), year);
        if (pictures.Find(new WheelKey(cycle, LanguageSetup.Current, rings, use)) is not { } picture)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, detail: $"There is no year {year} of a partnership \"{partnership}\".");
        }
        http.Response.Headers.CacheControl = "public, no-cache";
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
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
