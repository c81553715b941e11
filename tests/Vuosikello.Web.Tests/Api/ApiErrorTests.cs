using Vuosikello.Web.Tests.Live;

namespace Vuosikello.Web.Tests.Api;

public sealed class ApiErrorTests
{
    private const string Activities = $"{ApiClient.Year}/activities";

    private static void IsProblem(Answer answer, int status, string? type = null)
    {
        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.MediaType));
        if (type is not null) Assert.Equal($"urn:vuosikello:problem:{type}", answer.Type);
    }

    [Fact]
    public async Task Nobody_commands_without_signing_in()
    {
        await using var server = await LiveServer.Start();
        IsProblem(await server.Ask("POST", Activities, ApiClient.Forum), 401, "not-signed-in");
    }

    [Fact]
    public async Task A_stranger_may_not_plan()
    {
        await using var server = await LiveServer.Start();
        IsProblem(await server.Ask("POST", Activities, ApiClient.Forum, by: LiveServer.Outsider), 403);
    }

    [Fact]
    public async Task What_is_not_there_is_said_to_be_so()
    {
        await using var server = await LiveServer.Start();
        IsProblem(await server.Ask("GET", "/api/partnerships/ei-ole"), 404, "not-found");
        IsProblem(await server.Ask("GET", "/api/partnerships/testiseutu/years/1999"), 404, "not-found");
        IsProblem(await server.Ask("GET", $"/api/partnerships/testiseutu/activities/{Guid.NewGuid()}"), 404, "not-found");
        IsProblem(await server.Ask("GET", "/api/ei/tallaista"), 404);
        IsProblem(await server.Command("POST", $"/api/partnerships/testiseutu/activities/{Guid.NewGuid()}/confirm"), 404);
    }

    [Fact]
    public async Task Broken_JSON_is_told_by_its_place()
    {
        await using var server = await LiveServer.Start();
        var answer = await server.Command("POST", Activities, "{\n  \"title\": oops }");
        IsProblem(answer, 400, "malformed-json");
        Assert.Equal((2, 12), (answer.Body.GetProperty("line").GetInt32(), answer.Body.GetProperty("column").GetInt32()));
    }

    [Theory]
    [InlineData("""{"title":{"fi":"Foorumi"}}""")]
    [InlineData("""{"title":{"fi":"Foorumi"},"time":{"kind":"exact","start":"huomenna","end":"2026-03-24T19:00:00","zone":"Europe/Helsinki"}}""")]
    [InlineData("""{"title":{"fi":"Foorumi"},"time":{"kind":"days","first":"2026-02-30","last":"2026-03-01"}}""")]
    [InlineData("""{"titel":{"fi":"Foorumi"}}""")]
    [InlineData("""null""")]
    [InlineData("""[]""")]
    [InlineData("")]
    public async Task JSON_that_is_no_activity_is_refused_before_it_is_a_command(string json)
    {
        await using var server = await LiveServer.Start();
        IsProblem(await server.Command("POST", Activities, json), 400, "malformed-json");
    }

    [Fact]
    public async Task An_unknown_field_of_an_edit_is_told_by_its_path()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        var answer = await server.Command("PATCH", $"/api/partnerships/testiseutu/activities/{id}", """{"colour":"red"}""", ifMatch: "\"0\"");
        IsProblem(answer, 400, "malformed-json");
        Assert.Equal("$.colour", answer.Body.GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_form_of_another_site_is_no_command()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        IsProblem(await server.Ask("POST", $"/api/partnerships/testiseutu/activities/{id}/confirm", "", LiveServer.Coordinator, mediaType: "text/plain"), 415, "not-json");
        IsProblem(await server.Ask("POST", Activities, ApiClient.Forum, LiveServer.Coordinator, mediaType: "text/plain"), 415);
    }

    [Fact]
    public async Task An_edit_says_what_it_is_based_on()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        string path = $"/api/partnerships/testiseutu/activities/{id}";
        IsProblem(await server.Command("PATCH", path, """{"title":{"fi":"Toinen"}}"""), 428, "if-match-missing");
        IsProblem(await server.Command("PATCH", path, """{"title":{"fi":"Toinen"}}""", ifMatch: "\"eilinen\""), 400, "header-malformed");
        IsProblem(await server.Command("POST", $"{path}/confirm", key: "not a uuid"), 400, "header-malformed");
    }

    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task A_refusal_names_the_field_the_code_and_the_reason(string language)
    {
        await using var server = await LiveServer.Start();
        var answer = await server.Command("POST", Activities, """{"title":{"fi":"Foorumi"},"time":{"kind":"days","first":"2026-03-24","last":"2026-03-23"}}""", language: language);
        IsProblem(answer, 422, "refused");
        var error = answer.Body.GetProperty("errors")[0];
        Assert.Equal(("time", "end-before-start"), (error.GetProperty("field").GetString(), error.GetProperty("code").GetString()));
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Equal(
            language switch { "sv" => "Det här går inte att göra så.", "en" => "This cannot be done like this.", _ => "Tätä ei voi tehdä näin." },
            answer.Detail[..(answer.Detail.IndexOf('.', StringComparison.Ordinal) + 1)]);
    }
}
