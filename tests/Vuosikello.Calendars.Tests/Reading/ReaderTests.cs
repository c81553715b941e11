using System.IO.Pipelines;
using System.Text;
using NodaTime;
using Vuosikello.Calendars.Reading;

namespace Vuosikello.Calendars.Tests.Reading;

public sealed class ReaderTests
{
    [Fact]
    public void Properties_come_with_their_parameters_their_value_and_their_place()
    {
        var reading = ReadingExample.Event("DTSTART;VALUE=DATE:20260101", "attendee;Cn=\"Seutu: ^'KUUMA^'^n^^\";member=\"mailto:a@example.org\",\"mailto:b@example.org\":mailto:c@example.org", "SUMMARY:Yksi\\, kaksi\\nkolme \\\\n");

        Assert.Empty(reading.Notes);
        var properties = reading.Document.Calendars[0].Components[0].Properties;
        Assert.Equal(("ATTENDEE", "mailto:c@example.org", 8), (properties[3].Name, properties[3].Value, properties[3].Line));
        Assert.Equal("Seutu: \"KUUMA\"\n^", properties[3].Parameter("CN"));
        Assert.Equal(["mailto:a@example.org", "mailto:b@example.org"], properties[3].Parameters[1].Values);
        Assert.Equal("Yksi, kaksi\nkolme \\n", properties[4].Text);
    }

    [Fact]
    public void A_fold_inside_a_character_is_undone_before_anything_is_decoded()
    {
        byte[] whole = Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260101\r\nSUMMARY:ä🎉\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        int start = whole.AsSpan().IndexOf("ä"u8);
        for (int at = start + 1; at < start + 6; at++)
        {
            var reading = CalendarReader.Parse([.. whole[..at], .. "\r\n "u8, .. whole[at..]]);

            Assert.Equal("ä🎉", reading.Events[0].Summary);
            Assert.Empty(reading.Notes);
        }
    }

    [Fact]
    public async Task However_the_octets_arrive_the_reading_is_the_same()
    {
        foreach (string file in CorpusTests.Files)
        {
            byte[] octets = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            var whole = CalendarReader.Parse(octets);

            var stream = await CalendarReader.Read(new OneByOne(octets), cancellation: TestContext.Current.CancellationToken);
            var pipe = await CalendarReader.Read(PipeReader.Create(new MemoryStream(octets), new StreamPipeReaderOptions(bufferSize: 7, minimumReadSize: 1)), cancellation: TestContext.Current.CancellationToken);

            Assert.Equal(whole.Notes, stream.Notes);
            Assert.Equal(whole.Notes, pipe.Notes);
            Assert.Equal(whole.Events.Select(e => (e.Uid, e.Time, e.Summary)), stream.Events.Select(e => (e.Uid, e.Time, e.Summary)));
            Assert.Equal(whole.Events.Select(e => (e.Uid, e.Time, e.Summary)), pipe.Events.Select(e => (e.Uid, e.Time, e.Summary)));
        }
    }

    public static TheoryData<string, string?, NoteKind> Charsets => new()
    {
        { "iso-8859-1", null, NoteKind.NotUtf8 },
        { "windows-1252", null, NoteKind.NotUtf8 },
        { "iso-8859-15", "iso-8859-15", NoteKind.NotUtf8 },
        { "utf-16", null, NoteKind.Utf16 },
        { "utf-16BE", null, NoteKind.Utf16 },
    };

    [Theory]
    [MemberData(nameof(Charsets))]
    public void Old_character_sets_are_understood(string charset, string? declared, NoteKind note)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        string text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260101\r\nSUMMARY:Päiväkahvi" + (declared is null ? "" : " 5 €") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        var reading = CalendarReader.Parse([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], new ReadOptions { Charset = declared });

        Assert.Equal("Päiväkahvi" + (declared is null ? "" : " 5 €"), Assert.Single(reading.Events).Summary);
        Assert.Contains(note, reading.Kinds());
    }

    [Theory]
    [InlineData("SUMMARY:a\u0007b", NoteKind.ControlCharacter, "ab")]
    [InlineData("SUMMARY;X:a", NoteKind.ParameterWithoutValue, "a")]
    [InlineData("SUMMARY;X=\"y:a", NoteKind.OddQuote, "a")]
    [InlineData("SUMMARY;X=y\"z\":a", NoteKind.OddQuote, "a")]
    [InlineData("SUMMARY :a", NoteKind.OddName, "a")]
    [InlineData("SUMMARY:a\\b", NoteKind.OddEscape, "a\\b")]
    [InlineData("SUMMARY:a;b", NoteKind.UnescapedSeparator, "a;b")]
    [InlineData("SUMMARY:a\r\n\r\n b", NoteKind.EmptyLine, "ab")]
    [InlineData("SUMMARY:a\nX-B:c", NoteKind.LineFeedOnly, "a")]
    [InlineData("SUMMARY:a\r\nSUMMARY:b", NoteKind.DuplicateProperty, "a")]
    [InlineData("SUMMARY:a\r\nEND:VALARM", NoteKind.MismatchedEnd, "a")]
    [InlineData("SUMMARY:a\r\nBEGIN:VALARM", NoteKind.MissingEnd, "a")]
    [InlineData("SUMMARY:a\r\nno property", NoteKind.NotAContentLine, "a")]
    [InlineData("SUMMARY:a\r\nNAME-ALONE", NoteKind.NotAContentLine, "a")]
    public void What_is_not_as_it_should_be_is_noted_and_the_rest_is_read(string line, NoteKind kind, string summary)
    {
        var reading = ReadingExample.Event("DTSTART;VALUE=DATE:20260101", line);

        Assert.Equal([kind], reading.Kinds());
        Assert.Equal(summary, reading.Events[0].Summary);
        Assert.InRange(reading.Notes[0].Line, kind is NoteKind.LineFeedOnly ? 1 : 8, 10);
    }

    [Fact]
    public void A_component_outside_a_calendar_is_taken_as_if_one_were_around_it()
    {
        var reading = ReadingExample.Text("BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260101\r\nEND:VEVENT\r\n");

        Assert.Equal([NoteKind.OutsideCalendar], reading.Kinds());
        Assert.Single(reading.Events);
    }

    [Fact]
    public void Several_calendars_in_a_file_are_all_read()
    {
        var reading = ReadingExample.Text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260101\r\nEND:VEVENT\r\nEND:VCALENDAR");

        Assert.Equal(2, reading.Document.Calendars.Length);
        Assert.Single(reading.Events);
        Assert.Empty(reading.Notes);
    }

    public static TheoryData<ReadOptions, NoteKind> Limits => new()
    {
        { new ReadOptions { MaxOctets = 300 }, NoteKind.TooManyOctets },
        { new ReadOptions { MaxLineOctets = 90 }, NoteKind.LineTooLong },
        { new ReadOptions { MaxComponents = 2 }, NoteKind.TooManyComponents },
        { new ReadOptions { MaxDepth = 2 }, NoteKind.TooDeep },
        { new ReadOptions { MaxMemory = 4_000 }, NoteKind.TooMuchMemory },
    };

    [Theory]
    [MemberData(nameof(Limits), DisableDiscoveryEnumeration = true)]
    public void What_lies_beyond_a_limit_is_left_out_with_a_note(ReadOptions options, NoteKind kind)
    {
        string e = "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260101\r\nSUMMARY:" + new string('x', 100) + "\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\n";
        string text = "BEGIN:VCALENDAR\r\n" + string.Concat(Enumerable.Repeat(e, 10)) + "END:VCALENDAR\r\n";

        var reading = ReadingExample.Text(text, options);

        Assert.Contains(kind, reading.Kinds());
        Assert.True(reading.HasErrors);
        Assert.False(ReadingExample.Text(text).HasErrors);
    }

    [Fact]
    public void Notes_beyond_their_limit_are_counted()
    {
        var reading = ReadingExample.Text(string.Concat(Enumerable.Repeat("no property\r\n", 50)), new ReadOptions { MaxNotes = 3 });

        Assert.Equal((3, 50L), (reading.Notes.Length, reading.NoteCount));
    }

    [Fact]
    public void What_the_options_say_of_floating_times_counts_before_what_the_file_says()
    {
        string text = "BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Europe/Oslo\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260101T120000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        Assert.Equal("Europe/Oslo", Assert.IsType<EventTime.Zoned>(ReadingExample.Text(text).Events[0].Time).Zone.Id);
        Assert.Equal(Example.Helsinki, Assert.IsType<EventTime.Zoned>(ReadingExample.Text(text, new ReadOptions { FloatingZone = Example.Helsinki }).Events[0].Time).Zone);
        Assert.Equal(new ReadTime.Floating(new LocalDateTime(2026, 1, 1, 12, 0)), ReadingExample.Text(text).Events[0].Start);
    }

    /// <summary>Gives one octet at a time.</summary>
    private sealed class OneByOne(byte[] octets) : MemoryStream(octets)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..1], cancellationToken);
    }
}
