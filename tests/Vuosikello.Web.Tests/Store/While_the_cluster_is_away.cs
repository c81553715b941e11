using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Projections;

namespace Vuosikello.Web.Tests.Store;

/// <summary>What people meet while the event store's cluster is away, and how all goes on when it is back.</summary>
[Collection(OnACluster.Name)]
public sealed class While_the_cluster_is_away(ClusterSite cluster) : IAsyncLifetime
{
    private const string Year = "/kuuma-seutu/2026";
    private const string Notice = "Palvelua voi toistaiseksi vain lukea.";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await cluster.ComesBack();

    [Theory]
    [InlineData("fi", Notice)]
    [InlineData("sv", "Tjänsten går tills vidare bara att läsa.")]
    [InlineData("en", "Read only for now.")]
    public async Task Every_page_that_is_read_says_so_in_the_readers_language(string language, string said)
    {
        var reader = await cluster.Site.Visit(language: language);
        Assert.DoesNotContain($"\">{said}", (await reader.Get(Year)).Text, StringComparison.Ordinal);

        await cluster.GoesAway();
        foreach (string address in new[] { "/", Year, "/kuuma-seutu/agreements", "/kuuma-seutu/rules", "/sign-in" })
        {
            var page = await reader.Get(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains($"<p class=\"ds-alert\" data-color=\"warning\">{said}", page.Text, StringComparison.Ordinal);
        }

        await cluster.ComesBack();
        Assert.DoesNotContain($"\">{said}", (await reader.Get(Year)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_comes_back_with_all_that_was_typed_and_is_saved_once_when_it_is_sent_again()
    {
        var editor = await cluster.Site.Visit(Site.CoordinatorOfKuuma);
        var form = await editor.Form($"{Year}/activities/new");
        form["title.fi"] = ["Ilta ilman yhteyttä"];
        (form["time.startDay"], form["time.startClock"], form["time.endClock"]) = (["2026-05-05"], ["16:00"], ["18:00"]);

        await cluster.GoesAway();
        var refused = await editor.Post($"{Year}/activities/new", form);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("Muutosta ei voitu nyt tallentaa", refused.Text, StringComparison.Ordinal);
        var kept = Visitor.FormOf(refused.Html);
        Assert.Equal(form["title.fi"], kept["title.fi"]);
        Assert.Equal(form["command"], kept["command"]);

        await cluster.ComesBack();
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post($"{Year}/activities/new", kept)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post($"{Year}/activities/new", kept)).Status);
        Assert.Equal(2, (await editor.Get(Year)).Text.Split($"<span>{form["title.fi"][0]}</span>").Length);
    }

    [Fact]
    public async Task An_edit_that_needs_to_know_what_its_form_had_shown_loses_nothing_either()
    {
        var editor = await cluster.Site.Visit(Site.CoordinatorOfKuuma);
        string activity = await Planned("Muokattava retki");
        var form = await editor.Form($"{activity}/edit");
        await Saved(editor, activity, "Välissä muutettu retki");
        form["description.fi"] = ["Eväät mukaan."];

        await cluster.GoesAway();
        var refused = await editor.Post($"{activity}/edit", form);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        var kept = Visitor.FormOf(refused.Html);
        Assert.Equal(["Eväät mukaan."], kept["description.fi"]);
        Assert.Equal(form["version"], kept["version"]);

        await cluster.ComesBack();
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post($"{activity}/edit", kept)).Status);
        string page = (await editor.Get(activity)).Text;
        Assert.Contains("Välissä muutettu retki", page, StringComparison.Ordinal);
        Assert.Contains("Eväät mukaan.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_whose_page_needs_the_log_is_kept_whole_and_can_be_sent_again()
    {
        var editor = await cluster.Site.Visit(Site.CoordinatorOfKuuma);
        string activity = await Planned("Peruttava retki");
        await Saved(editor, activity, "Perutaanko retki");
        var undo = await editor.Form(activity, "/undo");

        await cluster.GoesAway();
        var refused = await editor.Post($"{activity}/undo", undo);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("on tallessa tällä sivulla", refused.Text, StringComparison.Ordinal);
        var kept = Visitor.FormWith(refused.Html, "name=\"version\"");
        Assert.Equal(undo.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value[0])), kept.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value[0])));

        await cluster.ComesBack();
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post($"{activity}/undo", kept)).Status);
    }

    [Fact]
    public async Task What_is_no_command_is_not_repeated_on_a_page_and_no_cache_keeps_what_is()
    {
        using var client = cluster.Site.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using var signIn = new FormUrlEncodedContent([new("member", Site.CoordinatorOfKuuma)]);
        (await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), signIn, TestContext.Current.CancellationToken)).Dispose();
        string activity = await Planned("Salainen retki");
        await Saved(await cluster.Site.Visit(Site.CoordinatorOfKuuma), activity, "Salainen matka");
        var undo = Visitor.FormWith(await client.GetStringAsync(new Uri(activity, UriKind.Relative), TestContext.Current.CancellationToken), "/undo");
        undo["code"] = ["4711 0815"];

        await cluster.GoesAway();

        Assert.Contains("value=\"4711 0815\"", await Sent(undo), StringComparison.Ordinal);
        undo.Remove("command");
        string page = await Sent(undo);
        Assert.DoesNotContain("4711", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"version\"", page, StringComparison.Ordinal);

        async Task<string> Sent(Dictionary<string, string[]> form)
        {
            using var fields = new FormUrlEncodedContent(form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value))));
            using var answer = await client.PostAsync(new Uri($"{activity}/undo", UriKind.Relative), fields, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl?.NoStore);
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("/kuuma-seutu/history")]
    [InlineData("/kuuma-seutu/2026?at=2020-01-01")]
    [InlineData("/kuuma-seutu/history?kind=Partnership")]
    [InlineData("/kuuma-seutu/agreements/poissa/export.json")]
    [InlineData("/kuuma-seutu/rules/export.json")]
    public async Task What_only_the_log_tells_is_said_to_be_away_at_once(string address)
    {
        var member = await cluster.Site.Visit(Site.CoordinatorOfKuuma);
        await DraftOfAgreement();
        await cluster.GoesAway();

        var page = await member.Get(address);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("Tätä ei voi näyttää juuri nyt", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activitys_page_is_there_without_the_list_of_its_changes()
    {
        string activity = await Planned("Luettava retki");
        var member = await cluster.Site.Visit(Site.CoordinatorOfKuuma);
        await cluster.GoesAway();

        var page = await member.Get(activity);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Muutoshistoriaa ei voi näyttää juuri nyt", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_problem_details_and_are_told_when_to_come_back()
    {
        using var client = cluster.Site.CreateClient();
        using var form = new FormUrlEncodedContent([new("member", Site.CoordinatorOfKuuma)]);
        (await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken)).Dispose();
        await DraftOfAgreement();
        await cluster.GoesAway();

        await Says(await client.PutAsync(new Uri("/api/partnerships/kuuma-seutu/years/2031", UriKind.Relative), JsonContent.Create(new { }), TestContext.Current.CancellationToken), "read-only-for-now");
        foreach (string address in new[] { "history", "agreements/poissa/export", "rules/export" })
            await Says(await client.GetAsync(new Uri($"/api/partnerships/kuuma-seutu/{address}", UriKind.Relative), TestContext.Current.CancellationToken), "log-away");

        static async Task Says(HttpResponseMessage answer, string type)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal("5", answer.Headers.RetryAfter?.ToString());
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.Equal($"urn:vuosikello:problem:{type}", problem.GetProperty("type").GetString());
            answer.Dispose();
        }
    }

    /// <summary>An agreement, of which only the log has the proof. The second draft of the same is refused, which is as well.</summary>
    private async Task DraftOfAgreement()
    {
        await using var scope = cluster.Site.Services.CreateAsyncScope();
        var draft = new DraftAgreement(new(new("kuuma-seutu"), "poissa"), new AgreementContent(
            AgreementKind.Partnership, null, new LocalText("Tilat"), [new("kerava"), new("tuusula")], new AgreementTerm(new LocalDate(2027, 1, 1)), new NoticePeriod(3, NoticeUnit.Months), null, [], [], [], []));
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new Send<DraftAgreement>(draft, new Stamp(new CommandId(Guid.NewGuid()), SystemMember.Id, null, Site.Today)), TestContext.Current.CancellationToken);
        if (outcome is Outcome.Done done) await cluster.Site.Services.GetRequiredService<IViews>().WaitFor(done.Position, TestContext.Current.CancellationToken);
    }

    private async Task<string> Planned(string title)
    {
        var api = await ApiVisitor.SignIn(cluster.Site);
        return $"{Year}/activities/{await api.Plan(2026, new { title = new { fi = title }, time = new { kind = "days", first = "2026-08-03", last = "2026-08-04" } })}";
    }

    private static async Task Saved(Visitor editor, string activity, string title)
    {
        var form = await editor.Form($"{activity}/edit");
        form["title.fi"] = [title];
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post($"{activity}/edit", form)).Status);
    }
}
