using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

/// <summary>Sets a scene in KUUMA-seutu through the API: what a test needs to be there before people come.</summary>
public static class Kuuma
{
    private static int _numbers;
    private static int _weeks;

    public static async Task<Guid> Plan(RunningServer server, string title, int year = 2009, string? description = null)
    {
        using var client = await server.Client(Members.KuumaCoordinator);
        return await Plan(client, title, year, description);
    }

    public static async Task<Guid> Plan(HttpClient client, string title, int year = 2009, string? description = null)
    {
        // A week of its own, as far as the year goes: too many in one week would share one mark in the wheel.
        int week = Interlocked.Increment(ref _weeks) % 50;
        string date = new DateOnly(year, 1, 5).AddDays(week * 7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var answer = await client.PostAsJsonAsync($"/api/partnerships/kuuma-seutu/years/{year}/activities", new
        {
            title = new { fi = title },
            description = new { fi = description },
            time = new { kind = "days", first = date, last = date },
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    public static async Task<JsonElement> Read(RunningServer server, Guid activity)
    {
        using var client = await server.Client();
        return await client.GetFromJsonAsync<JsonElement>($"/api/partnerships/kuuma-seutu/activities/{activity}");
    }

    /// <summary>A title that no other test has.</summary>
    public static string Title(string what) => $"{what} {Interlocked.Increment(ref _numbers).ToString(CultureInfo.InvariantCulture)}";

    public static string EditAddress(Guid activity, int year = 2009) => $"/kuuma-seutu/{year.ToString(CultureInfo.InvariantCulture)}/activities/{activity}/edit";
}
