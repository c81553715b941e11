using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Web.Tests.Rounds;

namespace Vuosikello.Web.Tests.Guests;

/// <summary>From the coordinator's page to a statement of an organisation without an account: Nurmijärvi has none in the demo.</summary>
public sealed partial class Stating_by_a_guest_link : IAsyncDisposable
{
    private const string Round = "/kuuma-seutu/rounds/kesapiha";
    private const string Reader = "0c5a3f10-7a51-4d0b-8a61-000000000012";
    private readonly Site _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Whoever_has_it_reads_the_text_writes_a_draft_and_sends_it_once_without_an_account()
    {
        string link = await Make();
        var guest = await _site.Visit();

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
        var guest = await _site.Visit();
        await Save(guest, Clauses(await guest.Get(link), link)[0], "InFavour", "");
        await Send(guest, link);

        string history = (await (await _site.Visit(Site.CoordinatorOfKuuma)).Get("/kuuma-seutu/history")).Text;
        Assert.Contains("Joku vieraslinkillä (Nurmijärven kunta) lähetti lausunnon lausuntokierrokselle ”Kesäpiha: lausuntokierros”.", history, StringComparison.Ordinal);
        Assert.Contains("Koordinaattori, KUUMA-seutu loi vieraslinkin (Nurmijärven kunta)", history, StringComparison.Ordinal);
        Assert.DoesNotContain("vieraslinkin (Nurmijärven", (await (await _site.Visit()).Get("/kuuma-seutu/history")).Text, StringComparison.Ordinal);
        var stamp = Stated().Sent!.Stamp;
        Assert.Equal((new PartnerId("nurmijarvi"), Link().Guest), (stamp.For, stamp.By));
    }

    [Fact]
    public async Task Its_use_is_taken_down()
    {
        string link = await Make();
        var guest = await _site.Visit();
        await Save(guest, Clauses(await guest.Get(link), link)[0], "InFavour", "");
        await Send(guest, link);

        var used = (await (await ApiVisitor.SignIn(_site, Site.Administrator)).Get("/api/audit?kind=guest-link-used")).GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(["statement", "visit"], used.Select(e => e.GetProperty("what").GetString()).Order(StringComparer.Ordinal));
        Assert.All(used, entry => Assert.Equal("kuuma-seutu", entry.GetProperty("partnership").GetString()));
    }

    [Fact]
    public async Task Opening_it_changes_nothing_and_two_browsers_write_one_draft_and_neither_loses()
    {
        string link = await Make();
        long before = State().Version;
        var (one, other) = (await _site.Visit(), await _site.Visit(language: "en"));
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
        var guest = await _site.Visit();
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

    [Fact]
    public async Task One_that_was_taken_back_or_never_was_tells_nothing_of_the_round()
    {
        string link = await Make();
        var guest = await _site.Visit();
        string clause = Clauses(await guest.Get(link), link)[0];
        var form = await guest.Form(clause);
        form["text"] = ["Liian myöhään."];
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{Round}/guest-links/revoke", await coordinator.Form(Round, $"action=\"{Round}/guest-links/revoke\""))).Status);
        Assert.Contains("Peruttu.", (await coordinator.Get(Round)).Text, StringComparison.Ordinal);

        foreach (string gone in new[] { link, clause, $"{Round}/guest/{new string('x', 43)}", $"/kuuma-seutu/rounds/ei-ole/guest/{new string('x', 43)}", $"/ei-ole/rounds/ei-ole/guest/x" })
        {
            var answer = await guest.Get(gone);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Contains("Tällaista linkkiä ei ole, tai se on peruttu.", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Kesäpiha", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("KUUMA", answer.Text, StringComparison.Ordinal);
        }
        var late = await guest.Post(clause, form);
        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        Assert.Contains(">Liian myöhään.</textarea>", late.Text, StringComparison.Ordinal);
        Assert.Null(State().StatementOf(new("nurmijarvi")));
    }

    [Fact]
    public async Task After_the_closing_it_takes_nothing_and_shows_what_was_typed()
    {
        string link = await Make();
        var guest = await _site.Visit();
        string clause = Clauses(await guest.Get(link), link)[0];
        var form = await guest.Form(clause);
        (form["stance"], form["text"], form["do"]) = (["InFavour"], ["Juuri ja juuri."], ["list"]);

        _site.Clock.Now = State().Plan.Closes;
        var late = await guest.Post(clause, form);

        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Contains("Kierros sulkeutui", late.Text, StringComparison.Ordinal);
        Assert.Contains(">Juuri ja juuri.</textarea>", late.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await guest.Get(link)).Status);
        Assert.DoesNotContain("Viimeinen käyttäjä siistii pihan.", (await guest.Get(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_with_people_of_its_own_states_through_them_alone()
    {
        string link = await Make();
        var guest = await _site.Visit();
        string clause = Clauses(await guest.Get(link), link)[0];
        await Save(guest, clause, "InFavour", "Vieraan luonnos.");
        var api = await ApiVisitor.SignIn(_site);
        Assert.Equal(200, (await api.Ask("POST", $"/api/partnerships/kuuma-seutu/members/{Reader}/roles", new { role = "editor", partner = "nurmijarvi" })).Status);

        var answer = await guest.Get(link);
        Assert.Equal(HttpStatusCode.Gone, answer.Status);
        Assert.Contains("Nurmijärven kunta antaa lausuntonsa nyt omien kirjoittajiensa tunnuksilla", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vieraan luonnos.", answer.Text, StringComparison.Ordinal);
        var editor = await _site.Visit(Reader);
        Assert.Contains("Vieraan luonnos.", (await editor.Get($"{Round}/statement")).Text, StringComparison.Ordinal);
        Assert.Equal(422, (await api.Ask("POST", "/api/partnerships/kuuma-seutu/rounds/kesapiha/guest-links", new { partner = "nurmijarvi" })).Status);
    }

    [Fact]
    public async Task It_opens_nothing_else_and_its_drafts_are_read_by_nobody_else()
    {
        string link = await Make();
        var guest = await _site.Visit();
        string clause = Clauses(await guest.Get(link), link)[0];
        await Save(guest, clause, "Against", "Vain meille.");

        foreach (string elsewhere in new[] { "/kuuma-seutu/rounds", Round, $"{Round}/statement", $"{Round}/answers" })
            Assert.NotEqual(HttpStatusCode.OK, (await guest.Get(elsewhere)).Status);
        Assert.DoesNotContain("/kuuma-seutu/rounds/kesapiha\"", (await guest.Get(link)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("partnership-nav", (await guest.Get(link)).Html, StringComparison.Ordinal);
        foreach (string member in new[] { Site.CoordinatorOfKuuma, Site.EditorOfTuusula, Reader })
            foreach (string page in new[] { Round, $"{Round}/statement", $"{Round}/answers", "/kuuma-seutu/history" })
                Assert.DoesNotContain("Vain meille.", (await (await _site.Visit(member)).Get(page)).Text, StringComparison.Ordinal);
        var api = await ApiVisitor.SignIn(_site, null);
        Assert.Equal(401, (await api.Ask("GET", "/api/partnerships/kuuma-seutu/rounds/kesapiha/guest-links")).Status);
    }

    [Fact]
    public async Task Only_the_coordinator_makes_one_and_its_address_is_told_once()
    {
        var editor = await ApiVisitor.SignIn(_site, Site.EditorOfTuusula);
        Assert.Equal(403, (await editor.Ask("POST", "/api/partnerships/kuuma-seutu/rounds/kesapiha/guest-links", new { partner = "nurmijarvi" })).Status);
        Assert.Equal(403, (await editor.Ask("GET", "/api/partnerships/kuuma-seutu/rounds/kesapiha/guest-links")).Status);
        Assert.DoesNotContain("Vieraslinkit", (await (await _site.Visit(Site.EditorOfTuusula)).Get(Round)).Text, StringComparison.Ordinal);

        var coordinator = await ApiVisitor.SignIn(_site);
        await coordinator.Ask("POST", "/api/partnerships/kuuma-seutu/rounds/kesapiha/invite", new { partners = new[] { "nurmijarvi" } });
        string key = Guid.NewGuid().ToString();
        var (status, made) = await coordinator.Ask("POST", "/api/partnerships/kuuma-seutu/rounds/kesapiha/guest-links", new { partner = "nurmijarvi" }, key);
        Assert.Equal(201, status);
        Assert.Matches($"{Round}/guest/[A-Za-z0-9_-]{{43}}$", made.GetProperty("address").GetString());
        var again = (await coordinator.Ask("POST", "/api/partnerships/kuuma-seutu/rounds/kesapiha/guest-links", new { partner = "nurmijarvi" }, key)).Body;
        Assert.False(again.TryGetProperty("address", out var address) && address.ValueKind == JsonValueKind.String);
        Assert.Single((await coordinator.Get("/api/partnerships/kuuma-seutu/rounds/kesapiha/guest-links")).EnumerateArray());
    }

    private CommentRound State() => _site.Services.GetRequiredService<IRoundViews>().Find(new(new("kuuma-seutu"), "kesapiha"))!.State;

    private Statement Stated() => State().StatementOf(new("nurmijarvi"))!;

    private GuestLink Link() => Assert.Single(State().GuestLinks);

    private async Task<string> Make(bool invite = true)
    {
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);
        await _site.UntilRound(Round, state => state.Phase == RoundPhase.Open);
        if (invite)
        {
            var api = await ApiVisitor.SignIn(_site);
            Assert.Equal(200, (await api.Ask("POST", "/api/partnerships/kuuma-seutu/rounds/kesapiha/invite", new { partners = new[] { "nurmijarvi" } })).Status);
        }
        var form = await coordinator.Form(Round, $"action=\"{Round}/guest-links\"");
        form["partner"] = ["nurmijarvi"];
        var made = await coordinator.Post($"{Round}/guest-links", form);
        Assert.Equal(HttpStatusCode.OK, made.Status);
        return new Uri(Assert.Single(Links().Matches(made.Text)).Value).AbsolutePath;
    }

    private static string[] Clauses(Answer page, string link) =>
        [.. Regex.Matches(page.Html, Regex.Escape(link) + "\\?clause=[0-9a-f-]{36}", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => m.Value).Distinct()];

    private static async Task<Answer> Save(Visitor guest, string clause, string stance, string text)
    {
        var form = await guest.Form(clause);
        (form["stance"], form["text"], form["do"]) = ([stance], [text], ["list"]);
        return await guest.Post(clause, form);
    }

    private static async Task<Answer> Send(Visitor guest, string link) => await guest.Post(link, await guest.Form(link, "name=\"version\""));

    [GeneratedRegex("(?<=>)https?://[^<\"\\s]+/guest/[A-Za-z0-9_-]{43}(?=<)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Links();
}
