using System.Threading.Channels;
using Google.Protobuf;

namespace Vuosikello.Events.EventStoreDb.Grpc;

/// <summary>A call in which both sides speak whenever they like (duplex). Anybody may send; one reads.</summary>
internal sealed class Conversation<TAnswer> : IAsyncDisposable where TAnswer : IMessage<TAnswer>
{
    private readonly Channel<IMessage> _said = Channel.CreateUnbounded<IMessage>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task<Answers<TAnswer>> _answers;

    /// <param name="open">Makes the call with the request that it is given.</param>
    public Conversation(Func<HttpContent, Task<Answers<TAnswer>>> open) => _answers = open(new SpokenFrames(_said.Reader));

    /// <summary>The message is sent as soon as it can be. When the call is over it is not; <see cref="Next"/> tells why.</summary>
    public void Say(IMessage message) => _said.Writer.TryWrite(message);

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
