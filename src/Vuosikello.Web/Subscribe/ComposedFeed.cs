using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using Vuosikello.Domain;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Subscribe;

/// <summary>What somebody has put together on the page, as its address has it: a year or all, and a choice of what is planned.</summary>
/// <param name="Year">Null for last year and all that follow.</param>
/// <param name="Choice">Only what the partnership has; other ids in the address are passed over.</param>
public sealed record ComposedFeed(PartnershipId Partnership, int? Year, FeedChoice Choice)
{
    private const int LongestAlarm = 20;

    /// <summary>The name in the page's address for the calendar's language: <c>lang</c> is the page's own.</summary>
    public const string LanguageName = "language";

    /// <summary>What can be picked for reminders.</summary>
    public static readonly ImmutableArray<string> Alarms = ["30m", "2h", "1d"];

    /// <summary>The reminder in the address where it is none that feeds know: they pass it over, and whoever wrote it is told. Null for none.</summary>
    public string? UnknownAlarm { get; init; }

    /// <summary>Reads the page's query, which has the names of the feeds' own but for the year and the language.</summary>
    /// <param name="pageLanguage">The language of the calendar unless another was picked.</param>
    public static ComposedFeed Read(IQueryCollection query, PartnershipView partnership, string pageLanguage)
    {
        var state = partnership.State;
        return new ComposedFeed(partnership.Id, YearOf(query["year"], partnership), new FeedChoice
        {
            Language = query[LanguageName].ToString() is { Length: > 0 } picked ? picked : pageLanguage,
            Areas = Known(query["area"], state.Areas.ContainsKey, id => new AreaId(id)),
            Themes = Known(query["theme"], state.Themes.ContainsKey, id => new ThemeId(id)),
            Partners = Known(query["partner"], state.Partners.ContainsKey, id => new PartnerId(id)),
            Groups = Known(query["group"], state.WorkingGroups.ContainsKey, id => new WorkingGroupId(id)),
            Deadlines = query["deadlines"] == "yes",
            Spans = query["spans"] != "no",
            Alarm = FeedAlarm.TryRead(query["alarm"], out var before) ? before : null,
        })
        {
            UnknownAlarm = query["alarm"].ToString() is { Length: > 0 } alarm && !FeedAlarm.TryRead(alarm, out _) ? alarm[..Math.Min(alarm.Length, LongestAlarm)] : null,
        };
    }

    /// <summary>One area, theme, partner or working group has a shorter address of its own.</summary>
    public FeedKey Key => this switch
    {
        { Year: { } year } => new(Partnership, FeedScope.Year, year.ToString("0000", CultureInfo.InvariantCulture), Choice),
        { Choice: { Areas: [var area], Themes.Count: 0, Partners.Count: 0, Groups.Count: 0 } } => new(Partnership, FeedScope.Area, area.Value, Choice with { Areas = [] }),
        { Choice: { Areas.Count: 0, Themes: [var theme], Partners.Count: 0, Groups.Count: 0 } } => new(Partnership, FeedScope.Theme, theme.Value, Choice with { Themes = [] }),
        { Choice: { Areas.Count: 0, Themes.Count: 0, Partners: [var partner], Groups.Count: 0 } } => new(Partnership, FeedScope.Partner, partner.Value, Choice with { Partners = [] }),
        { Choice: { Areas.Count: 0, Themes.Count: 0, Partners.Count: 0, Groups: [var group] } } => new(Partnership, FeedScope.Group, group.Value, Choice with { Groups = [] }),
        _ => new(Partnership, FeedScope.Whole, "", Choice),
    };

    /// <summary>The path of this page with the same picked, in a language of the page.</summary>
    public string Page(string pageLanguage)
    {
        string[] parts =
        [
            Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"year={year}") : "",
            Choice.Language == pageLanguage ? "" : $"{LanguageName}={Choice.Language}",
            (Choice with { Language = "fi" }).ToQuery(),
            $"lang={pageLanguage}",
        ];
        return $"/{Partnership}/subscribe?{string.Join('&', parts.Where(part => part.Length > 0))}";
    }

    private static int? YearOf(StringValues text, PartnershipView partnership) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && partnership.Years.Any(cycle => cycle.Year == year) ? year : null;

    private static ValueList<T> Known<T>(StringValues given, Func<string, bool> isKnown, Func<string, T> make) =>
        [.. given.OfType<string>().Where(isKnown).Distinct(StringComparer.Ordinal).Select(make)];
}
