using System.Collections.Immutable;
using System.Text;
using NodaTime;
using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Feeds;
using Vuosikello.Web.ActivityFiles.Reading;

namespace Vuosikello.Web.Tests.ActivityFiles;

/// <summary>Files read into the year 2026 of a small partnership that has no activities yet.</summary>
internal static class Reading
{
    public const string Headings = "tunniste;otsikko;alkupäivä;alkuaika;loppupäivä;loppuaika;alueet;teemat;vastuutaho;tila\n";

    private static readonly Partnership Seutu = new(
        new PartnershipId("seutu"), new LocalText("Seutu"),
        Of(new Area(new("nurmijarvi"), new LocalText("Nurmijärvi"), []), a => a.Id.Value).Add("ita", new Area(new("ita"), new LocalText("Itä, saaristo", "Öst, skärgården"), [])),
        Of(new Theme(new("tilat"), new LocalText("Kokoontumistilat", "Möteslokaler", "Premises")), t => t.Id.Value),
        Of(new Partner(new("tuusula"), PartnerKind.Municipality, new LocalText("Tuusulan kunta", "Tusby kommun"), [], []), p => p.Id.Value),
        ImmutableSortedDictionary<string, WorkingGroup>.Empty, 0);

    public static readonly ReadingScope Scope = new(new CycleId(Seutu.Id, 2026), Seutu, "fi", new FeedSettings(new Uri("https://vuosikello.example")))
    {
        Find = _ => null,
        At = (_, _) => ValueTask.FromResult<Activity?>(null),
    };

    public static Task<FileReading> Read(string text, string language = "fi") => Read(Encoding.UTF8.GetBytes(text), language);

    public static async Task<FileReading> Read(byte[] octets, string language = "fi") => await ActivityFileReader.Read(octets, Scope with { Language = language });

    /// <summary>The only row of a table with these cells below <see cref="Headings"/>.</summary>
    public static async Task<FileRow> Row(string cells)
    {
        var reading = await Read(Headings + cells);
        Assert.Equal([], reading.Wrong);
        return Assert.Single(reading.Rows);
    }

    /// <summary>An iCalendar file of components.</summary>
    public static string Calendar(params string[] components) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//FI\r\n{string.Concat(components)}END:VCALENDAR\r\n";

    /// <summary>An event with some lines of its own.</summary>
    public static string Event(string uid, string start, params string[] lines) =>
        $"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART{start}\r\n{string.Concat(lines.Select(l => l + "\r\n"))}END:VEVENT\r\n";

    public static ActivityTime.Exact Exact(int month, int day, int from, int to) =>
        new(new LocalDateTime(2026, month, day, from, 0), new LocalDateTime(2026, month, day, to, 0));

    private static ImmutableSortedDictionary<string, T> Of<T>(T one, Func<T, string> id) => ImmutableSortedDictionary<string, T>.Empty.Add(id(one), one);
}
