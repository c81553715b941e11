using System.Net;
using System.Text.RegularExpressions;

namespace Vuosikello.Web.Tests.History;

public sealed class ChangesTests : IAsyncDisposable
{
    private const string Changes = "/kuuma-seutu/changes";
    private readonly Site _site = new();

    [Fact]
    public async Task Who_looks_for_the_first_time_sees_the_last_30_days_without_their_own_changes()
    {
        var (tuusula, associations) = (await _site.Visit(Site.EditorOfTuusula), await _site.Visit(Site.EditorOfAssociations));
        await Plan(tuusula, "Tuusulan oma");
        await Plan(associations, "Yhdistysten uusi");

        string page = (await tuusula.Get(Changes)).Text;

        Assert.Contains("viimeiset 30 päivää", page, StringComparison.Ordinal);
        Assert.Contains("lisäsi vuoteen 2026 toiminnon ”Yhdistysten uusi”.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tuusulan oma", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_moves_nothing_and_saying_so_does()
    {
        var (tuusula, associations) = (await _site.Visit(Site.EditorOfTuusula), await _site.Visit(Site.EditorOfAssociations));
        await Plan(associations, "Ennen merkintää");
        await tuusula.Get(Changes);
        string twice = (await tuusula.Get(Changes)).Text;

        var marked = await tuusula.Post(Changes, Button(twice));
        string after = (await tuusula.Get(Changes)).Text;
        await Plan(associations, "Merkinnän jälkeen");
        string later = (await tuusula.Get(Changes)).Text;

        Assert.Contains("Ennen merkintää", twice, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, marked.Status);
        Assert.Contains("Kukaan ei ole muuttanut mitään sen jälkeen.", after, StringComparison.Ordinal);
        Assert.Contains("Merkitsit muutokset nähdyiksi 22.11.2026 klo 12.00.", after, StringComparison.Ordinal);
        Assert.Contains("Merkinnän jälkeen", later, StringComparison.Ordinal);
        Assert.DoesNotContain("Ennen merkintää", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_are_gathered_by_what_they_are_about_and_counted_in_the_navigation()
    {
        var (tuusula, associations) = (await _site.Visit(Site.EditorOfTuusula), await _site.Visit(Site.EditorOfAssociations));
        await tuusula.Post(Changes, Button((await tuusula.Get(Changes)).Text));
        string activity = await Plan(associations, "Monta muutosta");
        for (int i = 0; i < 6; i++)
        {
            var form = await associations.Form($"{activity}/edit");
            form["title.fi"] = [$"Monta muutosta {i}"];
            Assert.Equal(HttpStatusCode.SeeOther, (await associations.Post($"{activity}/edit", form)).Status);
        }

        string page = (await tuusula.Get(Changes)).Text;

        Assert.Contains("Muutoksia 7, kohteita 1.", page, StringComparison.Ordinal);
        Assert.Equal(5, Regex.Count(page, "<li class=\"happening changed\"", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Contains($"/kuuma-seutu/activities/{activity.Split('/')[^1]}/history\">Kaikki 7 muutosta", page, StringComparison.Ordinal);
        Assert.Matches("<span class=\"changes-count\">7<", (await tuusula.Get("/kuuma-seutu/2026")).Text);
        Assert.DoesNotContain("changes-count", (await (await _site.Visit()).Get("/kuuma-seutu/2026")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_can_have_seen_what_has_not_happened_yet_and_the_mark_never_moves_back()
    {
        var (tuusula, associations) = (await _site.Visit(Site.EditorOfTuusula), await _site.Visit(Site.EditorOfAssociations));
        var button = Button((await tuusula.Get(Changes)).Text);
        button["position"] = ["99999999"];
        await tuusula.Post(Changes, button);
        await Plan(associations, "Vasta tämän jälkeen");
        button["position"] = ["1"];
        await tuusula.Post(Changes, button);

        string page = (await tuusula.Get(Changes)).Text;

        Assert.Contains("Muutoksia 1, kohteita 1.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_member_and_each_partnership_has_a_mark_of_its_own()
    {
        var (tuusula, coordinator) = (await _site.Visit(Site.EditorOfTuusula), await _site.Visit(Site.CoordinatorOfKuuma));
        await tuusula.Post(Changes, Button((await tuusula.Get(Changes)).Text));

        Assert.Contains("Et ole vielä merkinnyt", (await coordinator.Get(Changes)).Text, StringComparison.Ordinal);
        Assert.Contains("Et ole vielä merkinnyt", (await tuusula.Get("/paijat-hame/changes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_is_led_to_sign_in() =>
        Assert.StartsWith("/sign-in", (await (await _site.Visit()).Get(Changes)).Location?.PathAndQuery, StringComparison.Ordinal);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static Dictionary<string, string[]> Button(string page) => new()
    {
        ["__RequestVerificationToken"] = [Value(page[page.IndexOf("/kuuma-seutu/changes\">", StringComparison.Ordinal)..], "__RequestVerificationToken")],
        ["position"] = [Value(page, "position")],
    };

    private static string Value(string page, string name) =>
        Regex.Match(page, $"name=\"{name}\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["value"].Value;

    private static async Task<string> Plan(Visitor editor, string title)
    {
        var form = await editor.Form("/kuuma-seutu/2026/activities/new");
        form["title.fi"] = [title];
        form["time.kind"] = ["months"];
        form["time.firstMonth"] = ["2026-05"];
        var answer = await editor.Post("/kuuma-seutu/2026/activities/new", form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return answer.Location!.ToString().Split('#', '?')[0];
    }
}
