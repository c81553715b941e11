using Vuosikello.Calendars.TestKit;

namespace Vuosikello.Web.Tests.CalendarLinks;

/// <summary>Private calendars of the demo as programs that nobody here wrote show them.</summary>
public sealed class In_other_programs(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task What_is_mine_and_what_waits_stand_on_their_days_and_hours()
    {
        byte[] calendar = await Subscriber.Of(site).Bytes(await (await LinkOwner.SignIn(site, Site.EditorOfTuusula)).Make());

        foreach (string reader in CalendarReaders.Names)
        {
            Assert.Equal(
                [
                    ("2026-03-17", "2026-03-18", "Ilmoittautuminen päättyy: Työpaja 1, Järvenpää–Kerava–Tuusula"),
                    ("2026-03-24T14:00:00Z", "2026-03-24T17:00:00Z", "Työpaja 1, Järvenpää–Kerava–Tuusula"),
                    ("2026-05-11T13:00:00Z", "2026-05-11T16:00:00Z", "Seudullinen yhteistyöfoorumi"),
                    ("2026-12-06T13:30:00Z", "2026-12-06T14:00:00Z", "Lausunto lähetettävä: Kesäpiha: lausuntokierros"),
                ],
                await Read(reader, calendar));
        }
    }

    [Theory]
    [InlineData("fi", "Lausuntokierros alkaa: ", "Lausuntokierros päättyy: ", "Sitoumus: ")]
    [InlineData("sv", "Remissrundan börjar: ", "Remissrundan avslutas: ", "Åtagande: ")]
    [InlineData("en", "Comment round opens: ", "Comment round closes: ", "Commitment: ")]
    public async Task What_the_steering_group_follows_is_read_in_each_language(string language, string opens, string closes, string commitment)
    {
        byte[] calendar = await Subscriber.Of(site).Bytes($"{await (await LinkOwner.SignIn(site, Site.SteeringGroup)).Make(kind: "steering-group")}?lang={language}");

        foreach (string reader in CalendarReaders.Names)
        {
            var read = await Read(reader, calendar);
            Assert.Equal(("2026-11-12T07:00:00Z", "2026-11-12T07:30:00Z"), Of(opens));
            Assert.Equal(("2026-12-06T13:30:00Z", "2026-12-06T14:00:00Z"), Of(closes));
            Assert.Equal(("2026-09-30", "2026-10-01"), Of(commitment));

            (string, string) Of(string title) => Assert.Single(read, o => o.Title.StartsWith(title, StringComparison.Ordinal)) is var (start, end, _) ? (start, end) : default;
        }
    }

    private static async Task<List<(string Start, string End, string Title)>> Read(string reader, byte[] calendar) =>
        [.. (await CalendarReaders.Read(reader, calendar, new(2025, 1, 1), new(2027, 12, 31))).Select(o => (o.Start, o.End, o.Title)).Order()];
}
