using System.Text;
using FsCheck.Fluent;
using Vuosikello.Calendars.Reading;
using Vuosikello.Calendars.TestKit;
using Vuosikello.Calendars.Tests.Writing;

namespace Vuosikello.Calendars.Tests.Reading;

/// <summary>Programs that nobody here wrote read what we write and write it in their own manner; we read that as what it was.</summary>
public sealed class OthersWriteTests
{
    public static TheoryData<string> Programs => [.. CalendarReaders.Writers];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task What_they_write_is_read_as_what_it_was(string program)
    {
        var events = EventGenerators.Single("x").Sample(60, 60)
            .Select((e, i) => e with
            {
                Uid = $"{i}",
                Summary = Fit(e.Summary),
                Description = Fit(e.Description),
                Location = Fit(e.Location),
                Categories = [.. e.Categories.Select(c => Fit(c)!.Replace(",", "", StringComparison.Ordinal))],
                Organizer = null,
                Attachments = [],
                Conferences = [],
                Images = [],
                Alarms = [],
                Contact = null,
                HtmlDescription = null,
            }).ToArray();

        string theirs = await CalendarReaders.Rewrite(program, Example.Bytes(events));

        var reading = CalendarReader.Parse(Encoding.UTF8.GetBytes(theirs));
        Assert.DoesNotContain(reading.Notes, note => note.IsError);
        Assert.Equal(
            events.Select(e => (e.Uid, e.Time, e.Summary, e.Description, e.Location, string.Join('|', e.Categories), e.Status)),
            reading.Events.Select(e => (e.Uid!, e.Time, e.Summary, e.Description, e.Location, string.Join('|', e.Categories), e.Status)));
    }

    /// <summary>Without what they are known to spoil: python-icalendar 4.0 undoes escapes one kind after the other and parts categories at every comma, ical.js takes a byte-order mark for a blank.</summary>
    private static string? Fit(string? text) => text?.Replace("\\", "/", StringComparison.Ordinal).Replace("\uFEFF", "", StringComparison.Ordinal);
}
