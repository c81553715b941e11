using Vuosikello.Calendars.Reading;

namespace Vuosikello.Calendars.Tests.Reading;

/// <summary>Files made here in the manner of the programs that they are named after, with those programs' habits.</summary>
public sealed class CorpusTests
{
    public static IEnumerable<string> Files { get; } = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Reading", "Corpus")).Order(StringComparer.Ordinal);

    private static CalendarReading Read(string name) => CalendarReader.Parse(File.ReadAllBytes(Files.Single(f => Path.GetFileName(f) == name)));

    private static string[] Events(CalendarReading reading) => [.. reading.Events.Select(e => $"{e.Summary} {Words(e.Time)}")];

    private static string Words(EventTime time) => time switch
    {
        EventTime.AllDay t => FormattableString.Invariant($"{t.First:uuuu-MM-dd}..{t.Last:uuuu-MM-dd}"),
        EventTime.Zoned t => $"{t.Start.InZoneLeniently(t.Zone).ToInstant()}..{t.End.InZoneLeniently(t.Zone).ToInstant()} {t.Zone.Id}",
        EventTime.Utc t => $"{t.Start}..{t.End}",
        _ => "",
    };

    [Fact]
    public void Outlook()
    {
        var reading = Read("outlook.ics");

        Assert.Equal(["Työvaliokunta 2026-03-10T07:00:00Z..2026-03-10T09:00:00Z Europe/Kiev"], Events(reading));
        Assert.Equal([NoteKind.ZoneByWindowsName], reading.Kinds());
        var e = reading.Events[0];
        Assert.Equal("FREQ=MONTHLY;BYDAY=2TU;COUNT=4", e.Rule!.ToString());
        Assert.Equal("040000008200E00074C5B7101A82E00800000000A0B1C2D3E4F5060100000000000000001000000000112233445566778899AABBCCDD", e.Uid);
        Assert.Equal("Esityslista:\n1. Avaus\n2. Vuosikello, luonnos\n\n", e.Description);
        Assert.Equal("<html><body>\n<p>Esityslista</p>\n</body></html>", e.HtmlDescription);
        Assert.Equal("-PT15M", Assert.Single(e.Component.Components).Property("TRIGGER")?.Value);
    }

    [Fact]
    public void Exchange()
    {
        var reading = Read("exchange.ics");

        Assert.Equal(
            [
                "Kevätretki 2026-04-02T09:00:00Z..2026-04-02T12:00:00Z Customized Time Zone",
                "Koko päivä 2026-05-01..2026-05-01",
                "Etäkokous 2026-01-15T11:00:00Z..2026-01-15T12:30:00Z Europe/Helsinki",
            ],
            Events(reading));
        Assert.Equal([NoteKind.ZoneOfTheFile, NoteKind.EndAtStart, NoteKind.ZoneByDescription, NoteKind.NoTimeZoneComponent], reading.Kinds());
    }

    [Fact]
    public void Google()
    {
        var reading = Read("google.ics");

        Assert.Equal(
            [
                "Kuoroharjoitus 2026-03-03T15:00:00Z..2026-03-03T17:00:00Z Europe/Helsinki",
                "Kuoroharjoitus (keskiviikkona) 2026-03-18T16:00:00Z..2026-03-18T18:00:00Z Europe/Helsinki",
                "Leiri 2026-06-23..2026-06-25",
            ],
            Events(reading));
        Assert.Equal([NoteKind.UnescapedSeparator, NoteKind.NoTimeZoneComponent], reading.Kinds());
        Assert.Equal(new ReadTime.Zoned(new(2026, 4, 7, 17, 0), Example.Helsinki), Assert.Single(reading.Events[0].Exceptions));
        Assert.Equal(new ReadTime.Zoned(new(2026, 3, 17, 17, 0), Example.Helsinki), reading.Events[1].RecurrenceId);
        Assert.True(reading.Events[2].Transparent);
    }

    [Fact]
    public void Apple()
    {
        var reading = Read("apple.ics");

        Assert.Equal(["Toritapahtuma 🎪 2026-05-20T13:00:00Z..2026-05-20T15:00:00Z Europe/Helsinki"], Events(reading));
        Assert.Empty(reading.Notes);
        Assert.Equal("Tori, Keskuskatu 1", reading.Events[0].Component.Property("X-APPLE-STRUCTURED-LOCATION")?.Parameter("X-TITLE"));
    }

    [Fact]
    public void Lightning()
    {
        var reading = Read("lightning.ics");

        Assert.Equal(["Aamukahvi 2026-03-02T06:30:00Z..2026-03-02T07:00:00Z Europe/Helsinki", "Iltatee 2026-03-02T17:00:00Z..2026-03-02T18:00:00Z Europe/Helsinki"], Events(reading));
        Assert.Equal(
            [NoteKind.LineFeedOnly, NoteKind.ByteOrderMark, NoteKind.ZoneByPath, NoteKind.NoTimeZoneComponent, NoteKind.ZoneByPath, NoteKind.NoTimeZoneComponent],
            reading.Kinds());
    }

    [Fact]
    public void Old_vCalendar()
    {
        var reading = Read("vcalendar10.vcs");

        Assert.Equal(["Päiväkahvi 2026-03-02T08:30:00Z..2026-03-02T09:30:00Z"], Events(reading));
        Assert.Equal("Pitkä kuvaus, joka jatkuu seuraavalla rivillä\nja sitten loppuu", reading.Events[0].Description);
        Assert.Equal(
            [NoteKind.QuotedPrintable, NoteKind.OldVersion, NoteKind.UnescapedSeparator, NoteKind.MissingUid, NoteKind.MissingStamp, NoteKind.FloatingTime],
            reading.Kinds());
    }

    [Fact]
    public void Written_by_hand()
    {
        var reading = Read("by_hand.ics");

        Assert.Equal(["Talkoot, tuo harava 2026-05-09T10:00:00Z..2026-05-09T14:00:00Z", "Äitienpäivä 2026-05-10..2026-05-10", " 2026-05-11T10:00:00Z..2026-05-11T10:00:00Z"], Events(reading));
        Assert.Equal(
            [
                "1:1 CarriageReturnOnly", "7:1 EmptyLine", "21:1 NotAContentLine", "1:1 MissingEnd",
                "3:9 UnescapedSeparator", "6:10 OddEscape", "4:9 OddTime", "2:1 MissingUid", "2:1 MissingStamp", "5:7 OddTime", "4:9 FloatingTime",
                "13:1 DuplicateProperty", "11:9 DateWithoutItsType", "9:1 MissingStamp", "14:8 WrongValue",
                "18:30 ZoneBesideUtc", "16:1 MissingStamp", "19:10 WrongLength", "20:7 WrongRule",
            ],
            reading.Notes.Select(n => FormattableString.Invariant($"{n.Line}:{n.Column} {n.Kind}")));
    }
}
