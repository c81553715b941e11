using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Events;

namespace Vuosikello.Web.Tests.ActivityFiles;

/// <summary>Somebody with a file, a browser without JavaScript, and a look at the log of events.</summary>
internal sealed class Importer
{
    public const string Year = "/kuuma-seutu/2026";
    public const string Import = Year + "/import";
    private readonly Site _site;
    private readonly HttpClient _client;

    private Importer(Site site, HttpClient client) => (_site, _client) = (site, client);

    public Visitor Visitor { get; private init; } = null!;

    public static async Task<Importer> SignIn(Site site, string? member = Site.CoordinatorOfKuuma, string language = "fi")
    {
        var client = site.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        var importer = new Importer(site, client) { Visitor = new Visitor(client) };
        if (member is not null) Assert.Equal(HttpStatusCode.SeeOther, (await importer.Visitor.Post("/sign-in/demo", new() { ["member"] = [member] })).Status);
        return importer;
    }

    public Task<Answer> Upload(string file, string name = "kevat.csv") => Upload(Encoding.UTF8.GetBytes(file), name);

    public async Task<Answer> Upload(byte[] file, string name = "kevat.csv", string address = Import, string language = "fi")
    {
        var form = await Visitor.Form(address, "i-file");
        using var octets = new ByteArrayContent(file);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form["__RequestVerificationToken"][0]), "__RequestVerificationToken" },
            { new StringContent(language), "language" },
            { octets, "file", name },
        };
        using var response = await _client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers.Location);
    }

    /// <summary>What the preview's form would send as it stands.</summary>
    public static Dictionary<string, string[]> Choice(Answer preview)
    {
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        return Visitor.FormWith(preview.Html, "/import/confirm");
    }

    public Task<Answer> Confirm(Dictionary<string, string[]> choice) => Visitor.Post($"{Import}/confirm", choice);

    public async Task<Answer> Take(string file) => await Confirm(Choice(await Upload(file)));

    /// <summary>How many events there are.</summary>
    public Task<Position> End() => _site.Services.GetRequiredService<IEventStore>().End(TestContext.Current.CancellationToken);

    /// <summary>The names of the events since a position.</summary>
    public async Task<List<string>> Since(Position position)
    {
        var events = new List<string>();
        await foreach (var e in _site.Services.GetRequiredService<IEventStore>().ReadAll(position, TestContext.Current.CancellationToken)) events.Add(EventSerializer.Deserialize(e).Event.GetType().Name);
        return events;
    }
}
