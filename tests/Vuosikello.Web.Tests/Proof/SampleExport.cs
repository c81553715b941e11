using System.Buffers;
using System.Text;
using NodaTime;
using Vuosikello.Events;
using Vuosikello.Events.Proof;

namespace Vuosikello.Web.Tests.Proof;

/// <summary>A file as the server would export it.</summary>
internal static class SampleExport
{
    public static readonly StreamName Stream = new("round-kuuma-seutu/kevat");

    public static Export Sound { get; } = Make();

    public static byte[] Written { get; } = WriteOf(Sound);

    /// <summary>Its second event says something else.</summary>
    public static byte[] Forged { get; } = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Written).Replace("Liikuntatilat 1", "Liikuntatilat 9", StringComparison.Ordinal));

    private static byte[] WriteOf(Export export)
    {
        var to = new ArrayBufferWriter<byte>();
        ExportWriter.Write(export, to);
        return to.WrittenSpan.ToArray();
    }

    private static Export Make()
    {
        var events = new EventData[3];
        for (int i = 0; i < events.Length; i++)
        {
            events[i] = new(new Guid(i, 0, 0, new byte[8]), "activity-retitled.v1",
                Encoding.UTF8.GetBytes($$$"""{"title":{"fi":"Liikuntatilat {{{i}}}"}}"""), "{\"at\":\"2026-11-22T03:30:00Z\"}"u8.ToArray());
        }
        EventChain.Seal(Stream, 0, default, events);
        var recorded = events.Select((e, i) => new RecordedEvent(Stream, i, new(i + 1), e.Id, e.Type, e.Data, e.Metadata, Instant.MinValue));
        return Export.Of(Instant.FromUtc(2026, 11, 22, 4, 0), [ExportedStream.Of(Stream, recorded)]);
    }
}
