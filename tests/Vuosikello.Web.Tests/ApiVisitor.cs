using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Vuosikello.Web.Tests;

/// <summary>Somebody over the API of the whole server, and what comes of it in every way to look at it.</summary>
internal sealed class ApiVisitor(HttpClient client)
{
    /// <summary>Signs in, as KUUMA-seutu's coordinator unless it is somebody else; null is nobody.</summary>
    public static async Task<ApiVisitor> SignIn(Site site, string? member = Site.CoordinatorOfKuuma)
    {
        var client = site.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Accept-Language", "fi");
        if (member is null) return new(client);
        using var form = new FormUrlEncodedContent([new("member", member)]);
        using var answer = await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        return new(client);
    }

    /// <summary>Asks, and tells the status with the JSON of the answer.</summary>
    public async Task<(int Status, JsonElement Body)> Ask(string method, string address, object? body = null, string? key = null, long? version = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (version is { } based) request.Headers.TryAddWithoutValidation("If-Match", $"\"{based}\"");
        if (body is not null) request.Content = JsonContent.Create(body);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }

    /// <summary>What there is at an address.</summary>
    public async Task<JsonElement> Get(string address)
    {
        var (status, body) = await Ask("GET", address);
        Assert.True(status == 200, $"{address} was answered with {status}: {body}");
        return body;
    }

    /// <summary>Makes the year unless it is there.</summary>
    public async Task Draft(int year)
    {
        using var answer = await client.PutAsync(new Uri(FormattableString.Invariant($"/api/partnerships/kuuma-seutu/years/{year}"), UriKind.Relative), JsonContent.Create(new { }), TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode is 200 or 422, $"Drafting {year} was answered with {answer.StatusCode}.");
    }

    /// <summary>Plans an activity and tells its id.</summary>
    public async Task<Guid> Plan(int year, object activity)
    {
        using var answer = await Send(year, activity, "fi");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    /// <summary>The reasons why an activity is not planned, in a language.</summary>
    public async Task<List<(string Code, string Message)>> Refusal(int year, object activity, string language)
    {
        using var answer = await Send(year, activity, language);
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return [.. problem.GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("code").GetString()!, e.GetProperty("message").GetString()!))];
    }

    public Task<string> Text(string address) => client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<byte[]> Bytes(string address) => client.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<HttpResponseMessage> Send(int year, object activity, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, FormattableString.Invariant($"/api/partnerships/kuuma-seutu/years/{year}/activities"))
        {
            Content = new StringContent(JsonSerializer.Serialize(activity), Encoding.UTF8, "application/json"),
        };
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
