using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Vuosikello.Cluster.Tests.Kit;

/// <summary>nginx before several servers: each request goes to the next of them, whoever sends it.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private Balancer(Process process, DirectoryInfo folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    public static async Task<Balancer> Start(params Uri[] servers)
    {
        var folder = Directory.CreateTempSubdirectory("vuosikello-balancer-");
        string port = FreePort().ToString(CultureInfo.InvariantCulture);
        string settings = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(settings, $$"""
            daemon off;
            user {{Environment.UserName}};
            pid {{folder.FullName}}/nginx.pid;
            worker_processes 1;
            events { worker_connections 1024; }
            http {
              access_log off;
              client_body_temp_path {{folder.FullName}}/body;
              proxy_temp_path {{folder.FullName}}/proxy;
              fastcgi_temp_path {{folder.FullName}}/fastcgi;
              uwsgi_temp_path {{folder.FullName}}/uwsgi;
              scgi_temp_path {{folder.FullName}}/scgi;
              map $http_upgrade $connection_upgrade { default upgrade; "" ""; }
              upstream vuosikello { {{string.Concat(servers.Select(s => $"server {s.Authority}; "))}}}
              server {
                listen 127.0.0.1:{{port}};
                location / {
                  proxy_pass http://vuosikello;
                  proxy_http_version 1.1;
                  proxy_set_header Host $http_host;
                  proxy_set_header Upgrade $http_upgrade;
                  proxy_set_header Connection $connection_upgrade;
                }
              }
            }
            """);
        var process = Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-c", settings, "-p", folder.FullName, "-e", Path.Combine(folder.FullName, "error.log")]) { UseShellExecute = false })
            ?? throw new InvalidOperationException("nginx did not start; apt-get install nginx-light");
        var balancer = new Balancer(process, folder, new Uri($"http://127.0.0.1:{port}/"));
        await balancer.Answers();
        return balancer;
    }

    /// <summary>Connections are refused until it listens; each attempt takes until it is refused or answered.</summary>
    private async Task Answers()
    {
        using var client = new HttpClient();
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, "/health/live"));
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (attempt < 10_000 && !_process.HasExited)
            {
                await Task.Yield();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
