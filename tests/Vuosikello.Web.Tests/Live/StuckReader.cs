using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Vuosikello.Web.Tests.Live;

/// <summary>A browser that froze: its web socket stays open and says that it is there, but nothing that comes is read any more.</summary>
public sealed class StuckReader : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };

    /// <summary>Joins a page, and reads no more from then on.</summary>
    public static async Task<StuckReader> Join(Uri server, string path, params object[] arguments)
    {
        var reader = new StuckReader();
        await reader._socket.ConnectAsync(IPAddress.Loopback, server.Port);
        await reader.Write(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {Convert.ToBase64String(new byte[16])}\r\n\r\n"));
        await reader.ReadPast("\r\n\r\n");
        await reader.Say("""{"protocol":"json","version":1}""");
        await reader.ReadPast("\u001e");
        await reader.Say(JsonSerializer.Serialize(new { type = 1, invocationId = "1", target = "Join", arguments }));
        await reader.ReadPast("\"invocationId\":\"1\"");
        return reader;
    }

    /// <summary>Says that it is there: by its pings a frozen page cannot be told from a living one.</summary>
    public Task Ping() => Say("""{"type":6}""");

    /// <summary>Comes when the server has ended the connection.</summary>
    public async Task Ended()
    {
        try
        {
            byte[] left = new byte[64 * 1024];
            while (await _socket.ReceiveAsync(left) > 0) { }
        }
        catch (SocketException reset)
        {
            Assert.Equal(SocketError.ConnectionReset, reset.SocketErrorCode);
        }
    }

    public void Dispose() => _socket.Dispose();

    // A text frame with a mask of zeros, RFC 6455 section 5.2.
    private Task Say(string message)
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(message), 0x1e];
        byte[] length = text.Length < 126 ? [(byte)(0x80 | text.Length)] : [0x80 | 126, (byte)(text.Length >> 8), (byte)text.Length];
        return Write([0x81, .. length, 0, 0, 0, 0, .. text]);
    }

    private async Task Write(byte[] bytes) => Assert.Equal(bytes.Length, await _socket.SendAsync(bytes));

    private async Task ReadPast(string text)
    {
        var read = new StringBuilder();
        byte[] one = new byte[1];
        while (!read.ToString().EndsWith(text, StringComparison.Ordinal))
        {
            Assert.Equal(1, await _socket.ReceiveAsync(one));
            read.Append((char)one[0]);
        }
    }
}
