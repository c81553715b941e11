using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Vuosikello.Events.EventStoreDb.Store;
using Vuosikello.Events.EventStoreDb.Double;

namespace Vuosikello.Events.EventStoreDb.Tests.Store;

public sealed class TlsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_authority_in_the_file_is_trusted_and_no_other()
    {
        using var ca = Authority();
        using var certificate = Issued(ca, IPAddress.Loopback);
        await using var cluster = await DoubleCluster.Start(certificate: certificate);
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, ca.ExportCertificatePem(), Ct);
            Assert.Equal(Position.Start, await End(cluster, $"tlsCaFile={Uri.EscapeDataString(file)}"));

            using var other = Authority();
            await File.WriteAllTextAsync(file, other.ExportCertificatePem(), Ct);
            MustBeMended(await Assert.ThrowsAsync<StoreUnavailableException>(() => End(cluster, $"tlsCaFile={Uri.EscapeDataString(file)}")));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused_unless_any_will_do()
    {
        using var ca = Authority();
        using var certificate = Issued(ca, IPAddress.Parse("10.0.0.1"));
        await using var cluster = await DoubleCluster.Start(certificate: certificate);

        MustBeMended(await Assert.ThrowsAsync<StoreUnavailableException>(() => End(cluster, "tls=true")));
        Assert.Equal(Position.Start, await End(cluster, "tlsVerifyCert=false"));
    }

    /// <summary>Waiting does not help: a person has to see to the certificate.</summary>
    private static void MustBeMended(StoreUnavailableException refused)
    {
        Assert.False(refused.IsTransient);
        Assert.Contains("is not trusted", refused.Message, StringComparison.Ordinal);
        Assert.Contains("tlsCaFile", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<Position> End(DoubleCluster cluster, string options)
    {
        await using var store = EventStoreDbStore.Open(cluster.ConnectionString(options), new Random(1), DoubleCluster.Impatient);
        return await store.End(Ct);
    }

    private static X509Certificate2 Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Vuosikello test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(2));
    }

    private static X509Certificate2 Issued(X509Certificate2 authority, IPAddress host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=node", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(host);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(authority, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddHours(1), [1, 2, 3, 4]);
        using var with = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(with.Export(X509ContentType.Pkcs12), null);
    }
}
