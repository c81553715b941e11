using System.Text;
using System.Text.Json;

namespace Vuosikello.Web.Tests.ActivityFiles;

public sealed class The_import_over_the_API(Site site) : IClassFixture<Site>
{
    private const string Import = "/api/partnerships/kuuma-seutu/years/2026/import";
    private const string File = "key;title;date;place\na1;Rajapintailta;2026-03-03;Hall\na2;Toinen ilta;2026-03-04;Hall\n";

    [Fact]
    public async Task A_file_is_seen_first_and_taken_then_and_twice_is_once()
    {
        var seen = await Send($"{Import}/preview?language=en", File);
        Assert.Equal(200, seen.Status);
        Assert.Equal(["Rajapintailta", "Toinen ilta"], seen.Body.GetProperty("new").EnumerateArray().Select(r => r.GetProperty("details").GetProperty("title").GetProperty("en").GetString()));

        string row = seen.Body.GetProperty("new")[0].GetProperty("row").GetString()!;
        Assert.Equal((1, 0), Counts(await Send($"{Import}?language=en&row={Uri.EscapeDataString(row)}", File)));
        Assert.Equal((1, 0), Counts(await Send($"{Import}?language=en", File)));
        Assert.Equal((0, 0), Counts(await Send($"{Import}?language=en", File)));
        Assert.Equal((0, 2), Counts(await Send($"{Import}?language=en", File.Replace("Hall", "Library", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task It_says_no_in_problem_details()
    {
        Assert.Equal((401, "urn:vuosikello:problem:not-signed-in"), Refusal(await Send(Import, File, member: null)));
        Assert.Equal((403, "urn:vuosikello:problem:not-allowed"), Refusal(await Send(Import, File, Site.SteeringGroup)));
        Assert.Equal(415, (await Send(Import, File, mediaType: "text/plain")).Status);
        Assert.Equal((415, "urn:vuosikello:problem:not-a-file"), Refusal(await Send(Import, File, mediaType: null)));
        Assert.Equal((422, "urn:vuosikello:problem:file-refused"), Refusal(await Send(Import, "%PDF-1.7")));
        Assert.Equal(404, (await Send(Import.Replace("2026", "1999", StringComparison.Ordinal), File)).Status);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_with_line_column_and_reason()
    {
        var seen = await Send($"{Import}/preview", "title;date\nx;31.2.2026\ny;3.3.2026\n");

        var wrong = Assert.Single(seen.Body.GetProperty("wrong").EnumerateArray());
        Assert.Equal((2, "date", "NoSuchDay"), (wrong.GetProperty("line").GetInt32(), wrong.GetProperty("column").GetString(), wrong.GetProperty("code").GetString()));
        Assert.Contains("31.2.2026", wrong.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static (int Added, int Changed) Counts((int Status, JsonElement Body) answer)
    {
        Assert.Equal(200, answer.Status);
        return (answer.Body.GetProperty("added").GetInt32(), answer.Body.GetProperty("changed").GetInt32());
    }

    private static (int Status, string? Type) Refusal((int Status, JsonElement Body) answer) => (answer.Status, answer.Body.GetProperty("type").GetString());

    private async Task<(int Status, JsonElement Body)> Send(string address, string file, string? member = Site.CoordinatorOfKuuma, string? mediaType = "text/csv")
    {
        var client = site.CreateClient(new() { AllowAutoRedirect = false });
        if (member is not null)
        {
            using var form = new FormUrlEncodedContent([new("member", member)]);
            using var signedIn = await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        }
        using var content = new StringContent(file, Encoding.UTF8, mediaType ?? "text/csv");
        if (mediaType is null) content.Headers.ContentType = null;
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }
}
