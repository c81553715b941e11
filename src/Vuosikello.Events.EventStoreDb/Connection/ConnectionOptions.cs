using System.Globalization;

namespace Vuosikello.Events.EventStoreDb.Connection;

/// <summary>The options of a connection string: what follows its question mark. Their names may be written in capitals or not.</summary>
internal static class ConnectionOptions
{
    private static readonly Dictionary<string, Func<ConnectionString, string, ConnectionString>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tls"] = (c, v) => c with { Tls = Truth("tls", v) },
        ["tlsVerifyCert"] = (c, v) => c with { TlsVerifyCert = Truth("tlsVerifyCert", v) },
        ["tlsCaFile"] = (c, v) => c with { TlsCaFile = v },
        ["nodePreference"] = (c, v) => c with { NodePreference = Preference(v) },
        ["keepAliveInterval"] = (c, v) => c with { KeepAliveInterval = TimeOrNever("keepAliveInterval", v) },
        ["keepAliveTimeout"] = (c, v) => c with { KeepAliveTimeout = TimeOrNever("keepAliveTimeout", v) },
        ["defaultDeadline"] = (c, v) => c with { DefaultDeadline = TimeOrNever("defaultDeadline", v) },
        ["maxDiscoverAttempts"] = (c, v) => c with { MaxDiscoverAttempts = Number("maxDiscoverAttempts", v, "a number of 1 or more") },
        ["discoveryInterval"] = (c, v) => c with { DiscoveryInterval = Time("discoveryInterval", v) },
        ["gossipTimeout"] = (c, v) => c with { GossipTimeout = Time("gossipTimeout", v) },
    };

    public static ConnectionString Set(ConnectionString connection, string name, string value) => Known[name](connection, value);

    /// <summary>The name, if it is an option's.</summary>
    /// <param name="number">Stands for another name in messages: it may be a piece of a password.</param>
    public static string Named(string name, int number) => Known.ContainsKey(name)
        ? name
        : throw ConnectionStringParser.Wrong($"number {number} of its options is none that there is; there are {string.Join(", ", Known.Keys)}");

    private static bool Truth(string name, string value) =>
        bool.TryParse(value, out bool truth) ? truth : throw Wrong(name, value, "true or false");

    private static NodePreference Preference(string value) =>
        value.All(char.IsAsciiLetter) && Enum.TryParse<NodePreference>(value, ignoreCase: true, out var preference)
            ? preference
            : throw Wrong("nodePreference", value, "leader, follower, random or readOnlyReplica");

    private static TimeSpan Time(string name, string value) => TimeSpan.FromMilliseconds(Number(name, value, "a number of milliseconds, 1 or more"));

    private static TimeSpan? TimeOrNever(string name, string value) =>
        value == "-1" ? null : TimeSpan.FromMilliseconds(Number(name, value, "a number of milliseconds, 1 or more, or -1 for none"));

    private static int Number(string name, string value, string wanted) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : throw Wrong(name, value, wanted);

    private static StoreUnavailableException Wrong(string name, string value, string wanted) =>
        ConnectionStringParser.Wrong($"the option {name} is '{value}' and should be {wanted}");
}
