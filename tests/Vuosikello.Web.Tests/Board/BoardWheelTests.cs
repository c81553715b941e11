using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Board;

namespace Vuosikello.Web.Tests.Board;

public sealed class BoardWheelTests
{
    private static readonly PartnershipId Kuuma = new("kuuma");
    private static readonly BoardQuery List = new(BoardFilter.None, false, false, null);
    private static readonly Stamp Stamp = new(new CommandId(Guid.Empty), new MemberId(Guid.Empty), null, Instant.FromUtc(2009, 1, 1, 0, 0));

    private readonly Views _views = new();
    private readonly BoardWheel _wheel;

    public BoardWheelTests() => _wheel = new BoardWheel(_views, _views);

    private string Drawn(BoardQuery query, PartnershipView partnership) => BoardWheel.Svg(_wheel.Draw(_views.This, partnership, query, "fi"));

    [Fact]
    public void The_links_to_the_neighbouring_years_keep_the_readers_own_view()
    {
        var partnership = With(2009, 2010);

        Assert.DoesNotContain("view=table", Drawn(List, partnership), StringComparison.Ordinal);
        Assert.Contains("/kuuma/2010?view=table", Drawn(List with { Table = true }, partnership), StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_that_was_added_beside_it_is_linked_at_once()
    {
        Assert.DoesNotContain("/kuuma/2010", Drawn(List, With(2009)), StringComparison.Ordinal);

        Assert.Contains("/kuuma/2010", Drawn(List, With(2009, 2010)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_year_before_lets_run_over_New_Year_shows_at_once()
    {
        var partnership = With(2008, 2009);
        Assert.DoesNotContain("Joulurauha", Drawn(List, partnership), StringComparison.Ordinal);

        _views.Before = new BoardView(new CycleId(Kuuma, 2008), [Running("Joulurauha")], new(7));

        Assert.Contains("Joulurauha", Drawn(List, partnership), StringComparison.Ordinal);
    }

    private static ActivityView Running(string title)
    {
        var time = new ActivityTime.Days(new LocalDate(2008, 12, 24), new LocalDate(2009, 1, 6));
        var details = new ActivityDetails(new(title), time, LocalText.Empty, [], [], null, [], null, [], null);
        var state = new Activity(
            new ActivityId(Guid.Parse("6f9619ff-8b86-4d01-b42d-00cf4fc964ff")), new CycleId(Kuuma, 2008), details,
            ActivityStatus.Proposed, ActivityStatus.Proposed, LocalText.Empty, null, Touches.Empty, 0);
        return new ActivityView(state, Stamp, Stamp, new(7));
    }

    private static PartnershipView With(params int[] years) => new(
        new Partnership(
            Kuuma, new LocalText("KUUMA-seutu"), ImmutableSortedDictionary<string, Area>.Empty, ImmutableSortedDictionary<string, Theme>.Empty,
            ImmutableSortedDictionary<string, Partner>.Empty, ImmutableSortedDictionary<string, WorkingGroup>.Empty, 0),
        [.. years.Select(year => new CycleView(new AnnualCycle(new CycleId(Kuuma, year), CyclePhase.Draft, LocalText.Empty, null, 0), Stamp))]);

    private sealed class Views : IBoardViews, IClock
    {
        public BoardView This { get; } = new(new CycleId(Kuuma, 2009), [], new(3));
        public BoardView? Before { get; set; }

        public BoardView? Find(CycleId cycle) => cycle.Year switch { 2009 => This, 2008 => Before, _ => null };

        public ActivityView? FindActivity(ActivityId activity) => null;

        public Instant GetCurrentInstant() => Instant.FromUtc(2009, 4, 28, 12, 0);
    }
}
