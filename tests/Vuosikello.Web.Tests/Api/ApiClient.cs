using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Vuosikello.Web.Tests.Live;

namespace Vuosikello.Web.Tests.Api;

/// <summary>An answer of the API.</summary>
internal sealed record Answer(int Status, JsonElement Body, HttpResponseHeaders Headers, string? MediaType)
{
    public string Type => Body.GetProperty("type").GetString()!;
    public string Detail => Body.GetProperty("detail").GetString()!;
}

internal static class ApiClient
{
    public const string Year = "/api/partnerships/testiseutu/years/2026";
    public const string Forum = """{"title":{"fi":"Foorumi"},"time":{"kind":"exact","start":"2026-03-24T16:00:00","end":"2026-03-24T19:00:00","zone":"Europe/Helsinki"}}""";

    public static async Task<Answer> Ask(
        this LiveServer server, string method, string path, string? json = null, Guid? by = null, string? ifMatch = null, string? key = null,
        string language = "fi", string mediaType = "application/json", string? actingFor = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (by is { } member) request.Headers.Add("X-Member", member.ToString());
        if (actingFor is not null) request.Headers.Add("X-For", actingFor);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, mediaType);
        using var response = await server.Http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        var body = text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : default;
        return new Answer((int)response.StatusCode, body, response.Headers, response.Content.Headers.ContentType?.MediaType);
    }

    public static Task<Answer> Command(this LiveServer server, string method, string path, string? json = "{}", string? ifMatch = null, string? key = null, string language = "fi") =>
        server.Ask(method, path, json, LiveServer.Coordinator, ifMatch, key, language);
}
