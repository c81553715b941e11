using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Audit;

namespace Vuosikello.Web.Tests.SignIn;

/// <summary>A server that asks coordinators and administrators for a second step, and those of them who came with one.</summary>
public sealed class Where_coordinators_need_two_steps : IClassFixture<Where_coordinators_need_two_steps.Strict>
{
    private const string Kuuma = "/api/partnerships/kuuma-seutu", Contact = Kuuma + "/partners/tuusula/contacts/5d3a1c0e-0d4f-4f37-9a55-0e6a7d1a2b3c/person";
    private const string SecondStepNeeded = "urn:vuosikello:problem:second-step-needed";
    private readonly Site _site;

    public Where_coordinators_need_two_steps(Strict strict)
    {
        ArgumentNullException.ThrowIfNull(strict);
        _site = strict.Site;
    }

    public sealed class Strict : IAsyncDisposable
    {
        internal Site Site { get; } = new() { Also = builder => builder.UseSetting("Accounts:SecondStepFor", "coordinators") };

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }

    [Theory]
    [InlineData(Site.CoordinatorOfKuuma, "/kuuma-seutu/partners/new")]
    [InlineData(Site.CoordinatorOfKuuma, "/kuuma-seutu/partners/tuusula/edit")]
    [InlineData(Site.CoordinatorOfKuuma, "/kuuma-seutu/premises/new")]
    [InlineData(Site.CoordinatorOfKuuma, "/kuuma-seutu/2026/import")]
    [InlineData(Site.Administrator, "/administration")]
    [InlineData(Site.Administrator, "/administration/audit")]
    public async Task Their_forms_lead_to_where_the_step_is_set_up(string member, string form)
    {
        var answer = await (await _site.Visit(member)).Get(form);
        Assert.Equal((HttpStatusCode.SeeOther, "/account/second-step"), (answer.Status, answer.Location?.ToString()));
    }

    [Theory]
    [InlineData("PUT", Contact)]
    [InlineData("DELETE", Contact)]
    [InlineData("POST", Kuuma + "/partners/tuusula/confirm")]
    [InlineData("PUT", Kuuma + "/years/2026/emphasis")]
    public async Task What_they_may_as_such_is_refused_to_them_and_taken_down(string method, string address)
    {
        var coordinator = await ApiVisitor.SignIn(_site);
        var (status, problem) = await coordinator.Ask(method, address, new { name = "Esimerkki", fi = "Tilat" });

        Assert.Equal((403, SecondStepNeeded), (status, problem.GetProperty("type").GetString()));
        var noted = await _site.Services.GetRequiredService<AuditTrail>().Read(new([AuditKind.SecondStepMissing.Name], null, null, null), 100, TestContext.Current.CancellationToken);
        Assert.Contains(noted, row => row.By == Guid.Parse(Site.CoordinatorOfKuuma) && row.Partnership == "kuuma-seutu");
    }

    [Fact]
    public async Task A_file_of_activities_is_not_taken_from_them_either()
    {
        using var client = _site.CreateClient(new() { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent([new("member", Site.CoordinatorOfKuuma)]);
        using var signedIn = await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        using var file = new StringContent("key;title;date\nk1;Ilta;2026-03-03\n", Encoding.UTF8, "text/csv");
        using var answer = await client.PostAsync(new Uri(Kuuma + "/years/2026/import", UriKind.Relative), file, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Editors_write_the_card_and_the_activities_of_their_organisation_as_before()
    {
        var editor = await _site.Visit(Site.EditorOfTuusula);
        Assert.Equal(HttpStatusCode.OK, (await editor.Get("/kuuma-seutu/partners/tuusula/edit")).Status);
        Assert.Equal(HttpStatusCode.OK, (await editor.Get("/kuuma-seutu/2026/import")).Status);
    }
}
