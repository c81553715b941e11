using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vuosikello.Domain;
using Vuosikello.Web.History;
using Vuosikello.Web.History.Sentences;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Tests.History;

public sealed class A_page_of_long_texts
{
    private static readonly Detail Short = new Detail.Quote("lyhyt", new LocalText("pala"));

    [Fact]
    public async Task Shows_texts_up_to_its_budget_and_links_to_the_others_but_leaves_no_short_one_out()
    {
        string html = await Render([.. Enumerable.Repeat(Changed((int)TextBudget.Most / 4), 6), new("muu", [Short])]);

        Assert.Equal(2, Regex.Count(html, "class=\"redline\"", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Equal(4, Regex.Count(html, "href=\"/s/history\\?before=\\d\"", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Equal(7, Regex.Count(html, ">pala<", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Shows_the_first_event_in_full_however_long_it_is() =>
        Assert.DoesNotContain("href", await Render([new("muu", [Short]), Changed((int)TextBudget.Most)]), StringComparison.Ordinal);

    /// <summary>An event with a short text and a long one of so many characters before and as many after.</summary>
    private static Sentence Changed(int length) => new("muutti", [Short, new Detail.Change("teksti", new LocalText(new string('a', length)), new LocalText(new string('b', length)))]);

    private static async Task<string> Render(Sentence[] sentences)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fi");
        await using var services = new ServiceCollection().AddLogging().AddLocalization().AddScoped<Texts>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        RenderFragment all = builder =>
        {
            for (int i = 0; i < sentences.Length; i++)
            {
                builder.OpenComponent<SentenceView>(0);
                builder.AddAttribute(1, nameof(SentenceView.Sentence), sentences[i]);
                builder.AddAttribute(2, nameof(SentenceView.Address), $"/s/history?before={i}");
                builder.CloseComponent();
            }
        };
        var parameters = new Dictionary<string, object?> { ["Value"] = new TextBudget(), ["ChildContent"] = all };
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<CascadingValue<TextBudget>>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
