using Vuosikello.Events;
using Vuosikello.Events.Proof;

namespace Vuosikello.Web.Moving;

/// <summary>
/// Reads a log and its copy side by side, as far as the copy goes: the same events with the same bytes in the same order. Positions and the stores' own times of
/// recording are not compared; they are each store's own. Can be read on when both have grown.
/// </summary>
/// <param name="original">The log that is copied.</param>
/// <param name="copy">What has to be its beginning.</param>
/// <param name="check">Gets every event of the original.</param>
internal sealed class SideBySide(IEventStore original, IEventStore copy, LogCheck check)
{
    private Position _inCopy;

    /// <summary>Where the last event that both have stands in the original.</summary>
    public Position InOriginal { get; private set; }

    /// <exception cref="OriginalDoesNotFitException">An event of the original is not as it was written.</exception>
    /// <exception cref="NotACopyException">The copy has another event, or one more.</exception>
    public async Task ReadOn(Action<Position> reached, CancellationToken ct)
    {
        await using var originals = original.ReadAll(InOriginal, ct).GetAsyncEnumerator(ct);
        await foreach (var copied in copy.ReadAll(_inCopy, ct))
        {
            if (!await originals.MoveNextAsync()) throw new NotACopyException($"After {check.Events} events the log ends, but there it goes on with {Named(copied)}.");
            var e = originals.Current;
            if (check.Next(e) is { } misfit) throw new OriginalDoesNotFitException(misfit);
            if (Differs(e, copied) is { } what)
                throw new NotACopyException($"Its event {check.Events} in the order of the log is {Named(copied)}, and should be {Named(e)}: {what}.");
            (InOriginal, _inCopy) = (e.Position, copied.Position);
            reached(e.Position);
        }
    }

    private static string? Differs(RecordedEvent e, RecordedEvent copied) =>
        (e.Stream, e.Version) != (copied.Stream, copied.Version) ? "it is another event"
        : e.Id != copied.Id ? "its id is another"
        : e.Type != copied.Type ? "its type is another"
        : !e.Data.Span.SequenceEqual(copied.Data.Span) ? "it says something else"
        : !e.Metadata.Span.SequenceEqual(copied.Metadata.Span) ? "its stamp is another"
        : null;

    private static string Named(RecordedEvent e) => $"{e.Type} at version {e.Version} of stream {e.Stream} (position {e.Position})";
}
