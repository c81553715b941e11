using System.Buffers;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Vuosikello.Calendars.TestKit;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.TestKit;

namespace Vuosikello.Projections.Tests.Feeds;

/// <summary>Random activities, with every kind of time and the nastiest titles, in the feed that programs nobody here wrote read.</summary>
public sealed class Whatever_is_planned_in_programs
{
    private const int Year = 2026;
    private const int Size = 8;
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int wanted) ? wanted : Environment.TickCount;
    private static readonly bool Long = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1";
    private static readonly int Feeds = Long ? 60 : 2;
    private static readonly int PerFeed = Long ? 120 : 50;
    private static readonly string[] Languages = ["fi", "sv", "en"];

    private static readonly Gen<string> Text = Gen.Elements(
        "Työpaja", "å", "€", "🎉", "👩‍👩‍👧", "e\u0301", " ", "\t", "\n", "\\", "\\n", ";", ",", ":", "\"", "^", "%2C", "<b>x</b>", "&amp;", "\u2028", "END:VEVENT", "=0D", new('x', 74), new('ö', 40))
        .NonEmptyListOf().Select(string.Concat);

    private static readonly Gen<LocalText> Title =
        from fi in Text
        from sv in Gen.OneOf(Gen.Constant<string?>(null), Text.Select(t => (string?)t))
        select new LocalText(fi, sv);

    private static readonly Gen<(ActivityDetails Details, int Way)> Activities =
        from time in Gen.Frequency((3, ActivityTimes.Recurring(Year)), (1, ActivityTimes.Exact(Year)), (1, ActivityTimes.AroundChangesOfTheClock(Year)), (1, ActivityTimes.Days(Year)), (1, ActivityTimes.Months(Year)))
        from title in Title
        from description in Title
        from place in Text
        from way in Gen.Choose(0, 5)
        select (Planning.Details("x", time) with { Title = title, Description = description, Venue = new Venue(place, Link: "https://example.org/a;b,c?d=%22") }, way);

    public static TheoryData<string> Programs => [.. CalendarReaders.Names];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Occurrences_hours_titles_and_states_are_those_of_the_domain(string program)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"VUOSIKELLO_SEED={Seed}");
        var (questions, expected) = (new List<CalendarQuestion>(), new List<string[]>());
        for (int n = 0; n < Feeds; n++)
        {
            string language = Languages[(Seed + n) % Languages.Length];
            await using var scene = await FeedScene.Begin();
            var planned = await Plan(scene.Planning, Activities.Sample(PerFeed, new Rnd((ulong)(uint)Seed + (ulong)n), Size));
            Assert.True(planned.Count > PerFeed / 2, $"VUOSIKELLO_SEED={Seed}: only {planned.Count} of {PerFeed} activities could be planned.");
            questions.Add(new((await scene.Feed(language: language)).Plain.ToArray(), new(Year - 1, 12, 1), new(Year + 2, 1, 31)));
            expected.Add([.. planned.SelectMany(a => DomainOccurrences.Of(a, language)).Select(o => Line(ShownBy(program, o))).Order(StringComparer.Ordinal)]);
        }

        var seen = await CalendarReaders.Read(program, questions);

        for (int n = 0; n < Feeds; n++)
        {
            string[] theirs = [.. seen[n].Select(o => Line(o.Essence with { Uid = CalendarReaders.KeepsUids(program) ? o.Uid[..Guid.Empty.ToString().Length] : "" })).Order(StringComparer.Ordinal)];
            string differences = string.Join('\n', expected[n].Except(theirs).Select(line => "  ours   " + line).Concat(theirs.Except(expected[n]).Select(line => "  theirs " + line)).Order(StringComparer.Ordinal).Take(40));
            Assert.True(expected[n].SequenceEqual(theirs), $"VUOSIKELLO_SEED={Seed}, feed {n}: {expected[n].Length} occurrences, {program} shows {theirs.Length}:\n{differences}");
        }
    }

    /// <summary>Plans what the domain lets, and takes each some way: confirmed, cancelled, held, withdrawn, or left proposed.</summary>
    private static async Task<List<Activity>> Plan(Planning planning, IEnumerable<(ActivityDetails Details, int Way)> wanted)
    {
        var around = new ActivitySurroundings(Samples.Fold<Partnership>(new PartnershipFounded(planning.Partnership, new("Jokilaakso"))), Samples.Fold<AnnualCycle>(new CycleDrafted(planning.Year(Year))));
        var afterAll = Instant.FromUtc(Year + 2, 1, 1, 0, 0);
        var planned = new List<Activity>();
        foreach (var (details, way) in wanted)
        {
            var id = planning.Id(1000 + planned.Count);
            if (ActivityDecider.Decide(null, new PlanActivity(planning.Year(Year), id, details), around, afterAll) is not Decision.Accepted plan) continue;
            var events = plan.Events.ToList();
            var activity = Samples.Fold<Activity>([.. events]);
            IActivityCommand? next = way switch
            {
                0 => new ConfirmActivity(planning.Partnership, id),
                1 => new CancelActivity(planning.Partnership, id, details.Description),
                2 => new MarkActivityHeld(planning.Partnership, id, new Attendance(12)),
                3 => new WithdrawActivity(planning.Partnership, id),
                _ => null,
            };
            if (next is not null) events.AddRange(Assert.IsType<Decision.Accepted>(ActivityDecider.Decide(activity, next, around, afterAll)).Events);
            await planning.HappensTo(id, [.. events]);
            planned.Add(Samples.Fold<Activity>([.. events]));
        }
        return planned;
    }

    private static (string Uid, string Start, string End, string Title, string Status) ShownBy(string program, DomainShown o)
    {
        var (start, end) = KnownFaults.Shown(program, o.Start, o.End, DateTimeZoneProviders.Tzdb[Zones.Helsinki]);
        return (CalendarReaders.KeepsUids(program) ? o.Uid : "", start, end, KnownFaults.Shown(program, o.Title), o.Status);
    }

    private static string Line((string Uid, string Start, string End, string Title, string Status) o) =>
        string.Create(CultureInfo.InvariantCulture, $"{o.Uid} {o.Start}/{o.End} {o.Status} {o.Title.Replace("\n", "\\n", StringComparison.Ordinal)}");
}
