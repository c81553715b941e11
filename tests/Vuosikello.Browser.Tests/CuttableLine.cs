using System.Net;
using System.Net.Sockets;

namespace Vuosikello.Browser.Tests;

/// <summary>A line between a browser and the server that can be cut and mended: while it is cut, connections break and new ones are refused.</summary>
public sealed class CuttableLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _server;
    private readonly List<TcpClient> _open = [];
    private readonly Task _accepting;
    private volatile bool _cut;

    public CuttableLine(Uri server)
    {
        _server = server;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = Accept();
    }

    public Uri Address { get; }

    public void Cut()
    {
        _cut = true;
        lock (_open)
        {
            foreach (var client in _open) client.Close();
            _open.Clear();
        }
    }

    public void Mend() => _cut = false;

    public async ValueTask DisposeAsync()
    {
        Cut();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
    }

    private async Task Accept()
    {
        var carrying = new List<Task>();
        try
        {
            while (true) carrying.Add(Carry(await _listener.AcceptTcpClientAsync()));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The line has been taken down.
        }
        await Task.WhenAll(carrying);
    }

    private async Task Carry(TcpClient browser)
    {
        using var near = browser;
        using var far = new TcpClient();
        if (_cut) return;
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _server.Port);
            lock (_open) _open.AddRange([near, far]);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut while carrying: what a broken line does.
        }
    }
}
