using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Documents;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.CommentRounds;

public sealed class Freezing_a_year
{
    private static Activity Planned(int number, ActivityDetails details, params IEvent[] more) =>
        Samples.Fold<Activity>([new ActivityPlanned(new ActivityId(new Guid(number, 0, 0, new byte[8])), Samples.CycleId, details), .. more]);

    private static readonly Activity Workshop = Planned(1, Samples.Workshop);
    private static readonly Activity Survey = Planned(2, Samples.At(new ActivityTime.Months(new YearMonth(2026, 1), new YearMonth(2026, 2))));

    [Fact]
    public void A_year_is_frozen_in_the_order_in_which_its_activities_start()
    {
        var frozen = Samples.Cycle.Freeze([Workshop, Survey]);

        Assert.Equal((DocumentKind.AnnualCycle, "kuuma-seutu-2026", 0L), (frozen.Kind, frozen.Id, frozen.Version));
        Assert.Equal([Survey.Id.Value, Workshop.Id.Value], frozen.Clauses.Select(c => c.Id.Value));
        Assert.Equal(Workshop.Details.Time, frozen.Clauses[1].Time);
    }

    [Fact]
    public void What_does_not_take_place_is_not_commented_on()
    {
        var cancelled = Planned(3, Samples.Workshop, new ActivityCancelled(new LocalText("Ei tulijoita")));
        var withdrawn = Planned(4, Samples.Workshop, new ActivityWithdrawn());
        var elsewhere = Workshop with { Cycle = Samples.CycleId with { Year = 2027 } };

        Assert.Empty(Samples.Cycle.Freeze([cancelled, withdrawn, elsewhere]).Clauses);
    }

    [Fact]
    public void The_hash_follows_title_time_description_and_emphasis_and_not_the_order_in_which_activities_came()
    {
        var weekly = Planned(1, Samples.At(new ActivityTime.Recurring(
            new ActivityTime.Days(new LocalDate(2026, 1, 5), new LocalDate(2026, 1, 5)), new Recurrence(Frequency.Weekly, 1, new LocalDate(2026, 2, 5), []), [])));
        string[] hashes =
        [
            Hash(Workshop, Survey), Hash(Workshop), Hash(Survey), Hash(weekly),
            Hash(Workshop with { Details = Workshop.Details with { Title = new LocalText("Toinen") } }),
            Hash(Workshop with { Details = Workshop.Details with { Description = new LocalText("Toinen") } }),
            Hash(weekly with { Details = Samples.At(((ActivityTime.Recurring)weekly.Details.Time) with { Exceptions = [new LocalDate(2026, 1, 12)] }) }),
            (Samples.Cycle with { Emphasis = new LocalText("Tilat") }).Freeze([Workshop]).Hash,
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.Equal(hashes[0], Hash(Survey, Workshop));
    }

    private static string Hash(params Activity[] activities) => Samples.Cycle.Freeze(activities).Hash;
}
