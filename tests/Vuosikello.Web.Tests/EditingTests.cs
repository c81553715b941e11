using System.Net;

namespace Vuosikello.Web.Tests;

public sealed class EditingTests(Site site) : IClassFixture<Site>
{
    private const string Year = "/kuuma-seutu/2026";

    [Fact]
    public async Task A_new_activity_shows_on_the_board_at_once_and_a_form_sent_twice_adds_one()
    {
        var editor = await site.Visit(Site.EditorOfTuusula);
        var form = await Planned(editor, "Kevättalkoot");

        var first = await editor.Post($"{Year}/activities/new", form);
        var second = await editor.Post($"{Year}/activities/new", form);

        Assert.Equal(HttpStatusCode.SeeOther, first.Status);
        Assert.Equal(first.Location, second.Location);
        string board = (await (await site.Visit()).Get(Year)).Text;
        Assert.Equal(2, board.Split("<span>Kevättalkoot</span>").Length);
    }

    [Fact]
    public async Task What_was_typed_is_scrambled_by_no_refusal_and_never_becomes_markup()
    {
        var editor = await site.Visit(Site.EditorOfTuusula);
        var form = await Planned(editor, "<script>alert(1)</script> \"Äyskäri\" 🎉");
        form["time.endClock"] = ["10:00"];

        var refused = await editor.Post($"{Year}/activities/new", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("on ennen alkua", refused.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#field-time\"", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", refused.Html, StringComparison.Ordinal);
        Assert.Equal(form["title.fi"], Visitor.FormOf(refused.Html)["title.fi"]);
        Assert.Equal(form["command"], Visitor.FormOf(refused.Html)["command"]);
    }

    [Fact]
    public async Task Edits_of_different_fields_merge()
    {
        var (coordinator, associations, activity) = await TwoEditorsOf("Yhdistysilta");
        var (mine, theirs) = (await coordinator.Form($"{activity}/edit"), await associations.Form($"{activity}/edit"));
        mine["title.fi"] = ["Yhdistysten ilta"];
        theirs["venue.name"] = ["Kirjasto"];

        Assert.Equal(HttpStatusCode.SeeOther, (await associations.Post($"{activity}/edit", theirs)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{activity}/edit", mine)).Status);

        string page = (await coordinator.Get(activity)).Text;
        Assert.Contains("Yhdistysten ilta", page, StringComparison.Ordinal);
        Assert.Contains("Kirjasto", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mine", "Minun nimeni")]
    [InlineData("theirs", "Heidän nimensä")]
    public async Task Edits_of_the_same_field_show_both_values_and_the_editor_chooses(string choice, string expected)
    {
        var (coordinator, associations, activity) = await TwoEditorsOf("Kahden ilta");
        var (mine, theirs) = (await coordinator.Form($"{activity}/edit"), await associations.Form($"{activity}/edit"));
        theirs["title.fi"] = ["Heidän nimensä"];
        theirs["venue.name"] = ["Heidän paikkansa"];
        mine["title.fi"] = ["Minun nimeni"];
        mine["description.fi"] = ["Minun kuvaukseni"];
        await associations.Post($"{activity}/edit", theirs);

        var clash = await coordinator.Post($"{activity}/edit", mine);

        Assert.Equal(HttpStatusCode.Conflict, clash.Status);
        Assert.Contains("Minun nimeni", clash.Text, StringComparison.Ordinal);
        Assert.Contains("Heidän nimensä", clash.Text, StringComparison.Ordinal);
        Assert.Contains("Muokkaaja, seudun yhdistykset", clash.Text, StringComparison.Ordinal);
        var again = Visitor.FormOf(clash.Html);
        Assert.Equal("Minun kuvaukseni", again["description.fi"][0]);
        Assert.Equal("Heidän paikkansa", again["venue.name"][0]);
        again["clash.title"] = [choice];
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{activity}/edit", again)).Status);
        var after = await coordinator.Form($"{activity}/edit");
        Assert.Equal(expected, after["title.fi"][0]);
        Assert.Equal("Minun kuvaukseni", after["description.fi"][0]);
        Assert.Equal("Heidän paikkansa", after["venue.name"][0]);
    }

    [Fact]
    public async Task A_cancellation_says_why_and_can_be_undone_from_the_history()
    {
        var (coordinator, _, activity) = await TwoEditorsOf("Peruttava ilta");
        var token = (await coordinator.Form($"{activity}/edit"))["__RequestVerificationToken"];

        await coordinator.Post($"{activity}/cancel", new() { ["__RequestVerificationToken"] = token, ["reason.fi"] = ["Sali palaa"] });
        string cancelled = (await coordinator.Get(activity)).Text;
        await coordinator.Post($"{activity}/undo", new() { ["__RequestVerificationToken"] = token, ["version"] = ["1"] });
        string undone = (await coordinator.Get(activity)).Text;

        Assert.Contains("Sali palaa", cancelled, StringComparison.Ordinal);
        Assert.Contains("status-cancelled", cancelled, StringComparison.Ordinal);
        Assert.DoesNotContain("status-cancelled", undone, StringComparison.Ordinal);
        Assert.Contains("otti perutun toiminnon ”Peruttava ilta” takaisin ohjelmaan", undone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_saved_at_once_is_undone_at_once()
    {
        var (coordinator, _, activity) = await TwoEditorsOf("Siirretty ilta");
        var form = await coordinator.Form($"{activity}/edit");
        form["agenda.start"] = ["16:00", "17:30"];
        form["agenda.fi"] = ["avaus", "lopetus"];
        await coordinator.Post($"{activity}/edit", form);
        form = await coordinator.Form($"{activity}/reschedule");
        form["time.startClock"] = ["18:00"];
        form["time.endClock"] = ["20:00"];
        await coordinator.Post($"{activity}/reschedule", form);
        string moved = (await coordinator.Get(activity)).Text;

        await coordinator.Post($"{activity}/undo", new() { ["__RequestVerificationToken"] = form["__RequestVerificationToken"], ["version"] = ["2"] });
        string undone = (await coordinator.Get(activity)).Text;

        Assert.Contains("klo 18–20", moved, StringComparison.Ordinal);
        Assert.Contains("<span class=\"agenda-time\">19.30</span>", moved, StringComparison.Ordinal);
        Assert.Equal(4, moved.Split("<li class=\"change\">").Length);
        Assert.Contains("<p class=\"activity-when\">ti 5.5.2026 klo 16–18</p>", undone, StringComparison.Ordinal);
        Assert.Contains("<span class=\"agenda-time\">17.30</span>", undone, StringComparison.Ordinal);
        Assert.Equal(5, undone.Split("<li class=\"change\">").Length);
    }

    [Fact]
    public async Task Who_did_what_is_told_to_members_and_not_to_the_public()
    {
        var (coordinator, _, activity) = await TwoEditorsOf("Avoin ilta");

        Assert.Contains("history-title", (await coordinator.Get(activity)).Html, StringComparison.Ordinal);
        string seen = (await (await site.Visit()).Get(activity)).Text;
        Assert.Contains("Avoin ilta", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("history-title", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("koordinaattori", seen, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var editor = await site.Visit(Site.EditorOfTuusula);
        var form = await Planned(editor, "Väärennös");
        form.Remove("__RequestVerificationToken");

        Assert.Equal(HttpStatusCode.BadRequest, (await editor.Post($"{Year}/activities/new", form)).Status);
    }

    private async Task<(Visitor Coordinator, Visitor Associations, string Activity)> TwoEditorsOf(string title)
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var added = await coordinator.Post($"{Year}/activities/new", await Planned(coordinator, title));
        Assert.Equal(HttpStatusCode.SeeOther, added.Status);
        return (coordinator, await site.Visit(Site.EditorOfAssociations), added.Location!.ToString());
    }

    private static async Task<Dictionary<string, string[]>> Planned(Visitor editor, string title)
    {
        var form = await editor.Form($"{Year}/activities/new");
        form["title.fi"] = [title];
        form["time.startDay"] = ["2026-05-05"];
        form["time.startClock"] = ["16:00"];
        form["time.endClock"] = ["18:00"];
        return form;
    }
}
