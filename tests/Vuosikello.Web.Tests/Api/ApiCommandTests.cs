using Vuosikello.Web.Tests.Live;

namespace Vuosikello.Web.Tests.Api;

public sealed class ApiCommandTests
{
    [Fact]
    public async Task What_was_planned_is_there_at_once_as_it_was_sent()
    {
        await using var server = await LiveServer.Start();
        var planned = await server.Command("POST", $"{ApiClient.Year}/activities", ApiClient.Forum);
        Assert.Equal(201, planned.Status);

        var read = await server.Ask("GET", planned.Headers.Location!.ToString());
        Assert.Equal(200, read.Status);
        Assert.Equal(planned.Headers.ETag, read.Headers.ETag);
        Assert.Equal("""{"kind":"exact","start":"2026-03-24T16:00:00","end":"2026-03-24T19:00:00","zone":"Europe/Helsinki"}""", read.Body.GetProperty("time").GetRawText());
        Assert.Equal("proposed", read.Body.GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_same_key_twice_plans_one_activity()
    {
        await using var server = await LiveServer.Start();
        string body = ApiClient.Forum.Replace("{\"title\"", "{\"id\":\"6f9619ff-8b86-4d01-b42d-00cf4fc964ff\",\"title\"", StringComparison.Ordinal);
        string key = Guid.NewGuid().ToString();
        var first = await server.Command("POST", $"{ApiClient.Year}/activities", body, key: key);
        var second = await server.Command("POST", $"{ApiClient.Year}/activities", body, key: key);

        Assert.False(first.Body.GetProperty("repeated").GetBoolean());
        Assert.True(second.Body.GetProperty("repeated").GetBoolean());
        Assert.Equal(1, (await server.Ask("GET", ApiClient.Year)).Body.GetProperty("activities").GetArrayLength());
    }

    [Fact]
    public async Task Edits_of_different_fields_merge()
    {
        await using var server = await LiveServer.Start();
        string path = await Planned(server);
        await server.Command("PATCH", path, """{"title":{"fi":"Suuri foorumi"}}""", ifMatch: "\"0\"");
        var second = await server.Command("PATCH", path, """{"description":{"fi":"Kahvit"}}""", ifMatch: "\"0\"");

        Assert.Equal(200, second.Status);
        var read = (await server.Ask("GET", path)).Body;
        Assert.Equal("Suuri foorumi", read.GetProperty("title").GetProperty("fi").GetString());
        Assert.Equal("Kahvit", read.GetProperty("description").GetProperty("fi").GetString());
    }

    [Fact]
    public async Task Edits_of_one_field_clash_with_both_values_by_whom_and_when()
    {
        await using var server = await LiveServer.Start();
        string path = await Planned(server);
        await server.Command("PATCH", path, """{"title":{"fi":"Suuri foorumi"}}""", ifMatch: "\"0\"");

        var clash = await server.Command("PATCH", path, """{"title":{"fi":"Pieni foorumi"}}""", ifMatch: "\"0\"");

        Assert.Equal(409, clash.Status);
        Assert.Equal(1, clash.Body.GetProperty("version").GetInt64());
        var field = clash.Body.GetProperty("clashes")[0];
        Assert.Equal("title", field.GetProperty("field").GetString());
        Assert.Equal("Pieni foorumi", field.GetProperty("yours").GetProperty("fi").GetString());
        Assert.Equal("Suuri foorumi", field.GetProperty("theirs").GetProperty("fi").GetString());
        Assert.Equal("Koordinaattori", field.GetProperty("changed").GetProperty("name").GetString());
        Assert.EndsWith("Z", field.GetProperty("changed").GetProperty("at").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_empties_a_field_and_what_is_left_out_stays()
    {
        await using var server = await LiveServer.Start();
        string path = await Planned(server);
        await server.Command("PATCH", path, """{"venue":{"name":"Sali"}}""", ifMatch: "\"0\"");
        await server.Command("PATCH", path, """{"venue":null}""", ifMatch: "\"1\"");

        var read = (await server.Ask("GET", path)).Body;
        Assert.False(read.TryGetProperty("venue", out _));
        Assert.Equal("Foorumi", read.GetProperty("title").GetProperty("fi").GetString());
    }

    [Fact]
    public async Task An_activity_goes_its_way_and_back()
    {
        await using var server = await LiveServer.Start();
        string path = await Planned(server);
        foreach (var (step, body, status) in ((string, string, string)[])
        [
            ("confirm", "{}", "confirmed"), ("return-to-proposal", "{}", "proposed"), ("cancel", """{"reason":{"fi":"Myrsky"}}""", "cancelled"),
            ("reinstate", "{}", "proposed"), ("confirm", "{}", "confirmed"),
        ])
        {
            Assert.Equal(200, (await server.Command("POST", $"{path}/{step}", body)).Status);
            Assert.Equal(status, (await server.Ask("GET", path)).Body.GetProperty("status").GetString());
        }
    }

    [Fact]
    public async Task The_history_names_every_event_for_members()
    {
        await using var server = await LiveServer.Start();
        string path = await Planned(server);
        await server.Command("POST", $"{path}/confirm");

        var history = await server.Ask("GET", $"{path}/history", by: LiveServer.Coordinator);
        Assert.Equal(["activity-planned.v1", "activity-confirmed.v1"], history.Body.EnumerateArray().Select(c => c.GetProperty("type").GetString()));
        Assert.Equal(401, (await server.Ask("GET", $"{path}/history")).Status);
        Assert.Equal(403, (await server.Ask("GET", $"{path}/history", by: LiveServer.Outsider)).Status);
    }

    [Fact]
    public async Task The_public_reads_the_year_but_not_who_planned_it()
    {
        await using var server = await LiveServer.Start();
        await Planned(server);
        var seen = (await server.Ask("GET", ApiClient.Year)).Body.GetProperty("activities")[0].GetProperty("planned");
        var known = (await server.Ask("GET", ApiClient.Year, by: LiveServer.Coordinator)).Body.GetProperty("activities")[0].GetProperty("planned");
        Assert.False(seen.TryGetProperty("by", out _) || seen.TryGetProperty("name", out _));
        Assert.Equal(LiveServer.Coordinator, known.GetProperty("by").GetGuid());
    }

    [Fact]
    public async Task The_board_is_filtered_by_its_address()
    {
        await using var server = await LiveServer.Start();
        await server.Plan("Foorumi");
        await server.Plan("Työpaja");
        var found = (await server.Ask("GET", $"{ApiClient.Year}?q=paja")).Body.GetProperty("activities");
        Assert.Equal("Työpaja", Assert.Single(found.EnumerateArray()).GetProperty("title").GetProperty("fi").GetString());
    }

    [Fact]
    public async Task Areas_themes_and_partners_are_set_up()
    {
        await using var server = await LiveServer.Start();
        const string p = "/api/partnerships/testiseutu";
        Assert.Equal(200, (await server.Command("POST", $"{p}/areas", """{"id":"etela","name":{"fi":"Etelä"},"municipalities":["Tuusula"]}""")).Status);
        Assert.Equal(200, (await server.Command("POST", $"{p}/themes", """{"id":"tilat","name":{"fi":"Tilat"}}""")).Status);
        Assert.Equal(200, (await server.Command("PUT", $"{p}/themes/tilat/name", """{"fi":"Kokoontumistilat"}""")).Status);

        var read = (await server.Ask("GET", p)).Body;
        Assert.Equal("etela", read.GetProperty("areas")[0].GetProperty("id").GetString());
        Assert.Equal("Kokoontumistilat", read.GetProperty("themes")[0].GetProperty("name").GetProperty("fi").GetString());
    }

    private static async Task<string> Planned(LiveServer server) =>
        (await server.Command("POST", $"{ApiClient.Year}/activities", ApiClient.Forum)).Headers.Location!.ToString();
}
