namespace Vuosikello.Events.Proof;

/// <summary>Checks an export by itself: no store, no network, no server.</summary>
public static class ExportCheck
{
    /// <param name="noted">A hash that somebody noted: of an event that the export must have.</param>
    /// <param name="progress">Told now and then how many events have been looked at.</param>
    public static ExportFindings Check(Export export, EventHash? noted = null, IProgress<long>? progress = null)
    {
        var step = new ChainStep();
        long seen = 0;
        ChainHead? found = null;
        foreach (var stream in export.Streams)
        {
            var head = ChainHead.Before(stream.Head.Stream);
            foreach (var exported in stream.Events)
            {
                if (Misfit(stream.Head, exported, step, ref head) is { } misfit) return new ExportFindings(misfit, seen, found);
                if (head.Hash == noted) found = head;
                if (++seen % 50_000 == 0) progress?.Report(seen);
            }
            if (head.Version < stream.Head.Version) return new ExportFindings(Of(MisfitReason.EndMissing, stream.Events[^1].Event, stream.Head.Version), seen, found);
        }
        return new ExportFindings(null, seen, found);
    }

    private static Misfit? Misfit(ChainHead end, ExportedEvent exported, ChainStep step, ref ChainHead head)
    {
        var e = exported.Event;
        long expected = head.Version + 1;
        if (head.Version == end.Version) return Of(MisfitReason.AfterEnd, e, end.Version);
        if (step.To(e, exported.Hash, needsHash: true, ref head) is { } reason) return Of(reason, e, expected);
        return head.Version == end.Version && head.Hash != end.Hash ? Of(MisfitReason.Changed, e, expected) : null;
    }

    private static Misfit Of(MisfitReason reason, RecordedEvent e, long expected) => new(reason, e.Stream, e.Version, e.Type, expected);
}

/// <summary>What the check of an export found.</summary>
/// <param name="First">The first event that does not fit; null when all do.</param>
/// <param name="Events">How many events fit, up to there.</param>
/// <param name="Noted">The event whose hash is the noted one, if there is one among those.</param>
public sealed record ExportFindings(Misfit? First, long Events, ChainHead? Noted);
