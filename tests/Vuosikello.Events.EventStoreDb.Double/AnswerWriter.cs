using System.Buffers;
using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>Writes the messages of an answer and its end, or spoils them as told.</summary>
internal sealed class AnswerWriter(HttpContext context)
{
    private int _written;

    /// <summary>What is to go wrong; null for nothing.</summary>
    public Fault? Fault { get; set; }

    /// <summary>By how much each message is late.</summary>
    public Func<TimeSpan> Delay { get; set; } = static () => TimeSpan.Zero;

    /// <summary>Whether the call ends here because who reads is too slow.</summary>
    public Func<bool> Drops { get; set; } = static () => false;

    public async Task Write(IMessage message)
    {
        if (message is ReadResp { Event: not null } && Drops()) throw CallFailure.TooSlow();
        if (Delay() is { Ticks: > 0 } delay) await Task.Delay(delay, context.RequestAborted);
        if (!context.Response.HasStarted) context.Response.ContentType = "application/grpc";
        var frame = new ArrayBufferWriter<byte>();
        Framing.Write(frame, message);
        byte[] bytes = frame.WrittenSpan.ToArray();
        switch (Fault)
        {
            case Double.Fault.Garbage:
                bytes.AsSpan(Framing.PrefixLength).Fill(0xFF);
                break;
            case Double.Fault.Compressed:
                bytes[0] = 1;
                break;
            case Double.Fault.CutInMessage or Double.Fault.EndInMessage when IsSpoiled:
                await context.Response.BodyWriter.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
                if (Fault == Double.Fault.CutInMessage) context.Abort();
                throw new Spoiled();
        }
        _written++;
        await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
    }

    // An answer of one message is cut in that, one of many later.
    private bool IsSpoiled => !context.Request.Path.Value!.EndsWith("/Read", StringComparison.Ordinal) || _written >= 2;

    public void End()
    {
        if (Fault is Double.Fault.LoseAnswer) context.Abort();
        else if (Fault is not Double.Fault.NoTrailers) Tell([("grpc-status", "0")]);
    }

    public void Fail(CallFailure failure) => Tell(
    [
        .. failure.Trailers,
        ("grpc-status", ((int)failure.Status).ToString(CultureInfo.InvariantCulture)),
        ("grpc-message", Uri.EscapeDataString(failure.Message)),
    ]);

    /// <summary>How the call ended: in trailers, or in the headers when there was no message.</summary>
    private void Tell(IEnumerable<(string Name, string Value)> ending)
    {
        bool isEmpty = !context.Response.HasStarted;
        if (isEmpty) (context.Response.ContentType, context.Response.ContentLength) = ("application/grpc", 0);
        foreach (var (name, value) in ending)
        {
            if (isEmpty) context.Response.Headers[name] = value;
            else context.Response.AppendTrailer(name, value);
        }
    }
}

/// <summary>The answer was spoiled as wanted, and goes no further.</summary>
internal sealed class Spoiled : Exception;
