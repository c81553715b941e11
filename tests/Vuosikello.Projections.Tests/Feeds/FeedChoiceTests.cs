using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Projections.Tests.Feeds;

public sealed class FeedChoiceTests
{
    private static readonly FeedChoice All = FeedChoice.In("fi");

    private static async Task<FeedScene> Planned()
    {
        var scene = await FeedScene.Begin();
        await scene.Planning.Happens(
            new AreaAdded(new(new("pohjoinen"), new("Pohjoinen"), [])),
            new ThemeAdded(new(new("tilat"), new("Tilat"))),
            new PartnerJoined(new(new("kunta"), PartnerKind.Municipality, new("Kunta"), [], [])),
            new WorkingGroupFormed(new(new("tilaryhma"), new("Tilaryhmä"), new ThemeId("tilat"), [new PartnerId("kunta")])),
            new WorkingGroupFormed(new(new("kuntaryhma"), new("Kuntaryhmä"), null, [new PartnerId("kunta")])));
        await scene.Plan(Planning.Details("Etelän tilat", Planning.On(5, 1)) with { Areas = [new("etela")], Themes = [new("tilat")] });
        await scene.Plan(Planning.Details("Etelän liikunta", Planning.On(5, 2)) with { Areas = [new("etela")], Themes = [new("liikunta")] });
        await scene.Plan(Planning.Details("Pohjoisen tilat", Planning.On(5, 3)) with { Areas = [new("pohjoinen")], Themes = [new("tilat")], Responsible = new(LocalText.Empty, new PartnerId("kunta")) });
        return scene;
    }

    [Fact]
    public async Task Values_of_one_kind_widen_and_kinds_narrow()
    {
        await using var scene = await Planned();

        Assert.Equal(["Etelän tilat", "Pohjoisen tilat"], await scene.Titles(FeedScope.Whole, "", All with { Themes = [new("tilat")] }));
        Assert.Equal(["Etelän tilat"], await scene.Titles(FeedScope.Whole, "", All with { Themes = [new("tilat")], Areas = [new("etela")] }));
        Assert.Equal(["Etelän tilat", "Etelän liikunta", "Pohjoisen tilat"], await scene.Titles(FeedScope.Whole, "", All with { Themes = [new("tilat"), new("liikunta")] }));
        Assert.Equal(["Pohjoisen tilat"], await scene.Titles(FeedScope.Theme, "tilat", All with { Partners = [new("kunta")] }));
        Assert.Contains("NAME:Jokilaakso\\, Eteläinen alue\\, Tilat – vuosikello", await scene.Lines(FeedScope.Whole, "", All with { Themes = [new("tilat")], Areas = [new("etela")] }));
    }

    [Fact]
    public async Task What_the_partnership_does_not_have_is_left_out_of_a_choice_and_alone_it_is_no_calendar()
    {
        await using var scene = await Planned();

        var known = await scene.Feed(FeedScope.Whole, "", All with { Areas = [new("etela")] });

        Assert.Same(known, await scene.Feed(FeedScope.Whole, "", All with { Areas = [new("ei-ole"), new("etela")] }));
        Assert.Null(await scene.Find(FeedScope.Whole, "", All with { Areas = [new("ei-ole")] }));
        Assert.Null(await scene.Find(FeedScope.Whole, "", All with { Areas = [new("etela")], Groups = [new("ei-ole")] }));
    }

    [Fact]
    public async Task What_was_removed_keeps_its_feed_and_its_name()
    {
        await using var scene = await Planned();
        await scene.Planning.Happens(
            new AreaRemoved(new("pohjoinen")), new ThemeRemoved(new("liikunta")), new WorkingGroupDissolved(new("tilaryhma")), new WorkingGroupDissolved(new("kuntaryhma")),
            new PartnerLeft(new("kunta")));

        Assert.Equal("Jokilaakso, Pohjoinen – vuosikello", (await scene.Feed(FeedScope.Area, "pohjoinen")).Title);
        Assert.Equal("Jokilaakso, Kunta – vuosikello", (await scene.Feed(FeedScope.Partner, "kunta")).Title);
        Assert.NotNull(await scene.Find(FeedScope.Theme, "liikunta", All));
        Assert.Empty(await scene.Titles(FeedScope.Group, "tilaryhma", All));
        Assert.Empty(await scene.Titles(FeedScope.Whole, "", All with { Groups = [new("kuntaryhma")] }));
        Assert.Equal("Jokilaakso, Eteläinen alue, Pohjoinen – vuosikello", (await scene.Feed(FeedScope.Whole, "", All with { Areas = [new("etela"), new("pohjoinen")] })).Title);
        Assert.Null(await scene.Find(FeedScope.Area, "ei-koskaan", All));
    }

    [Fact]
    public async Task The_same_choice_in_another_order_is_the_same_feed()
    {
        await using var scene = await Planned();
        var one = All with { Areas = [new("etela"), new("pohjoinen")] };
        var other = All with { Areas = [new("pohjoinen"), new("etela"), new("pohjoinen")] };

        Assert.Same(await scene.Feed(FeedScope.Whole, "", one), await scene.Feed(FeedScope.Whole, "", other));
    }

    [Fact]
    public async Task A_working_group_has_what_is_on_its_theme_and_without_one_what_is_its_partners()
    {
        await using var scene = await Planned();

        Assert.Equal(["Etelän tilat", "Pohjoisen tilat"], await scene.Titles(FeedScope.Group, "tilaryhma", All));
        Assert.Equal(["Pohjoisen tilat"], await scene.Titles(FeedScope.Group, "kuntaryhma", All));
        Assert.Equal(["Pohjoisen tilat"], await scene.Titles(FeedScope.Whole, "", All with { Groups = [new("kuntaryhma")] }));
        Assert.Null(await scene.Find(FeedScope.Group, "ei-ole", All));

        await scene.Planning.Happens(new WorkingGroupChanged(new(new("kuntaryhma"), new("Kuntaryhmä"), new ThemeId("liikunta"), [])));
        Assert.Equal(["Etelän liikunta"], await scene.Titles(FeedScope.Group, "kuntaryhma", All));
    }

    [Fact]
    public async Task Months_and_several_days_are_left_out_when_asked()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Plan("Kuukausi", new ActivityTime.Months(new YearMonth(2026, 1), new YearMonth(2026, 1)));
        await scene.Planning.Plan("Viikko", new ActivityTime.Days(new(2026, 2, 2), new(2026, 2, 8)));
        await scene.Planning.Plan("Päivä", Planning.On(3, 3));
        await scene.Planning.Plan("Yli yön", new ActivityTime.Exact(new(2026, 4, 4, 18, 0), new(2026, 4, 5, 12, 0)));

        Assert.Equal(["Kuukausi", "Viikko", "Päivä", "Yli yön"], await scene.Titles(FeedScope.Year, "2026", All));
        Assert.Equal(["Päivä", "Yli yön"], await scene.Titles(FeedScope.Year, "2026", All with { Spans = false }));
    }

    [Fact]
    public async Task An_alarm_is_only_there_when_asked_and_only_for_what_has_an_hour_and_takes_place()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Plan("Kokous", new ActivityTime.Exact(new(2026, 4, 4, 18, 0), new(2026, 4, 4, 19, 0)));
        await scene.Planning.Plan("Koko päivä", Planning.On(3, 3));
        var cancelled = await scene.Planning.Plan("Peruttu", new ActivityTime.Exact(new(2026, 4, 5, 18, 0), new(2026, 4, 5, 19, 0)));
        await scene.Planning.HappensTo(cancelled, new ActivityCancelled(LocalText.Empty));

        Assert.DoesNotContain("BEGIN:VALARM", await scene.Lines());
        string[] lines = await scene.Lines(FeedScope.Year, "2026", All with { Alarm = Duration.FromMinutes(90) });
        Assert.Single(lines, "BEGIN:VALARM");
        Assert.Contains("TRIGGER:-PT2H", lines);
        Assert.Contains("ACTION:DISPLAY", lines);
    }

    [Fact]
    public async Task One_activity_is_a_file_of_its_own_until_a_year_after_it_was_withdrawn()
    {
        await using var scene = await FeedScene.Begin();
        var id = await scene.Planning.Plan("Työpaja 1");
        await scene.Planning.Plan("Muu");

        var feed = await scene.Feed(FeedScope.Activity, id.ToString());
        Assert.Equal(("tyopaja-1.ics", true, 1, "Työpaja 1"), (feed.FileName, feed.IsDownload, feed.Events, feed.Title));
        Assert.Equal(["Työpaja 1"], await scene.Titles(FeedScope.Activity, id.ToString(), All));

        await scene.Planning.HappensTo(id, new ActivityRetitled(new("Työpaja 2")));
        Assert.Equal(["Työpaja 2"], await scene.Titles(FeedScope.Activity, id.ToString(), All));
        await scene.Planning.HappensTo(id, new ActivityWithdrawn());
        Assert.Equal(["POISTETTU: Työpaja 2"], await scene.Titles(FeedScope.Activity, id.ToString(), All));
        scene.Now = Instant.FromUtc(2027, 6, 1, 0, 0);
        Assert.Null(await scene.Find(FeedScope.Activity, id.ToString(), All));
        Assert.Null(await scene.Find(FeedScope.Activity, Guid.Empty.ToString(), All));
    }
}
