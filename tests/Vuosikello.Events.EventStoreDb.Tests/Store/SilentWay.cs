using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Vuosikello.Events.EventStoreDb.Connection;

namespace Vuosikello.Events.EventStoreDb.Tests.Store;

/// <summary>A way to a node that can fall silent: it goes on taking what is sent, and passes nothing on, as a firewall that has forgotten a connection does.</summary>
internal sealed class SilentWay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentBag<CancellationTokenSource> _connections = [];
    private readonly Endpoint _to;
    private readonly Task _accepting;

    public SilentWay(Endpoint to)
    {
        _to = to;
        _listener.Start();
        At = new Endpoint("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port);
        _accepting = Accept();
    }

    public Endpoint At { get; }

    /// <summary>From now on nothing passes over the connections that there are; new ones are as they should be.</summary>
    public void FallSilent()
    {
        foreach (var connection in _connections) connection.Cancel();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Carry(await _listener.AcceptTcpClientAsync(_stopping.Token));
        }
        catch (OperationCanceledException)
        {
            _listener.Stop();
        }
    }

    private async Task Carry(TcpClient from)
    {
        using var silent = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        _connections.Add(silent);
        using var to = new TcpClient();
        try
        {
            await to.ConnectAsync(_to.Host, _to.Port, _stopping.Token);
            await Task.WhenAll(Pass(from.GetStream(), to.GetStream(), silent.Token), Pass(to.GetStream(), from.GetStream(), silent.Token));
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
            // One of the two has gone, or the test is over.
            from.Close();
        }
    }

    private async Task Pass(NetworkStream from, NetworkStream to, CancellationToken silent)
    {
        byte[] bytes = new byte[16 << 10];
        while (await from.ReadAsync(bytes, _stopping.Token) is var count and > 0)
        {
            if (!silent.IsCancellationRequested) await to.WriteAsync(bytes.AsMemory(0, count), _stopping.Token);
        }
        if (!silent.IsCancellationRequested) to.Socket.Shutdown(SocketShutdown.Send);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        _listener.Dispose();
    }
}
