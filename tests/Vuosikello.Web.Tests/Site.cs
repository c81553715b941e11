using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Commands.Import;

namespace Vuosikello.Web.Tests;

/// <summary>The whole server in the test's own process, with the demo's data in a folder of its own.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    public const string CoordinatorOfKuuma = "0c5a3f10-7a51-4d0b-8a61-000000000001";
    public const string EditorOfTuusula = "0c5a3f10-7a51-4d0b-8a61-000000000002";
    public const string EditorOfAssociations = "0c5a3f10-7a51-4d0b-8a61-000000000003";
    public const string SignatoryOfKerava = "0c5a3f10-7a51-4d0b-8a61-000000000011";
    public const string SignatoryOfTuusula = "0c5a3f10-7a51-4d0b-8a61-000000000015";
    public const string SignatoryOfAssociations = "0c5a3f10-7a51-4d0b-8a61-000000000016";
    public const string Administrator = "0c5a3f10-7a51-4d0b-8a61-000000000013";
    public const string SteeringGroup = "0c5a3f10-7a51-4d0b-8a61-000000000010";

    /// <summary>The running year is 2026 whenever the tests run.</summary>
    internal static readonly Instant Today = Instant.FromUtc(2026, 11, 22, 10, 0);

    /// <summary>Stands still until a test sets it.</summary>
    internal MovingClock Clock { get; init; } = new(Today);

    internal string DataFolder { get; } = Directory.CreateTempSubdirectory("vuosikello-web-").FullName;

    /// <summary>The environment in which it runs; set before the first visit.</summary>
    public string Environment { get; init; } = "Development";

    /// <summary>More settings, or other parts; set before the first visit.</summary>
    public Action<IWebHostBuilder> Also { get; init; } = _ => { };

    /// <summary>True for the one to which the demo is told and whose data is then copied for all others: nobody removes its folder but the end of the process.</summary>
    internal bool TellsTheDemo { get; init; }

    /// <summary>True where the events are in another store than the one in the folder, or the demo is another: nothing is copied.</summary>
    internal bool StartsEmpty { get; init; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("DataFolder", DataFolder);
        builder.ConfigureTestServices(services => services.AddSingleton<IClock>(Clock));
        if (Environment == "Development" && !TellsTheDemo && !StartsEmpty && Clock.Now == Today)
        {
            // Once, also for a server that another was made of: they share the folder.
            if (!Directory.EnumerateFileSystemEntries(DataFolder).Any()) ToldDemo.CopyTo(DataFolder);
            builder.ConfigureTestServices(services => services.Remove(services.Single(service => service.ImplementationType == typeof(DemoImport))));
        }
        Also(builder);
    }

    /// <summary>A browser that keeps cookies and follows no redirects by itself.</summary>
    public async Task<Visitor> Visit(string? member = null, string language = "fi")
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        var visitor = new Visitor(client);
        if (member is not null)
        {
            var answer = await visitor.Post("/sign-in/demo", new() { ["member"] = [member] });
            Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        }
        return visitor;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !TellsTheDemo && Directory.Exists(DataFolder)) Directory.Delete(DataFolder, recursive: true);
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, string Html, Uri? Location)
{
    /// <summary>The text with entities resolved.</summary>
    public string Text => WebUtility.HtmlDecode(Html);
}

/// <summary>Somebody with a browser without JavaScript.</summary>
public sealed class Visitor(HttpClient client)
{
    public async Task<Answer> Get(string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        string html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        // A browser sends a form to where the form says, not to where a test does: one of a page with a hidden secret has to say it.
        Assert.DoesNotContain("/-\"", html, StringComparison.Ordinal);
        return new(response.StatusCode, html, response.Headers.Location);
    }

    public async Task<Answer> Delete(string address)
    {
        using var response = await client.DeleteAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers.Location);
    }

    public async Task<Answer> Post(string address, Dictionary<string, string[]> fields)
    {
        using var content = new FormUrlEncodedContent(fields.SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v))));
        using var response = await client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers.Location);
    }

    /// <summary>Opens a form and reads what it would send untouched.</summary>
    public async Task<Dictionary<string, string[]>> Form(string address) => FormOf((await Get(address)).Html);

    public async Task<Dictionary<string, string[]>> Form(string address, string mark) => FormWith((await Get(address)).Html, mark);

    /// <summary>What the page's editing form would send as it stands.</summary>
    public static Dictionary<string, string[]> FormOf(string html) => FormWith(html, "class=\"activity-form\"");

    /// <summary>The same of the first form with such a piece of HTML in it.</summary>
    public static Dictionary<string, string[]> FormWith(string html, string mark)
    {
        string? form = Regex.Matches(html, "<form.*?</form>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Select(m => m.Value).FirstOrDefault(f => f.Contains(mark, StringComparison.Ordinal));
        Assert.True(form is not null, $"There is no form with {mark} on the page.");
        var fields = new List<(string Name, string Value)>();
        foreach (Match input in Regex.Matches(form, "<input[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(5)))
        {
            string tag = input.Value;
            bool box = tag.Contains("type=\"checkbox\"", StringComparison.Ordinal) || tag.Contains("type=\"radio\"", StringComparison.Ordinal);
            if (!box || Regex.IsMatch(tag, "\\schecked", RegexOptions.None, TimeSpan.FromSeconds(5))) fields.Add((Of(tag, "name"), Of(tag, "value")));
        }
        foreach (Match area in Regex.Matches(form, "<textarea[^>]*name=\"(?<name>[^\"]*)\"[^>]*>(?<inner>.*?)</textarea>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
            fields.Add((area.Groups["name"].Value, WebUtility.HtmlDecode(area.Groups["inner"].Value)));
        foreach (Match select in Regex.Matches(form, "<select[^>]*name=\"(?<name>[^\"]*)\"[^>]*>(?<inner>.*?)</select>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
            fields.Add((select.Groups["name"].Value, Of(Regex.Match(select.Groups["inner"].Value, "<option[^>]*selected[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(5)).Value, "value")));
        return fields.GroupBy(f => f.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(f => f.Value).ToArray(), StringComparer.Ordinal);
    }

    private static string Of(string tag, string attribute) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{attribute}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups[1].Value);
}
