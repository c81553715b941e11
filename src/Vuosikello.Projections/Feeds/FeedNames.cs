using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Projections.Feeds;

/// <summary>What a feed is called and where it and its board are found.</summary>
internal static class FeedNames
{
    /// <summary>Such as <c>KUUMA-seutu 2009 – vuosikello</c>; null when the partnership has no such area, theme or partner.</summary>
    public static string? Title(Partnership partnership, FeedKey key)
    {
        string calendar = FeedWords.In(key.Language).Calendar;
        string name = partnership.Name.In(key.Language);
        return key.Scope switch
        {
            FeedScope.Whole => $"{name} – {calendar}",
            FeedScope.Year => $"{name} {key.Of} – {calendar}",
            _ => Part(partnership, key) is { } part ? $"{name}, {part.In(key.Language)} – {calendar}" : null,
        };
    }

    /// <summary>The path under which the feed stands for good.</summary>
    public static string Path(FeedKey key)
    {
        string path = key.Scope switch
        {
            FeedScope.Whole => $"feeds/{key.Partnership}.ics",
            FeedScope.Year => $"feeds/{key.Partnership}/{key.Of}.ics",
            FeedScope.Area => $"feeds/{key.Partnership}/areas/{key.Of}.ics",
            FeedScope.Theme => $"feeds/{key.Partnership}/themes/{key.Of}.ics",
            _ => $"feeds/{key.Partnership}/partners/{key.Of}.ics",
        };
        return key.Language == "fi" ? path : $"{path}?lang={key.Language}";
    }

    public static string FileName(FeedKey key) =>
        key.Scope == FeedScope.Whole ? $"{key.Partnership}.ics" : $"{key.Partnership}-{key.Of}.ics";

    /// <summary>The activity's place on its year's board.</summary>
    public static Uri Board(FeedSettings settings, CycleId cycle, ActivityId activity) =>
        new(settings.PublicAddress, $"{cycle.Partnership}/{cycle.Year:0000}#a-{activity}");

    private static LocalText? Part(Partnership partnership, FeedKey key) => key.Scope switch
    {
        FeedScope.Area => partnership.Areas.GetValueOrDefault(key.Of)?.Name,
        FeedScope.Theme => partnership.Themes.GetValueOrDefault(key.Of)?.Name,
        FeedScope.Partner => partnership.Partners.GetValueOrDefault(key.Of)?.Name,
        _ => null,
    };
}
