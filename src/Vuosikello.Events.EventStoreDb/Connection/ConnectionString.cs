namespace Vuosikello.Events.EventStoreDb.Connection;

/// <summary>
/// How to reach a server or a cluster, in the words of EventStoreDB's own clients:
/// <c>esdb://user:password@host1:2113,host2?tlsCaFile=/etc/ca.crt</c>. The defaults are theirs too.
/// </summary>
public sealed record ConnectionString
{
    /// <summary>At least one; asked for the cluster's members when <see cref="Discovers"/>.</summary>
    public required IReadOnlyList<Endpoint> Hosts { get; init; }

    /// <summary>True for <c>+discover</c> and for several hosts: the cluster itself says who its members are.</summary>
    public required bool Discovers { get; init; }

    /// <summary>Null when the server asks for none.</summary>
    public Credentials? Credentials { get; init; }

    public bool Tls { get; init; } = true;

    /// <summary>False takes any certificate: for trying out alone.</summary>
    public bool TlsVerifyCert { get; init; } = true;

    /// <summary>A PEM file of the authorities to trust instead of those of the operating system.</summary>
    public string? TlsCaFile { get; init; }

    public NodePreference NodePreference { get; init; }

    /// <summary>A connection that has been silent for so long is asked whether it lives; null for never.</summary>
    public TimeSpan? KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long it has for its answer; null for as long as it likes.</summary>
    public TimeSpan? KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long one attempt at an append or at asking for the end may take, and how long a reading of what is there may wait for each answer: a reading as
    /// a whole may take longer. Null for as long as it likes. Following the log has no limit.
    /// </summary>
    public TimeSpan? DefaultDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often all known nodes are asked for the leader before one gives up.</summary>
    public int MaxDiscoverAttempts { get; init; } = 10;

    /// <summary>The pause after the first attempt; it grows from one to the next.</summary>
    public TimeSpan DiscoveryInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long one node has to say who the members are.</summary>
    public TimeSpan GossipTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <exception cref="StoreUnavailableException">The text is wrong; the message says where, and never repeats the password.</exception>
    public static ConnectionString Parse(string text) => ConnectionStringParser.Parse(text);

    /// <summary>The hosts alone: the text for messages.</summary>
    public override string ToString() => string.Join(',', Hosts);
}
