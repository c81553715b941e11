using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;
using LoggedEvent = Vuosikello.Events.EventStoreDb.Protocol.ReadResp.Types.ReadEvent.Types.RecordedEvent;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>Answers to readings that end.</summary>
internal static class Readings
{
    public static async Task Stream(DoubleLog log, ReadReq.Types.Options asked, AnswerWriter answer)
    {
        var stream = asked.Stream.StreamIdentifier;
        if (log.Stream(stream.StreamName.ToStringUtf8()) is not { } events)
        {
            await answer.Write(new ReadResp { StreamNotFound = new() { StreamIdentifier = stream } });
            return;
        }

        ulong last = events[^1].StreamRevision;
        bool backwards = asked.ReadDirection == ReadReq.Types.Options.Types.ReadDirection.Backwards;
        var wanted = backwards ? events.Reverse() : events.Where(e => e.StreamRevision >= asked.Stream.Revision);
        if (!backwards && asked.Stream.Revision > last) await answer.Write(new ReadResp { FirstStreamPosition = last + 1 });

        int sent = 0;
        foreach (var e in wanted.Take((int)Math.Min(asked.Count, int.MaxValue)))
        {
            await answer.Write(Event(e));
            sent++;
        }
        if ((ulong)sent < asked.Count) await answer.Write(new ReadResp { LastStreamPosition = last });
    }

    public static async Task OfNothing(ReadReq.Types.Options asked, AnswerWriter answer)
    {
        if (asked.Stream is { } of) await answer.Write(new ReadResp { StreamNotFound = new() { StreamIdentifier = of.StreamIdentifier } });
    }

    public static async Task All(DoubleLog log, ReadReq.Types.Options asked, AnswerWriter answer, bool isOld)
    {
        var events = log.All;
        CheckPosition(events, asked.All, isOld);
        bool backwards = asked.ReadDirection == ReadReq.Types.Options.Types.ReadDirection.Backwards;
        var wanted = backwards
            ? events.Reverse()
            : events.Where(e => asked.All.Position is not { } from || e.CommitPosition >= from.CommitPosition);
        foreach (var e in wanted.Where(e => Matches(asked, e)).Take((int)Math.Min(asked.Count, int.MaxValue))) await answer.Write(Event(e));
    }

    public static void CheckPosition(IReadOnlyList<LoggedEvent> events, ReadReq.Types.Options.Types.AllOptions from, bool isOld)
    {
        if (from.Position is { } position && events.All(e => e.CommitPosition != position.CommitPosition))
            throw new CallFailure(GrpcStatus.Unknown, $"Unexpected ReadAllResult: {(isOld ? "Error" : "InvalidPosition")}");
    }

    public static bool Matches(ReadReq.Types.Options asked, LoggedEvent e) =>
        asked.Stream is { } stream ? e.StreamIdentifier.Equals(stream.StreamIdentifier) && IsAfter(stream, e)
        : asked.FilterOptionCase != ReadReq.Types.Options.FilterOptionOneofCase.Filter
        || asked.Filter.StreamIdentifier.Prefix.Any(prefix => e.StreamIdentifier.StreamName.ToStringUtf8().StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsAfter(ReadReq.Types.Options.Types.StreamOptions place, LoggedEvent e) =>
        place.RevisionOptionCase != ReadReq.Types.Options.Types.StreamOptions.RevisionOptionOneofCase.Revision || e.StreamRevision > place.Revision;

    public static ReadResp Event(LoggedEvent e) => new() { Event = new() { Event = e, CommitPosition = e.CommitPosition } };
}
