using System.Net;

namespace Vuosikello.Web.Tests;

/// <summary>The buttons of an activity's page and the form of its time alone.</summary>
public sealed class StatusTests(Site site) : IClassFixture<Site>
{
    private const string Year = "/kuuma-seutu/2026";

    [Fact]
    public async Task A_proposal_is_confirmed_and_returned()
    {
        var (coordinator, activity, token) = await Planned("Vahvistettava ilta", "2026-05-05");

        var confirmed = await coordinator.Post($"{activity}/confirm", new() { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.SeeOther, confirmed.Status);
        Assert.Contains("status-confirmed", (await coordinator.Get(activity)).Html, StringComparison.Ordinal);
        await coordinator.Post($"{activity}/return", new() { ["__RequestVerificationToken"] = token });
        Assert.Contains("status-proposed", (await coordinator.Get(activity)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_took_place_is_marked_held_with_those_who_came()
    {
        var (coordinator, activity, token) = await Planned("Pidetty ilta", "2026-01-07");

        await coordinator.Post($"{activity}/hold", new() { ["__RequestVerificationToken"] = token, ["attendance.participants"] = ["41"], ["attendance.volunteers"] = ["7"] });

        string page = (await coordinator.Get(activity)).Html;
        Assert.Contains("status-held", page, StringComparison.Ordinal);
        Assert.Contains("41", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_volunteers_than_participants_are_refused_in_words()
    {
        var (coordinator, activity, token) = await Planned("Väärin laskettu ilta", "2026-01-07");

        var refused = await coordinator.Post($"{activity}/hold", new() { ["__RequestVerificationToken"] = token, ["attendance.participants"] = ["3"], ["attendance.volunteers"] = ["7"] });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Vapaaehtoisia (7) ei voi olla enemmän kuin osallistujia (3).", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_button_keeps_its_form_open_with_what_was_typed()
    {
        var (coordinator, activity, token) = await Planned("Avoimeksi jäävä ilta", "2026-01-07");

        string refused = (await coordinator.Post($"{activity}/hold", new() { ["__RequestVerificationToken"] = token, ["attendance.participants"] = ["monta"], ["attendance.volunteers"] = ["7"] })).Html;

        string opened = Assert.Single(refused.Split("<details").Skip(1), d => d.StartsWith(" class=\"ds-details\" open", StringComparison.Ordinal));
        Assert.Contains("/hold\"", opened, StringComparison.Ordinal);
        Assert.Contains("name=\"attendance.participants\" value=\"monta\"", opened, StringComparison.Ordinal);
        Assert.Contains("name=\"attendance.volunteers\" value=\"7\"", opened, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hold?lang=sv")]
    [InlineData("cancel")]
    [InlineData("confirm")]
    [InlineData("undo")]
    public async Task An_address_that_only_takes_forms_leads_a_reader_to_the_activity(string address)
    {
        var (coordinator, activity, _) = await Planned("Osoitteen ilta", "2026-05-05");

        var answer = await coordinator.Get($"{activity}/{address}");

        Assert.Equal((HttpStatusCode.SeeOther, activity), (answer.Status, answer.Location?.ToString()));
    }

    [Fact]
    public async Task Below_an_activity_there_is_nothing_else()
    {
        var (coordinator, activity, _) = await Planned("Yksinäinen ilta", "2026-05-05");

        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get($"{activity}/jotain")).Status);
    }

    [Fact]
    public async Task A_withdrawn_proposal_leaves_the_board()
    {
        var (coordinator, activity, token) = await Planned("Turha ilta", "2026-05-05");

        var withdrawn = await coordinator.Post($"{activity}/withdraw", new() { ["__RequestVerificationToken"] = token });

        Assert.Equal(Year, withdrawn.Location!.ToString());
        Assert.DoesNotContain("Turha ilta", (await coordinator.Get(Year)).Text, StringComparison.Ordinal);
        var gone = await coordinator.Get(activity);
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Contains("Turha ilta poistettiin vuosikellosta", gone.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Year}\"", gone.Html, StringComparison.Ordinal);
        Assert.Contains($"{activity.Split('/')[^1]}/history\"", gone.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawing_is_asked_first_and_undoing_the_planning_asks_as_well()
    {
        var (coordinator, activity, token) = await Planned("Harkittava ilta", "2026-05-05");

        var asked = await coordinator.Get($"{activity}/withdraw");
        var undone = await coordinator.Post($"{activity}/undo", new() { ["__RequestVerificationToken"] = token, ["version"] = ["0"] });

        Assert.Contains("Harkittava ilta", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Sitä ei voi palauttaa.", asked.Text, StringComparison.Ordinal);
        Assert.Equal($"{activity}/withdraw", undone.Location!.ToString());
        string page = (await coordinator.Get(activity)).Html;
        Assert.Contains("status-proposed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\" action=\"" + activity + "/withdraw\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_confirmed_is_not_asked_to_be_withdrawn()
    {
        var (coordinator, activity, token) = await Planned("Varma ilta", "2026-05-05");
        await coordinator.Post($"{activity}/confirm", new() { ["__RequestVerificationToken"] = token });

        Assert.Equal(activity, (await coordinator.Get($"{activity}/withdraw")).Location!.ToString());
    }

    [Fact]
    public async Task The_form_of_the_time_moves_an_activity_and_leaves_the_rest()
    {
        var (coordinator, activity, _) = await Planned("Siirtyvä ilta", "2026-05-05");
        var form = await coordinator.Form($"{activity}/reschedule");
        form["time.startDay"] = ["2026-06-09"];

        var moved = await coordinator.Post($"{activity}/reschedule", form);

        Assert.Equal(HttpStatusCode.SeeOther, moved.Status);
        string page = (await coordinator.Get(activity)).Text;
        Assert.Contains("ti 9.6.2026 klo 16–18", page, StringComparison.Ordinal);
        Assert.Contains("Siirtyvä ilta", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "Loppu (5.5.2026 klo 10.00) on ennen alkua (5.5.2026 klo 16.00).")]
    [InlineData("en", "5 May 2026, 10:00")]
    public async Task A_refusal_names_times_as_its_reader_writes_them(string language, string expected)
    {
        var editor = await site.Visit(Site.EditorOfTuusula, language);
        var form = await editor.Form($"{Year}/activities/new");
        form["title.fi"] = ["Takaperin"];
        form["time.startDay"] = ["2026-05-05"];
        form["time.startClock"] = ["16:00"];
        form["time.endClock"] = ["10:00"];

        Assert.Contains(expected, (await editor.Post($"{Year}/activities/new", form)).Text, StringComparison.Ordinal);
    }

    private async Task<(Visitor Coordinator, string Activity, string[] Token)> Planned(string title, string day)
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form($"{Year}/activities/new");
        form["title.fi"] = [title];
        form["time.startDay"] = [day];
        form["time.startClock"] = ["16:00"];
        form["time.endClock"] = ["18:00"];
        var added = await coordinator.Post($"{Year}/activities/new", form);
        Assert.Equal(HttpStatusCode.SeeOther, added.Status);
        return (coordinator, added.Location!.ToString(), form["__RequestVerificationToken"]);
    }
}
