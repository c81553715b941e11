using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Vuosikello.Server.Tests;

/// <summary>One client that plans activities and retitles them, and remembers what was acknowledged and what was under way when the server died.</summary>
internal sealed class Writer(int number, Random random)
{
    private readonly List<Planned> _planned = [];
    private Intent? _underWay;
    private int _count;

    public int Acknowledged { get; private set; }

    /// <summary>Writes until the server is gone; <paramref name="acknowledged"/> is told of each answer.</summary>
    /// <param name="mayRefuse">The server may say "try again" (503), which ends the writing too.</param>
    public async Task Write(HttpClient client, Action acknowledged, bool mayRefuse = false)
    {
        while (true)
        {
            var intent = _underWay ?? Next();
            _underWay = intent;
            try
            {
                using var answer = await Send(client, intent);
                if (mayRefuse && answer.StatusCode == HttpStatusCode.ServiceUnavailable) return;
                if (!answer.IsSuccessStatusCode)
                    Assert.Fail($"A command was answered with {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }
            catch (HttpRequestException)
            {
                return;
            }
            Note(intent);
            acknowledged();
        }
    }

    /// <summary>Sends what was under way at the kill again, with the same key: it happened or it did not, but it does not happen twice.</summary>
    public async Task SendAgain(HttpClient client)
    {
        if (_underWay is not { } intent) return;
        using var answer = await Send(client, intent);
        Assert.True(answer.IsSuccessStatusCode, $"The command sent again was answered with {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        Note(intent);
    }

    /// <summary>Checks that the server has just what was acknowledged: the last title, and each command's event once.</summary>
    public async Task Check(HttpClient client)
    {
        foreach (var planned in _planned)
        {
            var activity = await client.GetFromJsonAsync<JsonElement>($"/api/partnerships/kuuma-seutu/activities/{planned.Id}");
            Assert.Equal(planned.Titles[^1], activity.GetProperty("title").GetProperty("fi").GetString());
            var history = await client.GetFromJsonAsync<JsonElement[]>($"/api/partnerships/kuuma-seutu/activities/{planned.Id}/history");
            Assert.Equal(planned.Titles, history!.Select(TitleOf));
        }
    }

    private static string? TitleOf(JsonElement change)
    {
        var what = change.GetProperty("event");
        if (what.TryGetProperty("details", out var details)) what = details;
        return what.GetProperty("title").GetProperty("fi").GetString();
    }

    private Intent Next()
    {
        _count++;
        string title = $"Kirjoittaja {number.ToString(CultureInfo.InvariantCulture)}, kirjaus {_count.ToString(CultureInfo.InvariantCulture)} – äöå";
        var known = _planned.Count > 0 && random.Next(3) > 0 ? _planned[random.Next(_planned.Count)] : null;
        return new Intent(NewId(), known?.Id ?? NewId(), known, title);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, Intent intent)
    {
        var body = intent.Known is null
            ? (object)new { id = intent.Activity, title = new { fi = intent.Title }, time = new { kind = "days", first = "2009-05-04", last = "2009-05-05" } }
            : new { title = new { fi = intent.Title } };
        using var request = intent.Known is null
            ? new HttpRequestMessage(HttpMethod.Post, "/api/partnerships/kuuma-seutu/years/2009/activities")
            : new HttpRequestMessage(HttpMethod.Patch, $"/api/partnerships/kuuma-seutu/activities/{intent.Activity}");
        request.Content = JsonContent.Create(body);
        request.Headers.Add("Idempotency-Key", intent.Command.ToString());
        if (intent.Known is { } known) request.Headers.Add("If-Match", $"\"{(known.Titles.Count - 1).ToString(CultureInfo.InvariantCulture)}\"");
        return await client.SendAsync(request);
    }

    private void Note(Intent intent)
    {
        if (intent.Known is { } known) known.Titles.Add(intent.Title);
        else _planned.Add(new Planned(intent.Activity, [intent.Title]));
        _underWay = null;
        Acknowledged++;
    }

    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private sealed record Planned(Guid Id, List<string> Titles);

    private sealed record Intent(Guid Command, Guid Activity, Planned? Known, string Title);
}
