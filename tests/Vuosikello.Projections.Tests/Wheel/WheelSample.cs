using System.Collections.Immutable;
using System.Xml.Linq;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Wheel;

namespace Vuosikello.Projections.Tests.Wheel;

/// <summary>Boards and pictures for the tests of the wheel.</summary>
internal static class WheelSample
{
    public static readonly PartnershipId Region = new("kuuma");
    private static readonly Stamp Stamp = new(new CommandId(Guid.Empty), new MemberId(Guid.Empty), null, Instant.FromUtc(2009, 1, 1, 0, 0));

    public static LocalDate Day(int month, int day, int year = 2009) => new(year, month, day);

    public static ActivityTime On(int month, int day) => new ActivityTime.Days(Day(month, day), Day(month, day));

    public static ActivityView Activity(
        int number, ActivityTime time, string title = "Työpaja", ActivityStatus status = ActivityStatus.Confirmed, string[]? areas = null, string[]? themes = null)
    {
        var details = new ActivityDetails(
            new LocalText(title), time, LocalText.Empty, (areas ?? []).Select(a => new AreaId(a)).ToValueList(),
            (themes ?? []).Select(t => new ThemeId(t)).ToValueList(), null, [], null, [], null);
        var state = new Activity(
            new ActivityId(Id(number)), new CycleId(Region, 2009), details, status, ActivityStatus.Proposed, LocalText.Empty, null,
            Touches.Empty, 0);
        return new ActivityView(state, Stamp, Stamp, new Position(number));
    }

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static BoardView Board(params IEnumerable<ActivityView> activities) =>
        new(new CycleId(Region, 2009), [.. activities.OrderBy(a => a.FirstDay)], new Position(1));

    public static PartnershipView Partnership(int themes = 3) => new(
        new Partnership(
            Region, new LocalText("KUUMA-seutu"),
            new[] { "jarvenpaa", "nurmijarvi" }.ToImmutableSortedDictionary(a => a, a => new Area(new AreaId(a), new LocalText(a), []), StringComparer.Ordinal),
            Enumerable.Range(1, themes).Select(i => $"teema-{i}").ToImmutableSortedDictionary(
                t => t, t => new Theme(new ThemeId(t), new LocalText(t.ToUpperInvariant())), StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, Partner>(StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, WorkingGroup>(StringComparer.Ordinal), 0),
        [new CycleView(new AnnualCycle(new CycleId(Region, 2009), CyclePhase.Draft, new LocalText("Yhteiset pelisäännöt"), null, 0), Stamp)]);

    public static WheelOptions Options(string language = "fi", WheelRings rings = WheelRings.Themes, LocalDate? today = null) =>
        new(language, rings, today, activity => $"/kuuma/2009/activities/{activity}");

    public static WheelPicture Picture(params IEnumerable<ActivityView> activities) => WheelRenderer.Render(Board(activities), Partnership(), Options());

    public static XElement Xml(this WheelPicture picture) => XDocument.Parse(picture.ToSvg()).Root!;

    /// <summary>The links of the entries, in document order.</summary>
    public static IEnumerable<XElement> Links(this XElement svg) =>
        svg.Elements().Single(e => e.Attribute("id")?.Value == WheelPicture.EntriesId).Elements();

    /// <summary>A year of mixed entries, the same for the same seed.</summary>
    public static IEnumerable<ActivityView> Mixed(int count, int seed)
    {
        var random = new Random(seed);
        for (int i = 1; i <= count; i++)
        {
            var day = Day(1, 1).PlusDays(random.Next(365));
            ActivityTime time = random.Next(4) switch
            {
                0 => new ActivityTime.Days(day, day.PlusDays(random.Next(20))),
                1 => new ActivityTime.Months(day.ToYearMonth(), day.ToYearMonth()),
                2 when day.Month < 12 => new ActivityTime.Recurring(
                    new ActivityTime.Days(day, day), new Recurrence(Frequency.Weekly, 1 + random.Next(4), Day(12, 31), []), []),
                _ => new ActivityTime.Exact(day.At(new LocalTime(16, 0)), day.At(new LocalTime(18, 0))),
            };
            string[] themes = random.Next(5) == 0 ? [] : [$"teema-{1 + random.Next(3)}"];
            yield return Activity(i, time, $"Toiminto {i}", (ActivityStatus)random.Next(4), themes: themes);
        }
    }
}
