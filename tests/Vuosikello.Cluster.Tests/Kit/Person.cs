using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Vuosikello.Web.Tests.Live;

namespace Vuosikello.Cluster.Tests.Kit;

/// <summary>Somebody with a browser: one jar of cookies, whichever server answers. Redirects are followed only when asked for.</summary>
internal sealed partial class Person : IDisposable
{
    private readonly HttpClient _http;

    public Person(CookieContainer? cookies = null)
    {
        Cookies = cookies ?? new CookieContainer();
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies });
    }

    public CookieContainer Cookies { get; }

    /// <summary>Cookies know hosts and no ports, so whoever signed in at one server of a machine is known to the others.</summary>
    public static async Task<Person> SignIn(Uri server, string member)
    {
        var person = new Person();
        using var answer = await person.Post(server, "/sign-in/demo", ("member", member));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return person;
    }

    public Task<HttpResponseMessage> Get(Uri server, string path) => _http.GetAsync(new Uri(server, path), TestContext.Current.CancellationToken);

    public async Task<string> Page(Uri server, string path)
    {
        using var answer = await Get(server, path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} was answered with {answer.StatusCode}.");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Loads a page again until it has the text, for half a minute at most.</summary>
    public async Task ComesToSee(Uri server, string path, string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await Page(server, path)).Contains(text, StringComparison.Ordinal)) await Task.Delay(50, limit.Token);
    }

    public async Task<HttpResponseMessage> Post(Uri server, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await _http.PostAsync(new Uri(server, path), form, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a form of a page as it was loaded, with some fields filled in.</summary>
    public Task<HttpResponseMessage> Submit(Uri server, string path, string page, string action, params (string Name, string Value)[] fields)
    {
        string form = Forms().Matches(page).Select(m => m.Value).First(f => f.Contains($"action=\"{action}\"", StringComparison.Ordinal) || (path == action && !f.Contains(" action=", StringComparison.Ordinal)));
        var own = Hidden().Matches(form).Select(m => (m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)));
        return Post(server, action, [.. own.Where(o => fields.All(f => f.Name != o.Item1)), .. fields]);
    }

    /// <summary>Sends a command of the API.</summary>
    public async Task<HttpResponseMessage> Send(Uri server, HttpMethod method, string path, object body, Guid key, long? version = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(server, path)) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key.ToString());
        if (version is { } known) request.Headers.Add("If-Match", FormattableString.Invariant($"\"{known}\""));
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Plans an activity of KUUMA-seutu; how far the log is then.</summary>
    public async Task<long> Plan(Uri server, Guid id, string title, int year = 2009)
    {
        string day = FormattableString.Invariant($"{year}-05-04");
        using var answer = await Send(server, HttpMethod.Post, FormattableString.Invariant($"/api/partnerships/kuuma-seutu/years/{year}/activities"),
            new { id, title = new { fi = title }, time = new { kind = "days", first = day, last = day } }, id);
        return await Position(answer);
    }

    /// <summary>Gives an activity another title; how far the log is then.</summary>
    public async Task<long> Retitle(Uri server, Guid id, string title, long version)
    {
        using var answer = await Send(server, HttpMethod.Patch, $"/api/partnerships/kuuma-seutu/activities/{id}", new { title = new { fi = title } }, Guid.NewGuid(), version);
        return await Position(answer);
    }

    /// <summary>Has a page open: the hub lets this person in and sends what changes.</summary>
    public async Task<HubClient> Watch(Uri server, string key, long position)
    {
        var hub = await new HubClient { Cookies = Cookies }.Connect(server, "/hubs/board");
        Assert.True(await hub.IsLetIn("Join", key, "fi", position));
        return hub;
    }

    /// <summary>Waits for the patch that has a text in it.</summary>
    public static async Task<JsonElement> Patch(HubClient board, string text)
    {
        while (true)
        {
            var patch = (await board.Next("patch").WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken))[0];
            if (patch.GetRawText().Contains(text, StringComparison.Ordinal)) return patch;
        }
    }

    /// <summary>The position from which a page joins its live self.</summary>
    public static long PositionOf(string page) => long.Parse(LivePosition().Match(page).Groups["position"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<long> Position(HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"A command was answered with {answer.StatusCode}: {text}");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.GetProperty("position").GetInt64();
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<form .*?</form>", RegexOptions.Singleline, 2000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\"[^>]*? value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Hidden();

    [GeneratedRegex("data-position=\"(?<position>\\d+)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex LivePosition();
}
