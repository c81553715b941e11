using System.Xml.Linq;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Wheel;

namespace Vuosikello.Projections.Tests.Wheel;

public sealed class WheelRendererTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Every_activity_of_the_board_can_be_reached_by_its_link()
    {
        var activities = WheelSample.Mixed(50, seed: 7).ToList();
        var links = WheelSample.Picture(activities).Xml().Links().ToDictionary(a => a.Attribute("id")!.Value, a => a.Attribute("href")!.Value);
        Assert.All(activities, a => Assert.Equal($"/kuuma/2009/activities/{a.Id}", links[$"w-{a.Id}"]));
    }

    [Fact]
    public void An_entry_says_title_time_status_and_ring_in_the_language_of_the_page()
    {
        var workshop = WheelSample.Activity(1, WheelSample.On(3, 24), "Työpaja 1", ActivityStatus.Held, themes: ["teema-2"]);
        var picture = WheelRenderer.Render(WheelSample.Board(workshop), WheelSample.Partnership(), WheelSample.Options("sv"));
        Assert.Equal("Työpaja 1, tis 24.3, genomförd, TEEMA-2", Assert.Single(picture.Xml().Links()).Attribute("aria-label")!.Value);
    }

    [Fact]
    public void Entries_come_in_the_order_of_time()
    {
        var picture = WheelSample.Picture(WheelSample.Activity(1, WheelSample.On(11, 18)), WheelSample.Activity(2, WheelSample.On(2, 26), themes: ["teema-3"]));
        Assert.Equal([2, 1], picture.Entries.Select(entry => entry.Activity!.Value.Value).Select(id => id == WheelSample.Id(1) ? 1 : 2));
    }

    [Fact]
    public void What_belongs_to_two_rings_lies_in_both_and_stops_the_keyboard_once()
    {
        var links = WheelSample.Picture(WheelSample.Activity(1, WheelSample.On(3, 24), themes: ["teema-1", "teema-3"])).Xml().Links().ToList();
        Assert.Equal([$"w-{WheelSample.Id(1)}", $"w-{WheelSample.Id(1)}-2"], links.Select(a => a.Attribute("id")!.Value));
        Assert.Equal([null, "-1"], links.Select(a => a.Attribute("tabindex")?.Value));
        Assert.Equal([null, "true"], links.Select(a => a.Attribute("aria-hidden")?.Value));
    }

    [Fact]
    public void What_belongs_to_all_rings_or_to_none_lies_once_in_the_common_ring()
    {
        var picture = WheelSample.Picture(
            WheelSample.Activity(1, WheelSample.On(3, 24), themes: ["teema-1", "teema-2", "teema-3"]), WheelSample.Activity(2, WheelSample.On(5, 1)));
        Assert.Equal(2, picture.Entries.Length);
        Assert.All(picture.Entries, entry => Assert.Contains("Yhteiset", entry.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void A_recurring_activity_is_one_link_with_a_mark_for_each_occurrence()
    {
        var first = new ActivityTime.Days(WheelSample.Day(1, 5), WheelSample.Day(1, 5));
        var rule = new Recurrence(Frequency.Weekly, 1, WheelSample.Day(3, 2), []);
        var entry = Assert.Single(WheelSample.Picture(WheelSample.Activity(1, new ActivityTime.Recurring(first, rule, [WheelSample.Day(2, 2)]))).Xml().Links());
        Assert.Equal(8, entry.Elements(Svg + "circle").Count(circle => circle.Attribute("class")!.Value == "wheel-mark"));
    }

    [Fact]
    public void What_runs_over_New_Year_fades_out_and_comes_in_again()
    {
        var holidays = WheelSample.Activity(1, new ActivityTime.Days(WheelSample.Day(12, 20), WheelSample.Day(1, 6, 2010)));
        Assert.Contains("url(#wheel-fade-out)", WheelSample.Picture(holidays).Entries[0].Markup, StringComparison.Ordinal);

        var board = new Boards.BoardView(new CycleId(WheelSample.Region, 2010), [], default);
        var next = WheelRenderer.Render(board, WheelSample.Partnership(), WheelSample.Options() with { Previous = WheelSample.Board(holidays) });
        Assert.Contains("url(#wheel-fade-in)", Assert.Single(next.Entries).Markup, StringComparison.Ordinal);
        Assert.Contains("alkanut edellisenä vuonna", next.Entries[0].Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_neighbouring_year_is_one_click_away_when_there_is_one()
    {
        var board = new Boards.BoardView(new CycleId(WheelSample.Region, 2010), [], default);
        var picture = WheelRenderer.Render(board, WheelSample.Partnership(), WheelSample.Options() with { YearHref = year => $"/kuuma/{year}" });
        Assert.Equal("/kuuma/2009", Assert.Single(picture.Xml().Descendants(Svg + "a"), a => a.Attribute("class")!.Value == "wheel-neighbour").Attribute("href")!.Value);
    }

    [Fact]
    public void The_months_lead_to_the_list_and_know_their_entries()
    {
        var xml = WheelSample.Picture(WheelSample.Activity(1, WheelSample.On(3, 24))).Xml();
        var months = xml.Descendants(Svg + "a").Where(a => a.Attribute("data-entry") is null).ToList();
        Assert.Equal(12, months.Count);
        Assert.Equal("#month-name-3", months[2].Attribute("href")!.Value);
        Assert.Equal(months[2].Attribute("data-month")!.Value, Assert.Single(xml.Links()).Attribute("data-month")!.Value);
    }

    [Fact]
    public void The_hand_stands_only_in_its_own_year()
    {
        var board = WheelSample.Board();
        Assert.Contains("tänään 28.4.", WheelRenderer.Render(board, WheelSample.Partnership(), WheelSample.Options(today: WheelSample.Day(4, 28))).Hand, StringComparison.Ordinal);
        Assert.Equal("<g id=\"wheel-hand\" aria-hidden=\"true\"></g>", WheelRenderer.Render(board, WheelSample.Partnership(), WheelSample.Options(today: WheelSample.Day(4, 28, 2010))).Hand);
    }

    [Fact]
    public void What_the_filter_leaves_out_is_not_drawn_and_the_numbers_stay()
    {
        var board = WheelSample.Board(WheelSample.Activity(1, WheelSample.On(1, 5)), WheelSample.Activity(2, WheelSample.On(2, 5)));
        var picture = WheelRenderer.Render(board, WheelSample.Partnership(), WheelSample.Options() with { Filter = a => a.Id.Value == WheelSample.Id(2) });
        Assert.Equal($"w-{WheelSample.Id(2)}", Assert.Single(picture.Entries).Id);
        Assert.Equal(2, picture.Numbers[new ActivityId(WheelSample.Id(2))]);
    }

    [Fact]
    public void The_same_state_gives_the_same_bytes_and_one_change_leaves_the_frame()
    {
        var activities = WheelSample.Mixed(40, seed: 3).ToList();
        var before = WheelSample.Picture(activities);
        Assert.Equal(before.ToSvg(), WheelSample.Picture(activities).ToSvg());

        int held = activities.FindIndex(a => a.State.Status == ActivityStatus.Confirmed);
        activities[held] = activities[held] with { State = activities[held].State with { Status = ActivityStatus.Cancelled } };
        var after = WheelSample.Picture(activities);
        Assert.Equal(before.Frame, after.Frame);
        Assert.Equal([$"w-{activities[held].Id}"], after.Entries.Except(before.Entries).Select(entry => entry.Id));
    }

    [Theory]
    [InlineData("\"lainausmerkit\" & <script>alert(1)</script> 'heittomerkit'")]
    [InlineData("Juhlat 🎉👩‍👩‍👧‍👦 ja rivin\nvaihto")]
    [InlineData("ohjaus\u0000\u0001\u001b\u007f\u0085merkit \ud800 puolikas \uffff")]
    [InlineData("]]> <!-- --> &amp; </textPath></a></svg>")]
    public void Any_title_gives_a_well_formed_picture(string title)
    {
        var link = Assert.Single(WheelSample.Picture(WheelSample.Activity(1, WheelSample.On(7, 1), title)).Xml().Links());
        Assert.DoesNotContain(link.Descendants(), e => e.Name.LocalName == "script");
        Assert.EndsWith(", ke 1.7., vahvistettu, Yhteiset", link.Attribute("aria-label")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_of_ten_thousand_characters_is_whole_in_the_text_alternative_and_short_in_the_picture()
    {
        string title = string.Concat(Enumerable.Repeat("säännöllinen ", 769)) + "!!!";
        var link = Assert.Single(WheelSample.Picture(WheelSample.Activity(1, WheelSample.On(7, 1), title)).Xml().Links());
        Assert.StartsWith(title, link.Attribute("aria-label")!.Value, StringComparison.Ordinal);
        Assert.InRange(link.Descendants(Svg + "textPath").Single().Value.Length, 8, 31);
    }

    [Fact]
    public void Five_thousand_activities_are_heaped_by_week_with_their_counts()
    {
        var picture = WheelSample.Picture(WheelSample.Mixed(5000, seed: 1));
        Assert.InRange(picture.Entries.Length, 100, 4 * 54);
        Assert.All(picture.Entries, entry => Assert.Contains("toimintoa", entry.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_year_is_a_picture_that_says_so()
    {
        var xml = WheelSample.Picture().Xml();
        Assert.Equal("Vuodelle ei ole vielä suunniteltu mitään", xml.Element(Svg + "desc")!.Value);
        Assert.Equal(12, xml.Descendants(Svg + "textPath").Count(text => text.Parent!.Attribute("class")!.Value == "wheel-month"));
    }

    [Fact]
    public void The_page_s_policy_needs_no_exception_for_inline_styles()
    {
        var xml = WheelSample.Picture(WheelSample.Mixed(50, seed: 2)).Xml();
        Assert.DoesNotContain(xml.DescendantsAndSelf(), e => e.Attribute("style") is not null || e.Name.LocalName is "style" or "script");
    }
}
