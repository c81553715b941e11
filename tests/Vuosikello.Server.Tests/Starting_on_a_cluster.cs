using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>The server as a process of its own, told by its settings to use a cluster.</summary>
public sealed class Starting_on_a_cluster : IDisposable
{
    private const string Production = "Production";
    private const string Secret = "Saunatonttu-7";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("esbd://127.0.0.1:2113", "it does not begin with esdb://")]
    [InlineData("esdb://admin:Saunatonttu-7@127.0.0.1:2113?tsl=false", "number 1 of its options is none that there is")]
    [InlineData("esdb://127.0.0.1:2113?tlsCaFile=/nowhere/ca.crt", "the file '/nowhere/ca.crt' of tlsCaFile cannot be read")]
    public Task A_connection_string_that_is_wrong_ends_the_start_in_one_line(string connectionString, string told) =>
        EndsIn(connectionString, "The connection string of EventStoreDB is wrong", told);

    [Fact]
    public async Task A_password_that_the_cluster_does_not_take_ends_the_start_in_one_line()
    {
        await using var cluster = await DoubleCluster.Start();
        cluster.Ways.Refuse("admin");

        await EndsIn($"esdb://admin:{Secret}@{cluster.Node.At}?tls=false", "does not let admin do this", "See to the user and password in EventStore:ConnectionString");
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_ends_the_start_in_one_line()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = new CertificateRequest("CN=node", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
        await using var cluster = await DoubleCluster.Start(certificate: certificate);

        await EndsIn($"esdb://admin:{Secret}@{cluster.Node.At}", "The certificate of EventStoreDB at", "See that tlsCaFile in EventStore:ConnectionString names the authority");
    }

    private async Task EndsIn(string connectionString, params string[] told)
    {
        await using var server = RunningServer.Launch(_folder.Path, Production, Cluster(connectionString));

        await server.WaitForExit();

        Assert.Equal(69, server.ExitCode);
        string line = Assert.Single(server.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("vuosikello: ", line, StringComparison.Ordinal);
        foreach (string text in told) Assert.Contains(text, line, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_that_is_away_is_waited_for_and_a_log_that_is_not_used_is_told()
    {
        await using var cluster = await DoubleCluster.Start();
        cluster.Node.Down();
        await using (var before = await RunningServer.Start(_folder.Path, Production)) await before.Stop();

        await using var server = RunningServer.Launch(_folder.Path, Production, Cluster($"esdb://admin:{Secret}@{cluster.Node.At}?tls=false"));
        var (status, verdict) = await FirstVerdict(server);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith("Unhealthy: The views are at 0 of an unknown end.", verdict, StringComparison.Ordinal);

        cluster.Node.Up();
        await server.Ready();

        Assert.Contains($"EventStoreDB at {cluster.Node.At} (streams vk-…) does not answer yet. The server starts and waits for it", server.Output, StringComparison.Ordinal);
        Assert.Contains("which is not used", server.Output, StringComparison.Ordinal);
        Assert.Contains("vuosikello copy", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, server.Output, StringComparison.Ordinal);
    }

    /// <summary>What the server says of its readiness as soon as it listens.</summary>
    private static async Task<(HttpStatusCode Status, string Verdict)> FirstVerdict(RunningServer server)
    {
        await server.Says("Vuosikello listens on");
        using var client = new HttpClient { BaseAddress = server.Address };
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Dictionary<string, string> Cluster(string connectionString) => new(StringComparer.Ordinal) { ["EventStore__ConnectionString"] = connectionString };
}
