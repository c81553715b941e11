using System.Net;
using System.Text.RegularExpressions;

namespace Vuosikello.Web.Tests.Agreements;

/// <summary>What agreements ask for is seen where the year is planned.</summary>
public sealed class Commitments_on_the_board(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_commitment_stands_in_the_boards_list_beside_its_activity_and_on_the_activitys_page()
    {
        var api = await ApiVisitor.SignIn(site);
        var activity = await api.Plan(2026, new { title = new { fi = "Tilailta" }, time = new { kind = "days", first = "2026-12-10", last = "2026-12-10" } });
        var scene = await new AgreementScene(site).Draft();
        await Commit(scene, "Julkaisee vapaat ajat", "2026-12-15", activity);
        var visitor = await site.Visit();
        string before = (await visitor.Get("/kuuma-seutu/2026")).Text;
        await InForce(scene);

        string board = (await visitor.Get("/kuuma-seutu/2026")).Text;
        string page = (await visitor.Get($"/kuuma-seutu/2026/activities/{activity}")).Text;
        string filtered = (await visitor.Get("/kuuma-seutu/2026?partner=tuusula")).Text;

        Assert.DoesNotContain("Julkaisee vapaat ajat", before, StringComparison.Ordinal);
        string entry = board[board.IndexOf($"id=\"a-{activity}\"", StringComparison.Ordinal)..];
        Assert.Contains("Sitoumus 15.12.", entry[..entry.IndexOf("board-commitments", StringComparison.Ordinal)], StringComparison.Ordinal);
        string list = board[board.IndexOf("id=\"commitments\"", StringComparison.Ordinal)..];
        Assert.Contains("<p class=\"due-when\">ti 15.12.</p>", list, StringComparison.Ordinal);
        Assert.Contains("<span>Keravan kaupunki</span></strong>: <span>Julkaisee vapaat ajat</span>", list, StringComparison.Ordinal);
        Assert.Contains($"href=\"{scene.Address}\"", list, StringComparison.Ordinal);
        Assert.Contains($"/activities/{activity}\"", list, StringComparison.Ordinal);
        Assert.Contains("Julkaisee vapaat ajat", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"c-", filtered, StringComparison.Ordinal);
        Assert.DoesNotContain("Julkaisee vapaat ajat", (await visitor.Get("/kuuma-seutu/2026?at=2026-11-01T12:00")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yearly_commitment_says_of_which_year_its_activity_is_and_is_not_due_again_at_it()
    {
        var api = await ApiVisitor.SignIn(site);
        await api.Draft(2027);
        var activity = await api.Plan(2026, new { title = new { fi = "Talkoopäivä" }, time = new { kind = "days", first = "2026-12-12", last = "2026-12-12" } });
        var scene = await new AgreementScene(site).Draft();
        await Commit(scene, "Kerää talkooväen", null, activity);
        await InForce(scene);
        var visitor = await site.Visit();

        string thisYear = Due((await visitor.Get("/kuuma-seutu/2026")).Text), nextYear = Due((await visitor.Get("/kuuma-seutu/2027")).Text);
        string page = (await visitor.Get($"/kuuma-seutu/2026/activities/{activity}")).Text;

        Assert.Matches("(?s)Liittyy:.*Talkoopäivä.*la 12.12.2026", thisYear);
        Assert.Matches("(?s)Muina vuosina liittyy:.*Talkoopäivä.*la 12.12.2026", nextYear);
        Assert.DoesNotContain(">Liittyy:", nextYear, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "class=\"due-commitment\"", RegexOptions.None, TimeSpan.FromSeconds(5)));

        static string Due(string board)
        {
            string list = board[board.IndexOf("Kerää talkooväen", board.IndexOf("id=\"commitments\"", StringComparison.Ordinal), StringComparison.Ordinal)..];
            return list[..list.IndexOf("</li>", StringComparison.Ordinal)];
        }
    }

    private async Task Commit(AgreementScene scene, string what, string? on, Guid activity)
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = Visitor.FormWith((await coordinator.Get($"{scene.Address}/edit")).Html, "data-form=\"commitment-new\"");
        (form["by"], form["what.fi"], form["activities"]) = (["kerava"], [what], [activity.ToString()]);
        if (on is not null) (form["due"], form["on"]) = (["once"], [on]);
        else (form["due"], form["day"], form["month"]) = (["yearly"], ["15"], ["12"]);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{scene.Address}/edit", form)).Status);
    }

    private static async Task InForce(AgreementScene scene)
    {
        await scene.Offer();
        await scene.Approve(Site.SignatoryOfTuusula, Site.SignatoryOfKerava);
        foreach (string signatory in (string[])[Site.SignatoryOfTuusula, Site.SignatoryOfKerava]) Assert.Equal(HttpStatusCode.SeeOther, (await scene.Sign(signatory)).Status);
    }
}
