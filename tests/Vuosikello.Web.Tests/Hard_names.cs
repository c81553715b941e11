using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Calendars.TestKit;
using Vuosikello.Calendars.TestKit.Linting;
using Vuosikello.Domain;
using Vuosikello.Projections.Live;

namespace Vuosikello.Web.Tests;

/// <summary>Names that try to be something else: wherever they are shown, they are shown as text, exactly.</summary>
public sealed class Hard_names(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Names =>
    [
        "Äyskärin öinen Åbo-ilta",
        "\"Lainattu\" 'nimi' “toinen” & puolikas &amp; <b>lihava</b>",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</title></svg></script>]]>--><!--",
        "🎉 Juhla 👩‍👩‍👧 🇫🇮 – e\u0301 ﷽",
        "Rivi yksi\nRivi kaksi;SUMMARY:toinen,\\ kolmas",
        "BEGIN:VEVENT\nUID:vieras\nEND:VEVENT",
        "@Model @(1+1) {{x}} ${x} %0D%0A",
        string.Concat(Enumerable.Repeat("ääkkösiä öisin ", 665)) + "loppuikkuna",
        new string('å', 9_998) + "🎉",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Are_shown_as_text_by_every_way_to_look_at_them(string name)
    {
        var coordinator = await ApiVisitor.SignIn(site);
        var id = await coordinator.Plan(2026, new { title = new { fi = name }, description = new { fi = name }, venue = new { name = "Talo" }, time = new { kind = "days", first = "2026-08-03", last = "2026-08-04" } });

        var read = JsonSerializer.Deserialize<JsonElement>(await coordinator.Text($"/api/partnerships/kuuma-seutu/activities/{id}"));
        Assert.Equal(name, read.GetProperty("title").GetProperty("fi").GetString());
        foreach (string board in new[] { "/kuuma-seutu/2026", "/kuuma-seutu/2026?view=table" }) Assert.Equal(name, TitleIn(await coordinator.Text(board), id));
        foreach (string page in new[] { $"/kuuma-seutu/2026/activities/{id}", $"/kuuma-seutu/2026/activities/{id}/edit" })
        {
            string html = await coordinator.Text(page);
            Assert.Contains(name, WebUtility.HtmlDecode(html).ReplaceLineEndings("\n"), StringComparison.Ordinal);
            NothingIsInjected(html);
        }
        var fragments = await site.Services.GetRequiredService<IBoardFragments>().Render(new BoardKey(new CycleId(new("kuuma-seutu"), 2026), "fi", "", true), TestContext.Current.CancellationToken);
        Assert.Equal(name, TitleIn(Assert.Single(fragments!, f => f.Id == $"a-{id}").Html, id));
        var mark = XElement.Parse(Assert.Single(fragments!, f => f.Id == $"w-{id}").Html);
        // Where the mark shows its number, its name begins with it.
        Assert.StartsWith(name.Replace('\n', ' '), Regex.Replace(mark.Attribute("aria-label")!.Value, @"^\d+\. ", "", RegexOptions.None, TimeSpan.FromSeconds(5)), StringComparison.Ordinal);
        await IsInWheelAndFeed(coordinator, id, name);
    }

    [Fact]
    public async Task Come_through_the_form_as_they_were_typed()
    {
        var editor = await site.Visit(Site.CoordinatorOfKuuma);
        foreach (string name in Names.Select(n => n.Data).Where(n => !n.Contains('\n', StringComparison.Ordinal)))
        {
            var form = await editor.Form("/kuuma-seutu/2026/activities/new");
            form["title.fi"] = [name];
            form["description.fi"] = ["Ensimmäinen <b>rivi</b>\r\nToinen rivi"];
            form["time.kind"] = ["days"];
            form["time.first"] = ["2026-08-03"];
            var answer = await editor.Post("/kuuma-seutu/2026/activities/new", form);
            Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{name[..Math.Min(40, name.Length)]}: {answer.Status}");

            var edit = await editor.Form($"{answer.Location}/edit");
            Assert.Equal(name, Assert.Single(edit["title.fi"]));
            Assert.Equal("Ensimmäinen <b>rivi</b>\nToinen rivi", Assert.Single(edit["description.fi"]).ReplaceLineEndings("\n"));
        }
    }

    [Fact]
    public async Task That_are_longer_than_10_000_characters_are_refused_in_the_readers_language()
    {
        var coordinator = await ApiVisitor.SignIn(site);
        var activity = new { title = new { fi = new string('ä', 10_001) }, time = new { kind = "days", first = "2026-08-03", last = "2026-08-03" } };

        foreach (var (language, message) in new[] { ("fi", "Teksti on liian pitkä: 10001 merkkiä, enintään 10000."), ("sv", "Texten är för lång: 10001 tecken, högst 10000."), ("en", "The text is too long: 10001 characters, at most 10000.") })
            Assert.Equal([("text-too-long", message)], await coordinator.Refusal(2026, activity, language));
    }

    private static async Task IsInWheelAndFeed(ApiVisitor coordinator, Guid id, string name)
    {
        var wheel = XDocument.Parse(await coordinator.Text("/kuuma-seutu/2026/wheel.svg"));
        Assert.Equal("svg", wheel.Root!.Name.LocalName);
        Assert.DoesNotContain(wheel.Descendants(), e => e.Name.LocalName is "script" or "img" or "b" or "foreignObject");
        byte[] feed = await coordinator.Bytes("/feeds/kuuma-seutu/2026.ics");
        Assert.Equal([], CalendarLinter.Lint(feed));
        foreach (string reader in CalendarReaders.Names)
        {
            var read = await CalendarReaders.Read(reader, feed, new(2026, 8, 3), new(2026, 8, 4));
            var mine = Assert.Single(read, o => o.Description.Contains($"#a-{id}", StringComparison.Ordinal));
            Assert.Equal(name, mine.Title);
            Assert.StartsWith(name, mine.Description, StringComparison.Ordinal);
            Assert.DoesNotContain(read, o => o.Uid == "vieras");
        }
    }

    private static string TitleIn(string html, Guid id)
    {
        NothingIsInjected(html);
        var title = Regex.Match(html, $"data-live-title=\"{id}\">\\s*<span>(?<inner>[^<]*)</span>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.True(title.Success, $"{id} is not on the board.");
        return WebUtility.HtmlDecode(title.Groups["inner"].Value);
    }

    private static void NothingIsInjected(string html)
    {
        foreach (string part in new[] { "<script>alert", "<img src=x", "<b>lihava", "]]>--><!--" }) Assert.DoesNotContain(part, html, StringComparison.Ordinal);
    }
}
