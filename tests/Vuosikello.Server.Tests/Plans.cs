using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Vuosikello.Server.Tests;

/// <summary>Planning over the API, and looking at what came of it.</summary>
internal static class Plans
{
    /// <summary>Plans an activity of KUUMA-seutu on one day.</summary>
    /// <param name="key">The command's id; a new one without.</param>
    public static async Task<HttpResponseMessage> Plan(HttpClient client, int year, string title, Guid? key = null, string language = "fi", string? description = null)
    {
        string day = $"{year.ToString(CultureInfo.InvariantCulture)}-05-04";
        var id = key ?? Guid.NewGuid();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/partnerships/kuuma-seutu/years/{year.ToString(CultureInfo.InvariantCulture)}/activities")
        {
            Content = JsonContent.Create(new { id, title = new { fi = title }, description = new { fi = description }, time = new { kind = "days", first = day, last = day } }),
        };
        request.Headers.Add("Idempotency-Key", id.ToString());
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The Finnish titles of a year's activities.</summary>
    public static async Task<List<string>> Titles(HttpClient client, int year)
    {
        var board = await client.GetFromJsonAsync<JsonElement>($"/api/partnerships/kuuma-seutu/years/{year.ToString(CultureInfo.InvariantCulture)}", TestContext.Current.CancellationToken);
        return [.. board.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("title").GetProperty("fi").GetString()!)];
    }
}
