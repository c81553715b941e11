using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Vuosikello.Web.Tests.Access;

/// <summary>Asks for everything that can be asked for: every GET endpoint of the real server, with each value that its address can have.</summary>
internal sealed partial class Crawler(Site site)
{
    /// <summary>The values of the places in addresses, by name; a place that is not here gets one that is nothing.</summary>
    public Dictionary<string, string[]> Values { get; } = new(StringComparer.Ordinal)
    {
        ["year"] = ["2026"],
        ["what"] = ["change"],
        ["action"] = ["confirm"],
        ["version"] = ["2026"],
        ["number"] = ["1"],
        ["address"] = ["x.ics"],
        ["documentName"] = ["v1"],
    };

    /// <summary>The queries that are tried on each address besides none.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [""];

    /// <summary>All addresses, with a query each.</summary>
    /// <param name="only">Which patterns.</param>
    public IReadOnlyList<string> Addresses(Func<RouteEndpoint, bool> only)
    {
        site.CreateClient().Dispose();
        return
        [
            .. from endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
               where endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") is true && only(endpoint)
               from address in Filled("/" + endpoint.RoutePattern.RawText!.Trim('/'))
               from query in Queries
               select address + query,
        ];
    }

    private IEnumerable<string> Filled(string pattern)
    {
        var place = Place().Match(pattern);
        if (!place.Success) return [pattern];
        var values = Values.GetValueOrDefault(place.Groups["name"].Value) ?? [place.Value.Contains("guid", StringComparison.Ordinal) ? "7f000001-0000-4000-8000-0000000000ff" : "1"];
        return values.SelectMany(value => Filled(pattern[..place.Index] + value + pattern[(place.Index + place.Length)..]));
    }

    [GeneratedRegex(@"\{\**(?<name>[a-zA-Z]+)[^}]*\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}

/// <summary>Somebody who looks at everything.</summary>
internal sealed class Prowler(HttpClient client)
{
    public static async Task<Prowler> In(Site site, string? member)
    {
        var client = site.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Accept-Language", "fi");
        if (member is null) return new(client);
        using var form = new FormUrlEncodedContent([new("member", member)]);
        using var answer = await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        return new(client);
    }

    /// <summary>The status, and headers with the body as one text; what is bytes is read as if it were text.</summary>
    public async Task<(int Status, string All)> Get(string address, string? knownTag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (knownTag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", knownTag);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        string body = System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return ((int)answer.StatusCode, $"{answer.Headers}{answer.Content.Headers}\n{body}");
    }
}
