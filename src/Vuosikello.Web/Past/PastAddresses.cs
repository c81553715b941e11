namespace Vuosikello.Web.Past;

/// <summary>Addresses of the same page at another moment.</summary>
public static class PastAddresses
{
    /// <summary>The page as it is now, shown the same way.</summary>
    public static string WithoutMoment(HttpContext? http)
    {
        if (http is null) return "";
        var query = QueryString.Create(Others(http).Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value)));
        // A path of two slashes would name another host.
        return $"/{(http.Request.PathBase + http.Request.Path).Value?.TrimStart('/')}{query}";
    }

    /// <summary>What the address says besides the moment.</summary>
    public static IEnumerable<(string Name, string Value)> Others(HttpContext? http) =>
        from pair in http?.Request.Query ?? Enumerable.Empty<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>>()
        where pair.Key is not (AskedMoment.Parameter or "filling")
        from value in pair.Value
        select (pair.Key, value ?? "");

    /// <summary>Where a thing at the moment asked for stands beside itself as it is now; null when now is asked for.</summary>
    /// <param name="address">The thing's own, without a query.</param>
    /// <param name="asked">What is asked for.</param>
    public static string? Compare(string address, AskedMoment asked) =>
        asked.Past is { } past ? $"{address}/compare?from={Uri.EscapeDataString(past.Text)}&to=now" : null;

    /// <summary>An address that shows the same moment; as it is when the moment is now.</summary>
    /// <param name="address">Without a query.</param>
    /// <param name="at">As addresses have it, or null.</param>
    public static string At(string address, string? at) => at is null ? address : $"{address}?{AskedMoment.Parameter}={Uri.EscapeDataString(at)}";
}
