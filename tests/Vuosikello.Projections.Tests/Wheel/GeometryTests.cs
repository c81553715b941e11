using NodaTime;
using Vuosikello.Projections.Wheel;

namespace Vuosikello.Projections.Tests.Wheel;

public sealed class GeometryTests
{
    [Theory]
    [InlineData(2009, 365)]
    [InlineData(2012, 366)]
    [InlineData(2100, 365)]
    public void Every_day_begins_where_the_one_before_ends_and_the_year_closes(int year, int days)
    {
        var circle = new YearCircle(year);
        Assert.Equal(days, circle.Days);
        double angle = 0;
        for (var day = circle.First; day <= circle.Last; day = day.PlusDays(1))
        {
            Assert.Equal(angle, circle.Start(day), 9);
            Assert.Equal(360.0 / days, circle.End(day) - circle.Start(day), 9);
            angle = circle.End(day);
        }
        Assert.Equal(360, angle, 9);
    }

    [Fact]
    public void The_leap_day_has_its_own_place() =>
        Assert.Equal(new YearCircle(2012).Start(new LocalDate(2012, 3, 1)), new YearCircle(2012).End(new LocalDate(2012, 2, 29)), 9);

    [Fact]
    public void January_begins_at_the_top_and_time_goes_clockwise()
    {
        Assert.Equal("500 400", Polar.At(100, 0));
        Assert.Equal("600 500", Polar.At(100, 90));
        Assert.Equal("500 600", Polar.At(100, 180));
        Assert.Equal("400 500", Polar.At(100, 270));
    }

    [Theory]
    [InlineData(2009, 53, 53)]
    [InlineData(2010, 53, 52)]
    [InlineData(2012, 52, 1)]
    public void The_weeks_are_those_of_ISO_8601(int year, int first, int last)
    {
        var weeks = new YearCircle(year).Weeks().ToList();
        Assert.Equal(year == 2009 ? 1 : first, weeks[0].Week);
        Assert.Equal(last, weeks[^1].Week);
        Assert.Equal(0, weeks[0].Sweep.From, 9);
        Assert.Equal(360, weeks[^1].Sweep.To, 9);
    }

    [Fact]
    public void A_span_is_cut_at_New_Year()
    {
        var sweep = new YearCircle(2009).Within(new LocalDate(2008, 12, 1), new LocalDate(2009, 1, 1))!.Value;
        Assert.Equal(0, sweep.From);
        Assert.Equal(360.0 / 365, sweep.To, 9);
        Assert.Null(new YearCircle(2009).Within(new LocalDate(2008, 1, 1), new LocalDate(2008, 12, 31)));
    }

    [Theory]
    [InlineData(-0.0001, "0")]
    [InlineData(1.006, "1.01")]
    [InlineData(1234.5, "1234.5")]
    public void Numbers_have_at_most_two_decimals(double value, string text) => Assert.Equal(text, Polar.Number(value));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Lanes_never_overlap_not_even_over_New_Year(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++)
        {
            var sweeps = Enumerable.Range(0, random.Next(1, 60)).Select(_ => Sweep(random)).ToList();
            int[] lanes = Lanes.Assign(sweeps);
            for (int i = 0; i < sweeps.Count; i++)
            {
                for (int j = i + 1; j < sweeps.Count; j++)
                {
                    if (lanes[i] == lanes[j]) Assert.False(Overlap(sweeps[i], sweeps[j]), $"seed {seed}, round {round}: {sweeps[i]} and {sweeps[j]}");
                }
            }
        }

        static Sweep Sweep(Random random)
        {
            double from = random.NextDouble() * 380 - 20;
            return new Sweep(from, from + random.NextDouble() * 60);
        }
    }

    [Fact]
    public void Sweeps_that_do_not_meet_share_a_lane() =>
        Assert.Equal([0, 0, 0], Lanes.Assign([new Sweep(100, 120), new Sweep(0, 100), new Sweep(350, 360)]));

    internal static bool Overlap(Sweep one, Sweep other) =>
        new[] { -360, 0, 360 }.Any(turn => one.From < other.To + turn - 1e-9 && other.From + turn < one.To - 1e-9);
}
