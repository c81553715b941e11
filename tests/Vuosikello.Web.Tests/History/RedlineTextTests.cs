using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vuosikello.Domain;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Tests.History;

public sealed class RedlineTextTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Range(1, 100).Select(n => $"sana{n}"));

    [Fact]
    public async Task Every_character_of_both_texts_is_there()
    {
        string before = $"  Alku ja\n\nväli, {Long} <b> & loppu.", after = $"  Alku tai\n\nväli, {Long} <b> & aivan loppu. ";

        string html = await Render(before, after, RedlineFold.Hide);

        Assert.Equal(before, Without("ins", html));
        Assert.Equal(after, Without("del", html));
    }

    [Fact]
    public async Task What_was_removed_and_what_was_added_is_said_in_words_too()
    {
        string html = await Render("Tila on maksuton.", "Tila on maksullinen.", RedlineFold.Show);

        Assert.Contains("<del><span class=\"ds-sr-only\">[poistettu: </span>maksuton<", html, StringComparison.Ordinal);
        Assert.Contains("<ins><span class=\"ds-sr-only\">[lisätty: </span>maksullinen<", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_list_long_stretches_without_a_change_are_left_out_and_counted()
    {
        string html = await Render($"vanha {Long} loppu", $"uusi {Long} loppu", RedlineFold.Leave);

        Assert.Contains("sana12", html, StringComparison.Ordinal);
        Assert.DoesNotContain("sana50", html, StringComparison.Ordinal);
        Assert.Contains("89 sanaa ennallaan", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_text_in_several_languages_those_that_differ_are_shown_each_in_its_language()
    {
        string html = await Render<RedlineLocalText>(new()
        {
            ["Before"] = new LocalText("Talvi", "Vinter", "Winter"),
            ["After"] = new LocalText("Talvi", "Vår", "Spring"),
        });

        Assert.DoesNotContain("Talvi", html, StringComparison.Ordinal);
        Assert.Contains("Ruotsiksi", html, StringComparison.Ordinal);
        Assert.Matches("lang=\"sv\".*Vinter.*Vår.*lang=\"en\".*Winter.*Spring", html.ReplaceLineEndings(""));
    }

    private static Task<string> Render(string before, string after, RedlineFold fold) =>
        Render<RedlineText>(new() { ["Before"] = before, ["After"] = after, ["Fold"] = fold });

    private static async Task<string> Render<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fi");
        await using var services = new ServiceCollection().AddLogging().AddLocalization().AddScoped<Texts>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        string html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return WebUtility.HtmlDecode(html);
    }

    /// <summary>What is left to read without one of the two, without what is only for screen readers, and with the folds open.</summary>
    private static string Without(string element, string html)
    {
        foreach (string gone in (string[])[$"<{element}>.*?</{element}>", "<span class=\"ds-sr-only\">.*?</span>", "<summary>.*?</summary>", "</?(ins|del|details|div)[^>]*>"])
            html = Regex.Replace(html, gone, "", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        return html;
    }
}
