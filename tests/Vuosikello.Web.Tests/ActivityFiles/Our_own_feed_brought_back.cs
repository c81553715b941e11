using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Web.Tests.ActivityFiles;

public sealed class Our_own_feed_brought_back(Site site) : IClassFixture<Site>
{
    private const string Headings = "tunniste;otsikko;alkupäivä;alkuaika;loppuaika;paikka;vastuutaho;tila\n";

    [Fact]
    public async Task Our_own_feed_back_again_changes_nothing_in_any_language()
    {
        var importer = await Importer.SignIn(site);
        var before = await importer.End();
        foreach (string address in (string[])["/feeds/kuuma-seutu/2026.ics", "/feeds/kuuma-seutu/2026.ics?lang=sv", "/feeds/kuuma-seutu.ics?lang=en"])
        {
            var preview = await importer.Upload(System.Text.Encoding.UTF8.GetBytes((await importer.Visitor.Get(address)).Html), "vuosi.ics");
            Assert.Contains("Tiedosto ei muuta mitään", preview.Text, StringComparison.Ordinal);
            Assert.Contains("Ei voi tuoda <strong>0</strong>", preview.Html, StringComparison.Ordinal);
        }
        Assert.Equal(before, await importer.End());
    }

    [Theory]
    [InlineData("paijat-hame", 2012)]
    [InlineData("kuuma-seutu", 2009)]
    public async Task Every_demo_feed_with_its_months_spans_and_series_comes_back_as_it_is(string partnership, int year)
    {
        var importer = await Importer.SignIn(site, Site.Administrator);
        string feed = (await importer.Visitor.Get($"/feeds/{partnership}/{year}.ics")).Html;

        var preview = await importer.Upload(System.Text.Encoding.UTF8.GetBytes(feed), "vuosi.ics", $"/{partnership}/{year}/import");

        Assert.Contains("Tiedosto ei muuta mitään", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Ei voi tuoda <strong>0</strong>", preview.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ennallaan <strong>0</strong>", preview.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_changed_in_our_feed_changes_that_and_nothing_else()
    {
        var importer = await Importer.SignIn(site);
        string feed = (await importer.Visitor.Get("/feeds/kuuma-seutu/2026.ics")).Html;
        string moved = Regex.Replace(feed, "(?<=SUMMARY:)Päätösseminaari", "Päätösjuhla", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.NotEqual(feed, moved);
        var before = await importer.End();

        await importer.Take(moved);

        Assert.Equal(["ActivityRetitled"], await importer.Since(before));
    }

    [Fact]
    public async Task What_was_moved_and_described_in_our_feed_moves_and_keeps_the_lines_that_the_feed_wrote_below()
    {
        var importer = await Importer.SignIn(site);
        await importer.Take(Headings + "u1;Siirrettävä ilta;3.3.2026;17;19;Sali;Tuusula;\n");
        var activity = Of("Siirrettävä ilta");
        string feed = Unfolded((await importer.Visitor.Get("/feeds/kuuma-seutu/2026.ics")).Html);
        string own = Regex.Match(feed, $"BEGIN:VEVENT\r\nUID:{activity.Id}.*?END:VEVENT\r\n", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Value;
        string changed = own.Replace("20260303T170000", "20260304T170000", StringComparison.Ordinal).Replace("20260303T190000", "20260304T190000", StringComparison.Ordinal)
            .Replace("DESCRIPTION:", "DESCRIPTION:Tervetuloa!\\n\\n", StringComparison.Ordinal);
        var before = await importer.End();

        await importer.Take($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{changed}END:VCALENDAR\r\n");

        Assert.Equal(["ActivityRescheduled", "ActivityDescribed"], await importer.Since(before));
        Assert.Equal(new LocalText("Tervetuloa!"), Of("Siirrettävä ilta").Details.Description);
    }

    [Fact]
    public async Task Our_feed_of_several_years_changes_nothing_in_any_of_them()
    {
        var importer = await Importer.SignIn(site, Site.Administrator);
        string feed = (await importer.Visitor.Get("/feeds/paijat-hame/2012.ics")).Html;
        var before = await importer.End();

        var preview = await importer.Upload(System.Text.Encoding.UTF8.GetBytes(feed), "vuosi.ics", "/paijat-hame/2022/import");

        Assert.Contains("Tiedosto ei muuta mitään", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Kuuluu toiseen vuoteen", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Ei voi tuoda <strong>0</strong>", preview.Html, StringComparison.Ordinal);
        Assert.Equal(before, await importer.End());
    }

    private ActivityView Of(string title) =>
        Assert.Single(site.Services.GetRequiredService<IBoardViews>().Find(new CycleId(new("kuuma-seutu"), 2026))!.Activities, a => a.Details.Title.Fi == title);

    private static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal);
}
