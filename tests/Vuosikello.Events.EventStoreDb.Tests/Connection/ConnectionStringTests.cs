using Vuosikello.Events.EventStoreDb.Connection;

namespace Vuosikello.Events.EventStoreDb.Tests.Connection;

public sealed class ConnectionStringTests
{
    [Fact]
    public void What_is_not_said_is_as_with_EventStoreDBs_own_clients()
    {
        var connection = ConnectionString.Parse("esdb://node1");

        Assert.Equal([new Endpoint("node1", 2113)], connection.Hosts);
        Assert.Equal((false, true, true, null, NodePreference.Leader), (connection.Discovers, connection.Tls, connection.TlsVerifyCert, connection.Credentials, connection.NodePreference));
        Assert.Equal((10, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5)), (connection.MaxDiscoverAttempts, connection.DiscoveryInterval, connection.GossipTimeout));
        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)), (connection.KeepAliveInterval!.Value, connection.KeepAliveTimeout!.Value, connection.DefaultDeadline!.Value));
    }

    [Fact]
    public void Everything_can_be_said()
    {
        var connection = ConnectionString.Parse(
            "kurrentdb+discover://kaisa:p%40ss%3Aword@n1:1111,n2,[::1]:3333/?tls=false&TLSVERIFYCERT=false&tlsCaFile=%2Fetc%2Fca.crt&nodePreference=ReadOnlyReplica"
            + "&keepAliveInterval=2000&keepAliveTimeout=-1&defaultDeadline=3000&maxDiscoverAttempts=4&discoveryInterval=50&gossipTimeout=600");

        Assert.Equal([new Endpoint("n1", 1111), new Endpoint("n2", 2113), new Endpoint("::1", 3333)], connection.Hosts);
        Assert.Equal((new Credentials("kaisa", "p@ss:word"), true, false, false), (connection.Credentials, connection.Discovers, connection.Tls, connection.TlsVerifyCert));
        Assert.Equal(("/etc/ca.crt", NodePreference.ReadOnlyReplica, 4), (connection.TlsCaFile, connection.NodePreference, connection.MaxDiscoverAttempts));
        Assert.Equal((2000, null, 3000), (connection.KeepAliveInterval?.TotalMilliseconds, connection.KeepAliveTimeout?.TotalMilliseconds, connection.DefaultDeadline?.TotalMilliseconds));
        Assert.Equal((50, 600), (connection.DiscoveryInterval.TotalMilliseconds, connection.GossipTimeout.TotalMilliseconds));
    }

    [Theory]
    [InlineData("esdb://one", false)]
    [InlineData("kurrentdb://one", false)]
    [InlineData("esdb+discover://one", true)]
    [InlineData("ESDB://one,two", true)]
    public void A_cluster_is_discovered_when_the_scheme_says_so_or_there_are_several_hosts(string text, bool discovers) =>
        Assert.Equal(discovers, ConnectionString.Parse(text).Discovers);

    [Theory]
    [InlineData("http://one", "esdb://")]
    [InlineData("one:2113", "esdb://")]
    [InlineData("", "esdb://")]
    [InlineData("esdb://", "number 1 of its hosts is no host")]
    [InlineData("esdb://one,,two", "number 2 of its hosts is no host")]
    [InlineData("esdb://o ne", "number 1 of its hosts")]
    [InlineData("esdb://one:port", "the port of host number 1")]
    [InlineData("esdb://one,two:70000", "the port of host number 2")]
    [InlineData("esdb://kaisa@one", "a colon and a password")]
    [InlineData("esdb://one?tls=false&tsl=false", "number 2 of its options is none")]
    [InlineData("esdb://one?connectionName=x", "number 1 of its options is none")]
    [InlineData("esdb://kaisa:p?ss@one", "%3F")]
    [InlineData("esdb://one?tls", "the option tls has no value")]
    [InlineData("esdb://one?tls=no", "tls is 'no'")]
    [InlineData("esdb://one?tls=true&TLS=false", "twice")]
    [InlineData("esdb://one?nodePreference=nearest", "'nearest'")]
    [InlineData("esdb://one?nodePreference=1", "'1'")]
    [InlineData("esdb://one?gossipTimeout=5s", "'5s'")]
    [InlineData("esdb://one?gossipTimeout=-1", "'-1'")]
    [InlineData("esdb://one?keepAliveInterval=0", "'0'")]
    [InlineData("esdb://one?maxDiscoverAttempts=0", "'0'")]
    [InlineData("esdb://one?tls=true&defaultDeadline=99999999999", "'99999999999'")]
    public void What_is_wrong_is_told(string text, string said)
    {
        var wrong = Assert.Throws<StoreUnavailableException>(() => ConnectionString.Parse(text));

        Assert.False(wrong.IsTransient);
        Assert.Contains(said, wrong.Message, StringComparison.Ordinal);
        Assert.Contains("EventStore:ConnectionString", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_password_is_never_told()
    {
        Assert.DoesNotContain("secret", $"{ConnectionString.Parse("esdb://kaisa:secret@one")} {new Credentials("kaisa", "secret")}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("esdb://kaisa:secret@one:x")]
    [InlineData("esdb://kaisa:secret")]
    [InlineData("esdb://kaisa:secret?tls=false")]
    [InlineData("esdb://secret@one")]
    [InlineData("esdb://kaisa:?secret@one")]
    [InlineData("esdb://kaisa:secret?x@one")]
    [InlineData("esdb://kaisa:12?secret")]
    [InlineData("esdb://kaisa:12?secret=x")]
    [InlineData("esdb://kaisa:12?=secret")]
    [InlineData("esdb://kaisa:12,secret secret")]
    [InlineData("kaisa:secret@one")]
    [InlineData("secret://kaisa@one")]
    public void Nor_is_it_told_of_a_text_that_is_wrong(string text) =>
        Assert.DoesNotContain("secret", Assert.Throws<StoreUnavailableException>(() => ConnectionString.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("/no/such/ca.crt", "cannot be read")]
    [InlineData("/dev/null", "holds no certificate")]
    public void A_file_of_authorities_that_is_none_is_told(string file, string said)
    {
        var wrong = Assert.Throws<StoreUnavailableException>(() => Wire.Open(ConnectionString.Parse($"esdb://one?tlsCaFile={file}")));

        Assert.Contains(file, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(said, wrong.Message, StringComparison.Ordinal);
    }
}
