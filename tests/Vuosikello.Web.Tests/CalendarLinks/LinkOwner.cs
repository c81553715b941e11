using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Vuosikello.Web.Tests.CalendarLinks;

/// <summary>A member who makes and revokes calendar links on the pages, without JavaScript.</summary>
internal sealed class LinkOwner(Visitor visitor)
{
    public const string Links = "/kuuma-seutu/calendar-links";

    public static async Task<LinkOwner> SignIn(Site site, string member, string language = "fi") => new(await site.Visit(member, language));

    /// <summary>The form as it is shown, filled in.</summary>
    public async Task<Dictionary<string, string[]>> Form(string name = "Työpuhelin", string kind = "mine")
    {
        var form = await visitor.Form(Links, "data-once");
        form["name"] = [name];
        form["kind"] = [kind];
        return form;
    }

    public Task<Answer> Send(Dictionary<string, string[]> form) => visitor.Post(Links, form);

    /// <summary>Sends the form and goes where it leads.</summary>
    public async Task<Answer> Follow(Dictionary<string, string[]> form)
    {
        var sent = await Send(form);
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        return await visitor.Get(sent.Location!.ToString());
    }

    public Task<Answer> Look() => visitor.Get(Links);

    /// <summary>Makes a link and tells the path of its calendar.</summary>
    public async Task<string> Make(string name = "Työpuhelin", string kind = "mine")
    {
        var made = await Follow(await Form(name, kind));
        Assert.Equal(HttpStatusCode.OK, made.Status);
        return PathIn(made) ?? throw new InvalidOperationException("The address is not shown.");
    }

    /// <summary>Revokes the first link on the page.</summary>
    public async Task<Answer> Revoke()
    {
        string html = (await Look()).Html;
        string address = Regex.Match(html, "action=\"(?<address>[^\"]*/revoke)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["address"].Value;
        return await visitor.Post(address, Visitor.FormWith(html, address));
    }

    /// <summary>The path of the calendar whose address is on a page; null when there is none.</summary>
    public static string? PathIn(Answer page) =>
        Regex.Match(page.Html, ">http://localhost(?<path>/feeds/private/[A-Za-z0-9_-]{43}\\.ics)(\\?lang=(sv|en))?<", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)) is { Success: true } found
            ? found.Groups["path"].Value
            : null;
}

/// <summary>A calendar program.</summary>
internal sealed class Subscriber(HttpClient client)
{
    public static Subscriber Of(Site site) => new(site.CreateClient());

    public static Subscriber Of(Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> site) => new(site.CreateClient());

    public async Task<HttpResponseMessage> Ask(string path, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<HttpStatusCode> Status(string path)
    {
        using var answer = await Ask(path);
        return answer.StatusCode;
    }

    public async Task<byte[]> Bytes(string path)
    {
        using var answer = await Ask(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The titles of the events, in their order.</summary>
    public async Task<string[]> Titles(string path) => [.. (await Lines(path)).Where(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal)).Select(line => line["SUMMARY:".Length..])];

    /// <summary>The calendar's lines, unfolded.</summary>
    public async Task<string[]> Lines(string path) => Encoding.UTF8.GetString(await Bytes(path)).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
}
