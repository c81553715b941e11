using System.Buffers;
using System.Text;
using NodaTime;
using Vuosikello.Events.Proof;

namespace Vuosikello.Events.Tests.Proof;

/// <summary>An export of two small streams, and what a forger can do to it.</summary>
internal static class SampleExport
{
    public const int Length = 6;

    public static readonly StreamName Subject = new("round-kuuma-seutu/kevat");
    public static readonly StreamName Other = new("review-kuuma-seutu/kevat");

    public static Export Sound() => Export.Of(Instant.FromUtc(2026, 11, 22, 3, 30), [StreamOf(Subject, Length), StreamOf(Other, 2)]);

    /// <summary>The subject's events replaced; what the export says of its end is kept.</summary>
    public static Export With(Func<IReadOnlyList<ExportedEvent>, IEnumerable<ExportedEvent>> change)
    {
        var export = Sound();
        var subject = export.Streams[0];
        return export with { Streams = [subject with { Events = [.. change(subject.Events)] }, export.Streams[1]] };
    }

    /// <summary>As a careful forger would leave it: every hash computed anew, and the end with them.</summary>
    public static Export Resealed(IEnumerable<RecordedEvent> events)
    {
        var numbered = events.Select((e, version) => e with { Version = version, Metadata = Stamp(0) }).ToList();
        return Sound() with { Streams = [ExportedStream.Of(Subject, numbered), StreamOf(Other, 2)] };
    }

    /// <summary>What somebody makes who knows how hashes are computed: it fits to what is before it.</summary>
    public static ExportedEvent Forged(EventHash before, long version)
    {
        var e = new RecordedEvent(Subject, version, Position.Start, new Guid(99, 0, 0, new byte[8]), "activity-retitled.v1", "{\"title\":{\"fi\":\"Sopimatta\"}}"u8.ToArray(), Stamp(99), Instant.MinValue);
        return new(e, EventChain.After(before, e));
    }

    public static byte[] Written(Export export)
    {
        var to = new ArrayBufferWriter<byte>();
        ExportWriter.Write(export, to);
        return to.WrittenSpan.ToArray();
    }

    public static byte[] Stamp(int number) => Encoding.UTF8.GetBytes(
        $$"""{"command":"0f8fad5b-d9cb-469f-a165-{{number:000000000000}}","by":"7c9e6679-7425-40de-944b-e07fc1f90ae7","for":"keravan-kaupunki","at":"2026-02-26T14:30:00Z"}""");

    private static ExportedStream StreamOf(StreamName stream, int length)
    {
        var events = new EventData[length];
        for (int i = 0; i < length; i++)
            events[i] = new EventData(new Guid(i, 1, 0, new byte[8]), i % 2 == 0 ? "activity-retitled.v1" : "activity-held.v2", Data(i), Stamp(i));
        EventChain.Seal(stream, 0, default, events);
        return ExportedStream.Of(stream, events.Select((e, i) => new RecordedEvent(stream, i, new Position(i + 1), e.Id, e.Type, e.Data, e.Metadata, Instant.MinValue)));
    }

    private static byte[] Data(int i) => Encoding.UTF8.GetBytes(i % 2 == 0
        ? $$"""{"title":{"fi":"J\u00e4rjest\u00f6ilta {{i}}","sv":"Föreningskväll"} }"""
        : $$"""{"attendance":{"people":{{40 + i}},"volunteers":12} }""");
}
