using Vuosikello.Projections.Wheel;

namespace Vuosikello.Projections.Tests.Wheel;

public sealed class LayoutTests
{
    [Theory]
    [InlineData(12, 1)]
    [InlineData(60, 2)]
    [InlineData(150, 3)]
    [InlineData(400, 4)]
    public void Nothing_hides_anything(int count, int seed)
    {
        foreach (var band in Bands(count, seed))
        {
            foreach (var lane in band.Marks.GroupBy(placed => placed.Radius))
            {
                var marks = lane.ToList();
                for (int i = 0; i < marks.Count; i++)
                {
                    for (int j = i + 1; j < marks.Count; j++)
                    {
                        Assert.False(GeometryTests.Overlap(marks[i].Taken, marks[j].Taken), $"seed {seed}: {marks[i].Mark.Number} hides {marks[j].Mark.Number}");
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(12, 1)]
    [InlineData(150, 2)]
    [InlineData(2000, 3)]
    public void Rings_lie_within_one_another_and_marks_within_their_ring(int count, int seed)
    {
        double outer = WheelLayout.Outer;
        foreach (var band in Bands(count, seed))
        {
            Assert.True(band.Outer <= outer + 0.01, $"seed {seed}: {band.Outer} beyond {outer}");
            Assert.True(band.Inner < band.Outer);
            foreach (var placed in band.Marks)
            {
                Assert.InRange(placed.Radius - placed.Half, band.Inner, band.Outer);
                Assert.InRange(placed.Radius + placed.Half, band.Inner, band.Outer);
            }
            outer = band.Inner;
        }
        Assert.True(outer >= WheelLayout.Inner - 0.01, $"seed {seed}: the innermost ring ends at {outer}");
    }

    [Fact]
    public void Few_entries_carry_their_titles_and_many_are_heaped_by_week()
    {
        Assert.All(Bands(6, 1), band => Assert.True(band.Detail <= Detail.ShortLabels));
        Assert.All(Bands(5000, 1), band => Assert.Equal(Detail.Heaps, band.Detail));
    }

    [Fact]
    public void The_fullest_ring_is_outermost_and_a_filter_leaves_the_order()
    {
        var year = new YearCircle(2009);
        var board = WheelSample.Board(
            WheelSample.Activity(1, WheelSample.On(2, 3), themes: ["teema-2"]),
            WheelSample.Activity(2, WheelSample.On(4, 5), themes: ["teema-2"]),
            WheelSample.Activity(3, WheelSample.On(6, 7), themes: ["teema-3"]));
        var marks = board.Activities.Select((activity, i) => Mark.Of(activity, i + 1, year)).OfType<Mark>().ToList();

        string[] whole = Names(marks), filtered = Names([marks[^1]]);

        Assert.Equal(["TEEMA-2", "TEEMA-3", "TEEMA-1"], whole);
        Assert.Equal(whole, filtered);

        string[] Names(IReadOnlyList<Mark> shown) => [.. Ring.Of(WheelSample.Partnership(), WheelSample.Options(), shown, board.Activities).Select(ring => ring.Name)];
    }

    private static IReadOnlyList<Band> Bands(int count, int seed)
    {
        var year = new YearCircle(2009);
        var marks = WheelSample.Mixed(count, seed).Select((activity, i) => Mark.Of(activity, i + 1, year)).OfType<Mark>().ToList();
        return WheelLayout.Of(Ring.Of(WheelSample.Partnership(), WheelSample.Options(), marks, [.. marks.Select(mark => mark.Activity)]), "fi");
    }
}
