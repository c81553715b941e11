using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Vuosikello.Web.Tests.Safety;

public sealed class Forms_are_sealed(Site site) : IClassFixture<Site>
{
    /// <summary>What takes a form without the framework's check of its token, and why that is right.</summary>
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["/sign-in/demo"] = "a demo session is worth nothing to a forger; Development only",
        ["/verify"] = "changes nothing: it checks a file for whoever has one",
        ["/{partnership}/partners/import"] = "checked by hand in FileForm, after the limits of a file are set",
        ["/{partnership}/partners/import/confirm"] = "checked by hand in FileForm, after the limits of a file are set",
        ["/{partnership}/{year:int}/import/"] = "checked by hand in FileForm, after the limits of a file are set",
        ["/{partnership}/{year:int}/import/confirm"] = "checked by hand in FileForm, after the limits of a file are set",
    };

    [Fact]
    public void Whatever_changes_something_is_a_sealed_form_or_JSON_or_has_its_reason()
    {
        site.CreateClient().Dispose();
        var unsealed = Changing().Where(e => !IsSealed(e) && !IsForPrograms(e)).Select(e => e.RoutePattern.RawText!).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([.. Reasons.Keys.Order(StringComparer.Ordinal)], unsealed.Order(StringComparer.Ordinal));
        Assert.InRange(Changing().Count(IsSealed), 30, 1000);
    }

    private IEnumerable<RouteEndpoint> Changing() => site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(method => method is "POST" or "PUT" or "PATCH" or "DELETE") is true);

    private static bool IsSealed(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true };

    // A page of somebody else can send neither JSON nor to the hub without this service's leave: there is no CORS here.
    private static bool IsForPrograms(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText!.StartsWith("/hubs/", StringComparison.Ordinal)
        || (endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("application/x-www-form-urlencoded") is not true);
}
