using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vuosikello.Events.Proof;
using static Vuosikello.Events.Tests.Proof.SampleExport;

namespace Vuosikello.Events.Tests.Proof;

/// <summary>Whatever is done to an export, at whichever event, is found, and the first event that does not fit is named.</summary>
public sealed class Tampering_with_an_export
{
    public static TheoryData<int> EveryEvent => [.. Enumerable.Range(0, Length)];
    public static TheoryData<int> EveryEventButTheLast => [.. Enumerable.Range(0, Length - 1)];

    [Fact]
    public void An_export_as_it_was_written_fits()
    {
        var findings = ExportCheck.Check(Read(Sound()));

        Assert.Null(findings.First);
        Assert.Equal(Length + 2, findings.Events);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_export_that_was_indented_anew_still_fits(bool indented)
    {
        var options = new JsonSerializerOptions { WriteIndented = indented, IndentSize = 8 };
        string again = JsonNode.Parse(Written(Sound()))!.ToJsonString(options);

        Assert.Null(ExportCheck.Check(ExportReader.Read(Encoding.UTF8.GetBytes(again))).First);
    }

    [Fact]
    public void An_editors_mark_before_the_text_changes_nothing() =>
        Assert.Null(ExportCheck.Check(ExportReader.Read((byte[])[0xEF, 0xBB, 0xBF, .. Written(Sound())])).First);

    [Theory]
    [MemberData(nameof(EveryEvent))]
    public void A_change_of_what_an_event_says_is_found(int at)
    {
        string? before = at % 2 == 0 ? $"ilta {at}" : $"{40 + at}";

        Found(MisfitReason.Changed, at, Changed(at, e => e with { Data = Replaced(e.Data, before, at % 2 == 0 ? "ilta 9" : "400") }));
    }

    [Theory]
    [MemberData(nameof(EveryEvent))]
    public void A_change_of_who_or_for_whom_or_when_is_found(int at)
    {
        Found(MisfitReason.Changed, at, Changed(at, e => e with { Metadata = Replaced(e.Metadata, "7c9e6679", "7c9e6678") }));
        Found(MisfitReason.Changed, at, Changed(at, e => e with { Metadata = Replaced(e.Metadata, "keravan", "tuusulan") }));
        Found(MisfitReason.Changed, at, Changed(at, e => e with { Metadata = Replaced(e.Metadata, "14:30", "14:31") }));
        Found(MisfitReason.Changed, at, Changed(at, e => e with { Metadata = Replaced(e.Metadata, "\"for\":\"keravan-kaupunki\",", "") }));
    }

    [Theory]
    [MemberData(nameof(EveryEvent))]
    public void A_change_of_an_events_name_id_number_or_hash_is_found(int at)
    {
        Found(MisfitReason.Changed, at, Changed(at, e => e with { Type = "activity-confirmed.v1" }));
        Found(MisfitReason.Changed, at, Changed(at, e => e with { Id = new Guid(77, 0, 0, new byte[8]) }));
        Found(MisfitReason.OutOfTurn, at + 40, Changed(at, e => e with { Version = at + 40 }));
        Found(MisfitReason.Changed, at, With(events => events.Select((e, i) => i == at ? e with { Hash = EventChain.Genesis(Other) } : e)));
    }

    [Theory]
    [MemberData(nameof(EveryEvent))]
    public void Something_that_has_no_one_form_is_found(int at) =>
        Found(MisfitReason.Unreadable, at, Changed(at, e => e with { Data = "{\"people\":1.50}"u8.ToArray() }));

    [Theory]
    [MemberData(nameof(EveryEventButTheLast))]
    public void An_event_that_was_dropped_is_found_at_the_next(int at) => Found(MisfitReason.OutOfTurn, at + 1, With(events => events.Where((_, i) => i != at)));

    [Theory]
    [MemberData(nameof(EveryEventButTheLast))]
    public void Dropped_and_numbered_anew_is_found_at_the_next(int at) =>
        Found(MisfitReason.Changed, at, With(events => Numbered(events.Where((_, i) => i != at))));

    [Fact]
    public void The_last_events_dropped_are_found_by_what_the_export_says_of_its_end() => Found(MisfitReason.EndMissing, Length - 3, With(events => events.SkipLast(2)));

    [Theory]
    [MemberData(nameof(EveryEventButTheLast))]
    public void Two_events_swapped_are_found_at_the_first_of_them(int at)
    {
        Found(MisfitReason.OutOfTurn, at + 1, With(events => Swapped(events, at)));
        Found(MisfitReason.Changed, at, With(events => Numbered(Swapped(events, at))));
    }

    [Theory]
    [MemberData(nameof(EveryEvent))]
    public void A_copy_that_was_inserted_is_found(int at)
    {
        Found(at == Length - 1 ? MisfitReason.AfterEnd : MisfitReason.OutOfTurn, at, With(events => [.. events.Take(at + 1), events[at], .. events.Skip(at + 1)]));
        Found(at == Length - 1 ? MisfitReason.AfterEnd : MisfitReason.Changed, at + 1, With(events => Numbered([.. events.Take(at + 1), events[at], .. events.Skip(at + 1)])));
    }

    [Theory]
    [MemberData(nameof(EveryEventButTheLast))]
    public void A_forged_event_with_a_right_hash_is_found_at_the_event_after_it(int at)
    {
        var forgery = With(events => Numbered([.. events.Take(at + 1), Forged(events[at].Hash, at + 1), .. events.Skip(at + 1)]));
        var longer = forgery.Streams[0] with { Head = forgery.Streams[0].Head with { Version = Length } };

        Found(MisfitReason.Changed, at + 2, forgery with { Streams = [longer, forgery.Streams[1]] });
    }

    [Fact]
    public void A_forged_event_after_the_last_one_is_found_by_what_the_export_says_of_its_end() =>
        Found(MisfitReason.AfterEnd, Length, With(events => [.. events, Forged(events[^1].Hash, Length)]));

    [Fact]
    public void Another_streams_events_do_not_pass_for_this_ones()
    {
        var export = Sound();
        var renamed = export.Streams[1].Events.Select(e => e with { Event = e.Event with { Stream = Subject } }).ToList();

        Found(MisfitReason.Changed, 0, export with { Streams = [new ExportedStream(export.Streams[1].Head with { Stream = Subject }, renamed)] });
    }

    [Fact]
    public void Any_bit_of_an_export_that_is_turned_is_found()
    {
        // Without space and escapes, in which some bits say nothing.
        byte[] written = Encoding.UTF8.GetBytes(JsonNode.Parse(Written(Sound()))!.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        int time = written.AsSpan().IndexOf("2026-11-22T03:30:00Z"u8);
        for (int i = 0; i < written.Length; i++)
        {
            if (i >= time && i < time + 20) continue; // When it was exported: nothing vouches for that, as the page says.
            for (int bit = 0; bit < 8; bit++)
            {
                written[i] ^= (byte)(1 << bit);
                Assert.False(Fits(written), $"bit {bit} of byte {i}: {Encoding.UTF8.GetString(written, Math.Max(0, i - 40), Math.Min(80, written.Length - i))}");
                written[i] ^= (byte)(1 << bit);
            }
        }
        Assert.True(Fits(written));
    }

    [Fact]
    public void A_forger_who_computes_every_hash_anew_is_found_only_by_a_hash_that_was_noted_elsewhere()
    {
        var sound = Sound();
        var noted = sound.Streams[0].Events[3].Hash;
        var events = sound.Streams[0].Events.Select(e => e.Event).ToList();
        events[1] = events[1] with { Data = "{\"attendance\":{\"people\":400}}"u8.ToArray() };
        var forgery = Read(Resealed(events));

        Assert.Null(ExportCheck.Check(forgery).First);
        Assert.Null(ExportCheck.Check(forgery, noted).Noted);
        Assert.Equal(new ChainHead(Subject, 3, noted), ExportCheck.Check(Read(sound), noted).Noted);
    }

    private static bool Fits(byte[] written)
    {
        try
        {
            return ExportCheck.Check(ExportReader.Read(written)).First is null;
        }
        catch (UnreadableExportException)
        {
            return false;
        }
    }

    private static void Found(MisfitReason reason, long version, Export forgery)
    {
        var found = ExportCheck.Check(Read(forgery)).First;
        Assert.NotNull(found);
        Assert.Equal((reason, Subject, version), (found.Reason, found.Stream, found.Version));
    }

    private static Export Read(Export export) => ExportReader.Read(Written(export));

    private static Export Changed(int at, Func<RecordedEvent, RecordedEvent> change) =>
        With(events => events.Select((e, i) => i == at ? e with { Event = change(e.Event) } : e));

    private static IEnumerable<ExportedEvent> Numbered(IEnumerable<ExportedEvent> events) => events.Select((e, i) => e with { Event = e.Event with { Version = i } });

    private static IEnumerable<ExportedEvent> Swapped(IReadOnlyList<ExportedEvent> events, int at) =>
        [.. events.Take(at), events[at + 1], events[at], .. events.Skip(at + 2)];

    private static byte[] Replaced(ReadOnlyMemory<byte> json, string before, string after)
    {
        string text = Encoding.UTF8.GetString(json.Span);
        Assert.Contains(before, text, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace(before, after, StringComparison.Ordinal));
    }
}
