using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Vuosikello.Accounts.Tests.Kit;
using Vuosikello.ServerKit;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Vuosikello.Accounts.Tests.Kit;

/// <summary>
/// A PostgreSQL server from Debian's packages, for the tests of one run: a cluster of its own in a temporary folder, on a free port of loopback.
/// Where none can be started, the tests that need it are skipped and say why.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort();
    private int _databases;

    /// <summary>Why there is no server; null when there is one.</summary>
    public string? Missing { get; private set; }

    private string Cluster => Path.Combine(_folder.Path, "cluster");

    public async ValueTask InitializeAsync()
    {
        if (Binaries() is not { } binaries)
        {
            Missing = "There is no PostgreSQL server on this machine (apt-get install postgresql).";
            return;
        }
        // The server refuses to be run by root, so its folder has to be that of the user whom Debian's package brings.
        if (AsRoot && await Run("chown", "postgres", _folder.Path) is { } chown) Missing = chown;
        Missing ??= await RunAsServer(Path.Combine(binaries, "initdb"), "-D", Cluster, "-U", "vuosikello", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C");
        Missing ??= await RunAsServer(
            Path.Combine(binaries, "pg_ctl"), "-D", Cluster, "-w", "-s", "-l", Path.Combine(_folder.Path, "log"),
            "-o", $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder.Path} -c fsync=off -c max_connections=400", "start");
        if (Missing is not null) Missing = $"No PostgreSQL server could be started: {Missing}";
    }

    /// <returns>The connection string of a new, empty database. Skips the test where there is no server.</returns>
    public async Task<string> NewDatabase()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        string name = $"accounts_{Interlocked.Increment(ref _databases).ToString(CultureInfo.InvariantCulture)}";
        await using var source = NpgsqlDataSource.Create(To("postgres"));
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return To(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (Missing is null) await RunAsServer(Path.Combine(Binaries()!, "pg_ctl"), "-D", Cluster, "-m", "immediate", "-w", "-s", "stop");
        NpgsqlConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static bool AsRoot => string.Equals(Environment.UserName, "root", StringComparison.Ordinal);

    private string Port => _port.ToString(CultureInfo.InvariantCulture);

    private string To(string database) => $"Host=127.0.0.1;Port={Port};Username=vuosikello;Database={database};Maximum Pool Size=20";

    private static string? Binaries()
    {
        const string Debian = "/usr/lib/postgresql";
        return Directory.Exists(Debian) ? Directory.EnumerateDirectories(Debian).Order(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) : null;
    }

    private static Task<string?> RunAsServer(string program, params string[] arguments) =>
        AsRoot ? Run("runuser", ["-u", "postgres", "--", program, .. arguments]) : Run(program, arguments);

    /// <returns>What it complained of; null when all went well.</returns>
    private static async Task<string?> Run(string program, params string[] arguments)
    {
        // Its standard output is inherited by the server, which would keep a pipe open for as long as it runs.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "\"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : $"{program} ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}.";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
