using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace Vuosikello.Web.Tests.Live;

/// <summary>Speaks SignalR's JSON hub protocol over a bare web socket: just enough to call a hub and hear it.</summary>
public sealed class HubClient : IAsyncDisposable
{
    private const byte End = 0x1e;

    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _calls = new(StringComparer.Ordinal);
    private readonly Channel<(string Target, JsonElement[] Arguments)> _heard = Channel.CreateUnbounded<(string, JsonElement[])>();
    private readonly CancellationTokenSource _ended = new();
    private Task _listening = Task.CompletedTask;
    private int _lastCall;

    /// <summary>Who connects, where that is told by the session's cookie.</summary>
    public CookieContainer? Cookies
    {
        init => _socket.Options.Cookies = value;
    }

    /// <summary>Hears each message in place of <see cref="Next"/>, on the receiving task.</summary>
    public Action<string>? Heard { get; init; }

    public async Task<HubClient> Connect(Uri server, string path, string? member = null)
    {
        if (member is not null) _socket.Options.SetRequestHeader("X-Member", member);
        var address = new UriBuilder(server) { Scheme = "ws", Path = path }.Uri;
        await _socket.ConnectAsync(address, _ended.Token);
        await Send("""{"protocol":"json","version":1}""");
        var first = new ArrayBufferWriter<byte>();
        while (first.WrittenCount == 0 || first.WrittenSpan[^1] != End) await Receive(first);
        ReadAll(first.WrittenMemory[(first.WrittenSpan.IndexOf(End) + 1)..]);
        _listening = Listen();
        return this;
    }

    /// <summary>Calls a method of the hub and waits for what it returns.</summary>
    public async Task<JsonElement> Call(string method, params object?[] arguments)
    {
        string id = Interlocked.Increment(ref _lastCall).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = _calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await Send(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }));
        return await answer.Task.WaitAsync(_ended.Token);
    }

    /// <summary>Joins or edits a page; false when it was refused.</summary>
    public async Task<bool> IsLetIn(string method, params object?[] arguments) => (await Call(method, arguments)).ValueKind == JsonValueKind.Number;

    /// <summary>The next message with this name; others are passed over.</summary>
    public async Task<JsonElement[]> Next(string target)
    {
        await foreach (var (name, arguments) in _heard.Reader.ReadAllAsync(_ended.Token))
            if (name == target) return arguments;
        throw new InvalidOperationException($"The connection ended before a '{target}' came.");
    }

    private Task Send(string text) => _socket.SendAsync((byte[])[.. System.Text.Encoding.UTF8.GetBytes(text), End], WebSocketMessageType.Text, true, _ended.Token);

    private async Task<bool> Receive(ArrayBufferWriter<byte> buffer)
    {
        var result = await _socket.ReceiveAsync(buffer.GetMemory(16 * 1024), _ended.Token);
        buffer.Advance(result.Count);
        return result.MessageType != WebSocketMessageType.Close;
    }

    private async Task Listen()
    {
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            while (await Receive(buffer))
            {
                if (buffer.WrittenCount == 0 || buffer.WrittenSpan[^1] != End) continue;
                ReadAll(buffer.WrittenMemory);
                buffer.ResetWrittenCount();
            }
            _heard.Writer.TryComplete();
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            _heard.Writer.TryComplete(e);
        }
    }

    private void ReadAll(ReadOnlyMemory<byte> messages)
    {
        foreach (var range in messages.Span.TrimEnd(End).Split(End))
            if (messages[range] is { IsEmpty: false } message) Read(message);
    }

    private void Read(ReadOnlyMemory<byte> message)
    {
        using var json = JsonDocument.Parse(message);
        var root = json.RootElement;
        int type = root.GetProperty("type").GetInt32();
        if (type == 1 && Heard is not null) Heard(root.GetProperty("target").GetString()!);
        else if (type == 1) _heard.Writer.TryWrite((root.GetProperty("target").GetString()!, [.. root.GetProperty("arguments").EnumerateArray().Select(a => a.Clone())]));
        else if (type == 3 && _calls.TryRemove(root.GetProperty("invocationId").GetString()!, out var call))
        {
            if (root.TryGetProperty("error", out var error)) call.SetException(new InvalidOperationException(error.GetString()));
            else call.SetResult(root.TryGetProperty("result", out var result) ? result.Clone() : default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _listening;
        _socket.Dispose();
        _ended.Dispose();
    }
}
