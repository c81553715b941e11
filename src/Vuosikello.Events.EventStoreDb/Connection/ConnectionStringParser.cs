using System.Globalization;

namespace Vuosikello.Events.EventStoreDb.Connection;

/// <summary>Reads <c>scheme://[user:password@]host[:port][,host[:port]…][/][?option=value&amp;…]</c>.</summary>
internal static class ConnectionStringParser
{
    private static readonly string[] Schemes = ["esdb", "esdb+discover", "kurrentdb", "kurrentdb+discover"];

    public static ConnectionString Parse(string text)
    {
        int colon = text.IndexOf("://", StringComparison.Ordinal);
        string scheme = colon < 0 ? "" : text[..colon].ToLowerInvariant();
        if (!Schemes.Contains(scheme, StringComparer.Ordinal))
            throw Wrong("it does not begin with esdb://, esdb+discover://, kurrentdb:// or kurrentdb+discover://");

        string rest = text[(colon + 3)..];
        int question = rest.IndexOf('?', StringComparison.Ordinal);
        string options = question < 0 ? "" : rest[(question + 1)..];
        // What follows the question mark is the end of a password then, which no message may repeat.
        if (options.Contains('@', StringComparison.Ordinal)) throw Wrong("there is an @ after the first question mark; write a ? in a password as %3F, and an @ in an option as %40");
        string authority = (question < 0 ? rest : rest[..question]).TrimEnd('/');
        // A password may hold an @ of its own; a host may not.
        int at = authority.LastIndexOf('@');

        var hosts = Hosts(authority[(at + 1)..]);
        var plain = new ConnectionString
        {
            Hosts = hosts,
            Discovers = scheme.EndsWith("+discover", StringComparison.Ordinal) || hosts.Length > 1,
            Credentials = at < 0 ? null : User(authority[..at]),
        };
        return Options(options).Aggregate(plain, static (so_far, option) => ConnectionOptions.Set(so_far, option.Name, option.Value));
    }

    /// <summary>What is wrong with a connection string, for those who keep the server.</summary>
    public static StoreUnavailableException Wrong(string what) =>
        new($"The connection string of EventStoreDB is wrong: {what}. Correct the setting EventStore:ConnectionString.", transient: false);

    private static Endpoint[] Hosts(string text) => [.. text.Split(',').Select((host, i) => Host(host, i + 1))];

    /// <param name="number">Stands for the text in messages: where the host was forgotten, that is the user and the password.</param>
    private static Endpoint Host(string text, int number)
    {
        int colon = text.LastIndexOf(':');
        bool hasPort = colon > text.LastIndexOf(']');
        string host = (hasPort ? text[..colon] : text).Trim('[', ']');
        if (host.Length == 0 || Uri.CheckHostName(host) == UriHostNameType.Unknown) throw Wrong($"number {number} of its hosts is no host");
        if (!hasPort) return new Endpoint(host, Endpoint.UsualPort);
        return int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= 65535
            ? new Endpoint(host, port)
            : throw Wrong($"the port of host number {number} is no number between 1 and 65535; if a user and a password are there, an @ and a host must follow them");
    }

    private static Credentials User(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1) throw Wrong("before the @ there must be a user, a colon and a password");
        return new Credentials(Uri.UnescapeDataString(text[..colon]), Uri.UnescapeDataString(text[(colon + 1)..]));
    }

    private static IEnumerable<(string Name, string Value)> Options(string text)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (number, option) in text.Split('&', StringSplitOptions.RemoveEmptyEntries).Index())
        {
            int equals = option.IndexOf('=', StringComparison.Ordinal);
            string name = ConnectionOptions.Named(equals < 0 ? option : option[..equals], number + 1);
            if (equals < 0) throw Wrong($"the option {name} has no value");
            if (!seen.Add(name)) throw Wrong($"the option {name} is given twice");
            yield return (name, Uri.UnescapeDataString(option[(equals + 1)..]));
        }
    }
}
