using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Projections.Snapshots;

namespace Vuosikello.Projections.History;

/// <summary>A partnership's index in a snapshot: what is written and read stands side by side.</summary>
internal static class HistoryFormat
{
    /// <summary>Writes the first so many of each; more may come while it writes.</summary>
    public static void Write(SnapshotWriter to, PartnershipHistory history, int entries, int streams, int actors)
    {
        to.Name(history.Partnership.Value);
        to.Count(streams);
        for (int i = 0; i < streams; i++) Write(to, history.Stream(i));
        to.Count(actors);
        for (int i = 0; i < actors; i++) Write(to, history.Actor(i));
        to.Count(entries);
        var before = default(IndexEntry);
        for (int i = 0; i < entries; i++)
        {
            ref readonly var entry = ref history[i];
            to.Number(entry.Position - before.Position);
            to.Number(entry.Minute - before.Minute);
            to.Count(entry.Stream);
            to.Count(entry.Version);
            to.Count(entry.Actor);
            to.Count(entry.Event);
            before = entry;
        }
    }

    public static PartnershipHistory Read(SnapshotReader from)
    {
        var history = new PartnershipHistory(new(from.Name()));
        for (int left = from.Count(); left > 0; left--) history.AddStream(ReadStream(from));
        for (int left = from.Count(); left > 0; left--) history.NumberOf(ReadActor(from));
        long position = 0;
        int minute = 0;
        for (int left = from.Count(); left > 0; left--)
        {
            position += from.Number();
            minute += (int)from.Number();
            history.Add(new(position, minute, from.Count(), from.Count(), from.Count(), (short)from.Count()));
        }
        return history;
    }

    private static void Write(SnapshotWriter to, StreamKey stream)
    {
        to.Count((int)stream.Kind);
        if (stream.Text is { } text) to.Text(text);
        else to.Guid(stream.Activity);
    }

    private static StreamKey ReadStream(SnapshotReader from)
    {
        var kind = (SubjectKind)from.Count();
        return kind == SubjectKind.Activity ? new(kind, from.Guid(), null) : new(kind, Guid.Empty, from.Text());
    }

    private static void Write(SnapshotWriter to, HistoryActor actor)
    {
        to.Guid(actor.By.Value);
        to.Flag(actor.For is not null);
        if (actor.For is { } partner) to.Name(partner.Value);
    }

    private static HistoryActor ReadActor(SnapshotReader from) => new(new(from.Guid()), from.Flag() ? new PartnerId(from.Name()) : null);
}
