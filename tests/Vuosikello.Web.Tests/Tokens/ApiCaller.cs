using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Tokens;
using Vuosikello.Domain;

namespace Vuosikello.Web.Tests.Tokens;

/// <summary>Another system that uses the API with a token.</summary>
internal sealed class ApiCaller(HttpClient client, string? token)
{
    public static async Task<(ApiCaller Caller, ApiToken Token, string Secret)> Make(
        Site site, string member, TokenReach reach, string? partner = null, string partnership = "kuuma-seutu")
    {
        var client = site.CreateClient(new() { AllowAutoRedirect = false });
        var store = site.Services.GetRequiredService<TokenStore>();
        var wanted = new WantedToken("Koe", new PartnershipId(partnership), partner is null ? null : new PartnerId(partner), reach, 30);
        var made = await store.Make(new MemberId(Guid.Parse(member)), wanted, TestContext.Current.CancellationToken);
        Assert.NotNull(made);
        return (new(client, made.Value.Secret), made.Value.Token, made.Value.Secret);
    }

    /// <summary>Asks, and tells the answer's status, headers and JSON.</summary>
    public async Task<(int Status, HttpResponseHeaders Headers, JsonElement Body)> Ask(string method, string address, object? body = null, Action<HttpRequestHeaders>? headers = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        headers?.Invoke(request.Headers);
        if (body is not null) request.Content = JsonContent.Create(body);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        bool json = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return ((int)answer.StatusCode, answer.Headers, json ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }
}
