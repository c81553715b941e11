using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Domain;

namespace Vuosikello.Web.Tests.Guests;

/// <summary>From the coordinator's page to a statement of an organisation without an account.</summary>
public sealed class Stating_by_a_guest_link : GuestLinkScene
{
    [Fact]
    public async Task Whoever_has_it_reads_the_text_writes_a_draft_and_sends_it_once_without_an_account()
    {
        string link = await Make();
        var guest = await Server.Visit();

        var opened = await guest.Get(link);
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Contains("Lausunnon antaa Nurmijärven kunta.", opened.Text, StringComparison.Ordinal);
        Assert.Contains("Viimeinen käyttäjä siistii pihan.", opened.Text, StringComparison.Ordinal);
        string[] clauses = Clauses(opened, link);
        Assert.Equal(3, clauses.Length);
        Assert.Equal(HttpStatusCode.SeeOther, (await Save(guest, clauses[0], "Against", "Piha on meidän.")).Status);
        Assert.Contains("Piha on meidän.", (await guest.Get(link)).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await Send(guest, link)).Status);
        var sent = await guest.Get(link);
        Assert.Contains("Lausunto on lähetetty 22.11.2026 klo 12.00.", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Piha on meidän.", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", sent.Html, StringComparison.Ordinal);
        Assert.Equal("Piha on meidän.", Assert.Single(Stated().Sent!.Stands).Text.In("fi"));
    }

    [Fact]
    public async Task The_history_says_by_guest_link_of_which_organisation_and_events_hold_no_person()
    {
        string link = await Make();
        var guest = await Server.Visit();
        await Save(guest, Clauses(await guest.Get(link), link)[0], "InFavour", "");
        await Send(guest, link);

        string history = (await (await Server.Visit(Site.CoordinatorOfKuuma)).Get("/kuuma-seutu/history")).Text;
        Assert.Contains("Joku vieraslinkillä (Nurmijärven kunta) lähetti lausunnon lausuntokierrokselle ”Kesäpiha: lausuntokierros”.", history, StringComparison.Ordinal);
        Assert.Contains("Koordinaattori, KUUMA-seutu loi vieraslinkin (Nurmijärven kunta)", history, StringComparison.Ordinal);
        Assert.DoesNotContain("vieraslinkin (Nurmijärven", (await (await Server.Visit()).Get("/kuuma-seutu/history")).Text, StringComparison.Ordinal);
        var stamp = Stated().Sent!.Stamp;
        Assert.Equal((new PartnerId("nurmijarvi"), Link().Guest), (stamp.For, stamp.By));
    }

    [Fact]
    public async Task Its_use_is_taken_down()
    {
        string link = await Make();
        var guest = await Server.Visit();
        await Save(guest, Clauses(await guest.Get(link), link)[0], "InFavour", "");
        await Send(guest, link);

        var used = (await (await ApiVisitor.SignIn(Server, Site.Administrator)).Get("/api/audit?kind=guest-link-used")).GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(["statement", "visit"], used.Select(e => e.GetProperty("what").GetString()).Order(StringComparer.Ordinal));
        Assert.All(used, entry => Assert.Equal("kuuma-seutu", entry.GetProperty("partnership").GetString()));
    }

    [Fact]
    public async Task Opening_it_changes_nothing_and_two_browsers_write_one_draft_and_neither_loses()
    {
        string link = await Make();
        long before = State().Version;
        var (one, other) = (await Server.Visit(), await Server.Visit(language: "en"));
        foreach (var scanner in new[] { one, other }) Assert.Equal(HttpStatusCode.OK, (await scanner.Get(link)).Status);
        string clause = Clauses(await one.Get(link), link)[0];
        var old = await other.Form(clause);
        Assert.Equal(before, State().Version);

        await Save(one, clause, "InFavour", "Ensimmäinen sana.");
        (old["stance"], old["text"], old["do"]) = (["Against"], ["Another word."], ["list"]);
        var clashed = await other.Post(clause, old);

        Assert.Equal(HttpStatusCode.Conflict, clashed.Status);
        Assert.Contains("Ensimmäinen sana.", clashed.Text, StringComparison.Ordinal);
        Assert.Contains(">Another word.</textarea>", clashed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_click_sends_nothing_twice_and_a_new_link_replaces_what_was_sent()
    {
        string link = await Make();
        var guest = await Server.Visit();
        string clause = Clauses(await guest.Get(link), link)[0];
        await Save(guest, clause, "InFavour", "");
        var form = Visitor.FormWith((await guest.Get(link)).Html, "name=\"version\"");

        Assert.Equal(HttpStatusCode.SeeOther, (await guest.Post(link, form)).Status);
        var again = await guest.Post(link, form);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("Lausunto on lähetetty", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, Stated().Sent!.Times);

        string second = await Make(invite: false);
        string own = clause.Replace(link, second, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Save(guest, own, "Against", "Sittenkään ei.")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(guest, second)).Status);
        Assert.Equal(2, Stated().Sent!.Times);
        var first = await guest.Get(link);
        Assert.Contains("on sen jälkeen korvattu uudella", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sittenkään ei.", first.Text, StringComparison.Ordinal);
    }
}
