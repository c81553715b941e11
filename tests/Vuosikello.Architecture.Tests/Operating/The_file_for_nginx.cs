using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Vuosikello.Architecture.Tests.Operating;

public sealed class The_file_for_nginx : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-nginx-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Nginx_can_read_it()
    {
        string? nginx = Pages.Find("nginx");
        Assert.SkipWhen(nginx is null, "Whether nginx can read the file was not tried: there is no nginx on this machine (apt-get install nginx-light).");
        using var certificate = SelfSigned();
        File.WriteAllText(Path.Combine(_folder, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "privkey.pem"), certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(_folder, "vuosikello.conf"), Here(Pages.Read("cluster/nginx.conf")));
        string main = Path.Combine(_folder, "nginx.conf");
        File.WriteAllText(main, $$"""
            pid {{_folder}}/nginx.pid;
            error_log stderr warn;
            events { }
            http {
                access_log off;
                client_body_temp_path {{_folder}}/body;
                proxy_temp_path {{_folder}}/proxy;
                fastcgi_temp_path {{_folder}}/fastcgi;
                uwsgi_temp_path {{_folder}}/uwsgi;
                scgi_temp_path {{_folder}}/scgi;
                include {{_folder}}/vuosikello.conf;
            }
            """);

        var (code, output) = await Pages.Run(nginx!, ["-t", "-c", main, "-p", _folder]);

        Assert.True(code == 0, output);
        Assert.DoesNotContain("[warn]", output, StringComparison.Ordinal);
    }

    // Ports that everybody may listen on, and the certificate that there is.
    private string Here(string configuration) => configuration
        .Replace("listen 80;", $"listen 127.0.0.1:{FreePort()};", StringComparison.Ordinal)
        .Replace("listen 443 ssl", $"listen 127.0.0.1:{FreePort()} ssl", StringComparison.Ordinal)
        .Replace("/etc/letsencrypt/live/vuosikello.example/", $"{_folder}/", StringComparison.Ordinal)
        .Replace("/var/cache/nginx/vuosikello", $"{_folder}/cache", StringComparison.Ordinal);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=vuosikello.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
