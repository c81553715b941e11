using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Vuosikello.Benchmarks.Feeds;

/// <summary>nginx with two workers, as the server has two cores, over a folder of files that were compressed before; on a free port, and gone afterwards.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private Nginx(Process process, DirectoryInfo folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <param name="files">By their names; <c>x.gz</c> is sent for <c>x</c> to who accepts gzip.</param>
    public static async Task<Nginx> Start(params (string Name, byte[] Bytes)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("vuosikello-nginx-");
        foreach (var (name, bytes) in files) await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), bytes);
        int port = FreePort();
        string settings = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(settings, $$"""
            daemon off;
            user {{Environment.UserName}};
            pid {{folder.FullName}}/nginx.pid;
            error_log {{folder.FullName}}/error.log;
            worker_processes 2;
            events { worker_connections 1024; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              client_body_temp_path {{folder.FullName}}/body;
              proxy_temp_path {{folder.FullName}}/proxy;
              fastcgi_temp_path {{folder.FullName}}/fastcgi;
              uwsgi_temp_path {{folder.FullName}}/uwsgi;
              scgi_temp_path {{folder.FullName}}/scgi;
              types { text/calendar ics; }
              open_file_cache max=100;
              server {
                listen 127.0.0.1:{{port}};
                root {{folder.FullName}};
                gzip_static on;
                gzip_vary on;
                add_header Cache-Control "public, max-age=300";
              }
            }
            """);
        var process = Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-c", settings, "-p", folder.FullName, "-e", Path.Combine(folder.FullName, "error.log")]) { UseShellExecute = false })
            ?? throw new InvalidOperationException("nginx did not start; apt-get install nginx");
        var nginx = new Nginx(process, folder, new Uri($"http://127.0.0.1:{port}/"));
        await nginx.Answers(files[0].Name);
        return nginx;
    }

    /// <summary>The tag that nginx gives a file.</summary>
    public async Task<string> Tag(string file)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(Address, file));
        return answer.Headers.ETag?.ToString() ?? throw new InvalidOperationException($"nginx answers {answer.StatusCode} for {file}, without a tag.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Connections are refused until it listens; each attempt takes until it is refused or answered.</summary>
    private async Task Answers(string file)
    {
        using var client = new HttpClient();
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, file));
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (attempt < 10_000 && !_process.HasExited)
            {
                await Task.Yield();
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
