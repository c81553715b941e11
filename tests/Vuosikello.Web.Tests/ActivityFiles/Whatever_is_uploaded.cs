using System.Text;
using Vuosikello.Commands;
using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using static Vuosikello.Web.Tests.ActivityFiles.Reading;

namespace Vuosikello.Web.Tests.ActivityFiles;

public sealed class Whatever_is_uploaded
{
    private static readonly string[] Seeds =
    [
        Headings + "1;Ilta;3.3.2026;17.00;4.3.2026;19.00;Nurmijärvi;Kokoontumistilat;tuusula;vahvistettu\n;\"Moni\nrivi\";maalis–huhtikuu 2026;;;;;;;\n;Luku;46084,5;0,75;;;;;;\n",
        "sep=,\r\nTitle,Date,Registration,Link\r\nCamp,6–8.8.2026,a week before,https://x.example\r\n",
        Calendar(
            Event("a@x", ";TZID=Europe/Helsinki:20260329T033000", "DURATION:PT2H", "SUMMARY:Ilta", "RRULE:FREQ=MONTHLY;BYDAY=-1TU;COUNT=9", "EXDATE;TZID=Europe/Helsinki:20260331T033000"),
            Event("a@x", ":20260312T180000Z", "SUMMARY:Toisin", "RECURRENCE-ID;TZID=Europe/Helsinki:20260310T170000"),
            Event("a@x", ":20260414T180000Z", "SUMMARY:Siitä lähtien", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Helsinki:20260414T170000"),
            Event("b@x", ";VALUE=DATE:20260101", "SUMMARY:Tunneittain", "RRULE:FREQ=HOURLY"),
            Event("c@x", ":99991231T233000Z", "DTEND:99991231T235959Z", "SUMMARY:Viimeinen"),
            Event("d@x", ":20260303T170000Z", "DTEND:99991231T235959Z", "SUMMARY:Pitkä"),
            Event("e@x", ";TZID=America/New_York:20260303T170000", "DTEND;TZID=America/New_York:99991231T235959", "SUMMARY:Pitkä ja toistuva", "RRULE:FREQ=DAILY"),
            Event("f@x", ":00010101T000000", "SUMMARY:Ensimmäinen"),
            Event("0c5a3f10-7a51-4d0b-8a61-000000000001@vuosikello", ";VALUE=DATE:20260303", "SUMMARY:Oma", "DESCRIPTION:<p>a</p><a href=\"https://x.example/\">b")),
    ];

    [Fact]
    public async Task It_gives_a_preview_and_never_an_exception()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED"), out int wanted) ? wanted : Environment.TickCount;
        int inputs = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 200_000 : 2_000;
        var random = new Random(seed);
        var cycle = new AnnualCycle(Scope.Cycle, CyclePhase.Draft, Domain.LocalText.Empty, null, 0);
        var comparison = new RowComparison(Scope.Cycle, new ActivitySurroundings(Scope.Partnership, cycle), new Standing(false, true, false, false, null), Site.Today);
        int rows = 0;
        for (int i = 0; i < inputs; i++)
        {
            byte[] input = Spoiled(random);
            try
            {
                var reading = await Read(input);
                foreach (var row in reading.Rows) Assert.NotNull(comparison.Of(row, null, null));
                rows += reading.Rows.Count;
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"VUOSIKELLO_SEED={seed}, input {i}: {e}\n{Convert.ToBase64String(input)}");
            }
        }
        Assert.True(rows > inputs / 4, $"VUOSIKELLO_SEED={seed}: too few of the spoiled files still hold activities to tell anything.");
    }

    private static byte[] Spoiled(Random random)
    {
        var octets = Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]).ToList();
        if (random.Next(10) == 0) octets = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Seeds[random.Next(Seeds.Length)])];
        for (int changes = random.Next(8); changes > 0 && octets.Count > 4; changes--)
        {
            int at = random.Next(octets.Count);
            switch (random.Next(6))
            {
                case 0: octets[at] = (byte)random.Next(256); break;
                case 1: octets.RemoveRange(at, Math.Min(random.Next(1, 30), octets.Count - at)); break;
                case 2: octets.InsertRange(at, octets.GetRange(at, Math.Min(random.Next(1, 60), octets.Count - at))); break;
                case 3: octets.Insert(at, (byte)";,\t\"\n\r:=0-"[random.Next(10)]); break;
                case 4: octets[at] = (byte)"0123456789"[random.Next(10)]; break;
                default: octets.InsertRange(at, Enumerable.Repeat(octets[at], random.Next(1, 200))); break;
            }
        }
        return [.. octets];
    }
}
