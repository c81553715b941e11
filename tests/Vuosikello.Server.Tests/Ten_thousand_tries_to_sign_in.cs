using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>Codes tried as fast as one can through HTTP, from one network: limits hold, memory does not grow with the tries, others sign in meanwhile.</summary>
public sealed class Ten_thousand_tries_to_sign_in
{
    /// <summary>So many requests a minute one network gets through, and at the beginning; see <c>TriesPolicy</c>.</summary>
    private const int AMinute = 120;

    private const long Growth = 200L * 1024 * 1024;

    private static readonly int Tries = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 10_000 : 1_500;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shut_out_who_tries_and_nobody_else()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Start(folder.Path);
        using var attacker = await From(server, "192.0.2.7");
        string token = await Token(attacker, "/sign-in");
        long before = server.WorkingSet;
        var clock = Stopwatch.StartNew();
        var answers = new ConcurrentDictionary<HttpStatusCode, int>();

        await Parallel.ForEachAsync(Enumerable.Range(0, Tries), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Ct }, async (i, ct) =>
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("code", i.ToString("D8", CultureInfo.InvariantCulture))]);
            using var answer = await attacker.PostAsync(new Uri("/sign-in/code", UriKind.Relative), form, ct);
            answers.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
        });

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests], answers.Keys.Order());
        Assert.Equal(Tries, answers.Values.Sum());
        Assert.InRange(answers[HttpStatusCode.UnprocessableEntity], 1, AMinute * (2 + (int)clock.Elapsed.TotalMinutes));
        Assert.InRange(server.WorkingSet - before, long.MinValue, Growth);

        using var person = await From(server, "198.51.100.9");
        string link = await Mailed(person, folder.Path);
        using (var asked = await Post(person, link, [])) Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        using var account = await person.GetAsync(new Uri("/account", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, account.StatusCode);
    }

    /// <summary>Somebody in another network, as a proxy on the server's own machine says it.</summary>
    private static async Task<HttpClient> From(RunningServer server, string network)
    {
        var client = await server.Client();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", network);
        return client;
    }

    /// <summary>Asks for a link, and reads its path in the mail that Development writes into the data folder.</summary>
    private static async Task<string> Mailed(HttpClient person, string folder)
    {
        using (var asked = await Post(person, "/sign-in", [new("email", "jasen-05@vuosikello.example")], "/sign-in/link")) Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        string mails = Path.Combine(folder, "mail");
        while (true)
        {
            // What another process writes, nobody here is told of.
            if (Directory.Exists(mails) && Directory.EnumerateFiles(mails, "*.txt").FirstOrDefault() is { } mail)
                return Regex.Match(await File.ReadAllTextAsync(mail, limit.Token), "/sign-in/link/[A-Za-z0-9_-]{43}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
            await Task.Delay(50, limit.Token);
        }
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string page, IEnumerable<KeyValuePair<string, string>> fields, string? address = null)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await Token(client, page)), .. fields]);
        return await client.PostAsync(new Uri(address ?? page, UriKind.Relative), form, Ct);
    }

    private static async Task<string> Token(HttpClient client, string page) =>
        Regex.Match(await client.GetStringAsync(new Uri(page, UriKind.Relative), Ct), "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["token"].Value;
}
