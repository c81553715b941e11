using System.Threading.Channels;
using Google.Protobuf;

namespace Vuosikello.Events.EventStoreDb.Grpc;

/// <summary>A message that is to be sent unless it has been given up by then.</summary>
internal readonly record struct Spoken(IMessage Message, CancellationToken GivenUp);

/// <summary>A call in which both sides speak whenever they like (duplex). Anybody may send; one reads.</summary>
internal sealed class Conversation<TAnswer> : IAsyncDisposable where TAnswer : IMessage<TAnswer>
{
    /// <summary>So many messages may wait for a server that takes none; whoever comes then waits too.</summary>
    public const int MostWaiting = 256;

    private readonly Channel<Spoken> _said = Channel.CreateBounded<Spoken>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Task<Answers<TAnswer>> _answers;

    /// <param name="open">Makes the call with the request that it is given.</param>
    public Conversation(Func<HttpContent, Task<Answers<TAnswer>>> open) => _answers = open(new SpokenFrames(_said.Reader));

    /// <summary>The message is sent as soon as it can be, unless it is given up before. When the call is over it is not; <see cref="Next"/> tells why.</summary>
    /// <exception cref="OperationCanceledException">It was given up while there was no room for it.</exception>
    public async ValueTask Say(IMessage message, CancellationToken givenUp)
    {
        while (await _said.Writer.WaitToWriteAsync(givenUp))
        {
            if (_said.Writer.TryWrite(new Spoken(message, givenUp))) return;
        }
    }

    /// <inheritdoc cref="Answers{TAnswer}.Next" />
    public async ValueTask<IReadOnlyList<TAnswer>?> Next() => await (await _answers).Next();

    public async ValueTask DisposeAsync()
    {
        _said.Writer.TryComplete();
        // Of a call that never began there is nothing to end.
        await ((Task)_answers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_answers.IsCompletedSuccessfully) await _answers.Result.DisposeAsync();
    }
}
