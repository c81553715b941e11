using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Vuosikello.Events;

namespace Vuosikello.Projections.Hosting;

/// <summary>Reads the log ahead of whoever applies it: the store's reading, the JSON and the applying share the cores.</summary>
internal static class EventPipeline
{
    /// <summary>How many batches are read ahead: enough to keep two cores busy, few enough to keep memory small.</summary>
    private const int Ahead = 6;

    /// <summary>Below this a batch is read where it arrives: handing it to another thread would cost more than it saves.</summary>
    private const int WorthHandingOver = 64;

    /// <summary>Follows the log from a position for ever, in order. An empty batch says that the end is reached.</summary>
    /// <exception cref="UnreadableEventException">An event cannot be read; those before it in earlier batches have been given out.</exception>
    public static async IAsyncEnumerable<Recorded[]> Follow(IEventStore store, Position after, [EnumeratorCancellation] CancellationToken ct)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var batches = Channel.CreateBounded<Task<Recorded[]>>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => Read(store, after, batches.Writer, leaving.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(ct)) yield return await batch;
        }
        finally
        {
            await leaving.CancelAsync();
            await reading;
        }
    }

    private static async Task Read(IEventStore store, Position after, ChannelWriter<Task<Recorded[]>> batches, CancellationToken ct)
    {
        try
        {
            await foreach (var batch in store.Subscribe(after, ct))
            {
                var decoding = batch.Count < WorthHandingOver ? DecodeHere(batch) : Task.Run(() => Decode(batch), CancellationToken.None);
                await batches.WriteAsync(decoding, ct);
            }
            batches.Complete();
        }
        catch (Exception failure)
        {
            // Whoever applies meets it after the batches that came before it.
            batches.TryComplete(failure);
        }
    }

    private static Task<Recorded[]> DecodeHere(IReadOnlyList<RecordedEvent> batch)
    {
        try
        {
            return Task.FromResult(Decode(batch));
        }
        catch (Exception failure)
        {
            return Task.FromException<Recorded[]>(failure);
        }
    }

    private static Recorded[] Decode(IReadOnlyList<RecordedEvent> batch)
    {
        var decoded = new Recorded[batch.Count];
        for (int i = 0; i < decoded.Length; i++)
        {
            var recorded = batch[i];
            decoded[i] = new(recorded.Stream, recorded.Position, recorded.Id, EventSerializer.Deserialize(recorded));
        }
        return decoded;
    }
}
