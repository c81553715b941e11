using System.Buffers;
using System.IO.Pipelines;
using Google.Protobuf;

namespace Vuosikello.Events.EventStoreDb.Grpc;

/// <summary>The messages of an answer as they come. Not for two readers at a time.</summary>
internal sealed class Answers<TAnswer> : IAsyncDisposable where TAnswer : IMessage<TAnswer>
{
    private static readonly StreamPipeReaderOptions Reading = new(bufferSize: 64 << 10);

    private readonly HttpResponseMessage _response;
    private readonly MessageParser<TAnswer> _parser;
    private readonly Deadline _deadline;
    private readonly PipeReader _bytes;

    /// <param name="deadline">Belongs to these answers from now on.</param>
    public Answers(HttpResponseMessage response, Stream body, MessageParser<TAnswer> parser, Deadline deadline)
    {
        (_response, _parser, _deadline) = (response, parser, deadline);
        _bytes = PipeReader.Create(body, Reading);
    }

    /// <summary>All messages that have come whole, at least one; null when the call has ended well.</summary>
    /// <exception cref="GrpcException">The call ended otherwise, or the connection did.</exception>
    public async ValueTask<IReadOnlyList<TAnswer>?> Next()
    {
        var messages = new List<TAnswer>();
        while (true)
        {
            var (bytes, ended) = await Read();
            Take(ref bytes, messages);
            _bytes.AdvanceTo(bytes.Start, bytes.End);
            if (messages.Count > 0) return messages;
            if (!ended) continue;
            if (Ending.Late(_response) is { } failure) throw failure;
            return bytes.IsEmpty ? null : throw GrpcException.Broken("The answer ended in the middle of a message.");
        }
    }

    private async ValueTask<(ReadOnlySequence<byte> Bytes, bool Ended)> Read()
    {
        try
        {
            _deadline.Waits();
            var read = await _bytes.ReadAsync(_deadline.Token);
            _deadline.Hears();
            return (read.Buffer, read.IsCompleted);
        }
        catch (Exception failure) when (Deadline.Concerns(failure))
        {
            throw _deadline.Explain(failure);
        }
    }

    private void Take(ref ReadOnlySequence<byte> bytes, List<TAnswer> messages)
    {
        try
        {
            while (Framing.TryRead(ref bytes, out var message)) messages.Add(_parser.ParseFrom(message));
        }
        catch (InvalidProtocolBufferException garbage)
        {
            throw new GrpcException(GrpcStatus.Internal, $"The server sent what is no message of its protocol: {garbage.Message}", inner: garbage);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Without its end having been read, this resets the stream, which tells the server to stop.
        await _bytes.CompleteAsync();
        _response.Dispose();
        _deadline.Dispose();
    }
}
