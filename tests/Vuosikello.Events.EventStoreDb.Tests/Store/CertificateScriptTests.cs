using System.Diagnostics;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.EventStoreDb.Store;

namespace Vuosikello.Events.EventStoreDb.Tests.Store;

/// <summary>What <c>eventstore/make-certificates.sh</c> makes, as the page of the cluster tells it.</summary>
public sealed class CertificateScriptTests : IDisposable
{
    private const string Names = "localhost,127.0.0.1,es1.vuosikello.example";

    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-certificates-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_node_with_such_a_certificate_is_trusted_by_who_knows_the_authority_and_by_nobody_else()
    {
        await Make($"es1={Names}");
        using var certificate = Node("es1");
        await using var cluster = await DoubleCluster.Start(certificate: certificate);

        Assert.Equal(Position.Start, await End(cluster, $"tlsCaFile={Uri.EscapeDataString(Authority)}"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => End(cluster, "tls=true"));
    }

    [Fact]
    public async Task It_says_what_EventStoreDB_wants_of_a_node()
    {
        await Make("--days", "30", _folder, $"es1={Names}", "es2=es2.vuosikello.example");
        using var authority = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(Authority, Ct));
        using var node = Node("es1");

        Assert.Equal("CN=eventstoredb-node", node.Subject);
        Assert.Equal(["es1.vuosikello.example", "localhost"], Alternatives(node).EnumerateDnsNames().Order(StringComparer.Ordinal));
        Assert.Equal(["127.0.0.1"], Alternatives(node).EnumerateIPAddresses().Select(a => a.ToString()));
        Assert.Equal(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, node.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
        Assert.Equal(
            ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"], // server and client (RFC 5280 section 4.2.1.12)
            node.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<Oid>().Select(o => o.Value!).Order(StringComparer.Ordinal));
        Assert.Equal(TimeSpan.FromDays(30), node.NotAfter - node.NotBefore);
        Assert.False(node.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);

        Assert.True(authority.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.Equal(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, authority.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
        Assert.True(IsSignedBy(node, authority));
        using var second = Node("es2");
        Assert.Equal((node.Subject, true), (second.Subject, IsSignedBy(second, authority)));
        Assert.NotEqual(node.SerialNumber, second.SerialNumber);
    }

    [Fact]
    public async Task Renewed_it_has_another_key_and_the_same_authority()
    {
        await Make("es1=localhost");
        using var authority = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(Authority, Ct));
        using var first = Node("es1");
        await Make("es1=localhost");
        using var second = Node("es1");

        Assert.NotEqual(first.GetPublicKeyString(), second.GetPublicKeyString());
        Assert.Equal(authority.ExportCertificatePem(), (await File.ReadAllTextAsync(Authority, Ct)).Trim());
        Assert.True(IsSignedBy(second, authority));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Nobody_else_on_the_machine_can_read_a_key()
    {
        await Make("es1=localhost");
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

        Assert.All(["es1/node.key", "authority/ca.key"], file => Assert.Equal((UnixFileMode)0, File.GetUnixFileMode(Path.Combine(_folder, file)) & others));
        Assert.NotEqual((UnixFileMode)0, File.GetUnixFileMode(Authority) & UnixFileMode.OtherRead);
        Assert.Equal(["ca.crt"], Directory.EnumerateFiles(Path.Combine(_folder, "ca")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("es1", "should be a node")]
    [InlineData("es1=es1.example;rm", "should be a node")]
    [InlineData("../es1=localhost", "should be a node")]
    [InlineData("authority=localhost", "cannot be called")]
    public async Task What_is_no_node_is_refused_before_anything_is_made(string node, string why)
    {
        var (code, output) = await Run(_folder, node);

        Assert.Equal(1, code);
        Assert.Contains(why, output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Without_the_authoritys_key_it_says_so()
    {
        await Make("es1=localhost");
        File.Delete(Path.Combine(_folder, "authority", "ca.key"));
        var (code, output) = await Run(_folder, "es1=localhost");

        Assert.Equal(1, code);
        Assert.Contains("but not its key", output, StringComparison.Ordinal);
    }

    private string Authority => Path.Combine(_folder, "ca", "ca.crt");

    private X509Certificate2 Node(string name)
    {
        using var pem = X509Certificate2.CreateFromPemFile(Path.Combine(_folder, name, "node.crt"), Path.Combine(_folder, name, "node.key"));
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
    }

    private static X509SubjectAlternativeNameExtension Alternatives(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();

    private static bool IsSignedBy(X509Certificate2 certificate, X509Certificate2 authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }

    private static async Task<Position> End(DoubleCluster cluster, string options)
    {
        await using var store = EventStoreDbStore.Open(cluster.ConnectionString(options), new Random(1), DoubleCluster.Impatient);
        return await store.End(Ct);
    }

    private Task Make(string node) => Make(_folder, node);

    private static async Task Make(params string[] arguments)
    {
        var (code, output) = await Run(arguments);
        Assert.True(code == 0, output);
    }

    private static async Task<(int Code, string Output)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Script(), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var output = process.StandardOutput.ReadToEndAsync(Ct);
        var errors = process.StandardError.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, await output + await errors);
    }

    private static string Script()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string script = Path.Combine(at.FullName, "eventstore", "make-certificates.sh");
            if (File.Exists(script)) return script;
        }
        throw new FileNotFoundException($"There is no eventstore/make-certificates.sh above {AppContext.BaseDirectory}.");
    }
}
