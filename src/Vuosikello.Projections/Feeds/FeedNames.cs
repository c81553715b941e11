using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Projections.Feeds;

/// <summary>What a feed is called and where it and its board are found.</summary>
public static class FeedNames
{
    /// <summary>So many names of a choice are in the title; the rest are counted.</summary>
    private const int MostNamed = 4;

    /// <summary>Such as <c>KUUMA-seutu 2009 – vuosikello</c>; null when the partnership has no such area, theme, partner or working group and never had.</summary>
    public static string? Title(Partnership partnership, FeedKey key)
    {
        string calendar = FeedWords.In(key.Language).Calendar;
        string name = partnership.Name.In(key.Language);
        if (key.Scope == FeedScope.Year) name = $"{name} {key.Of}";
        else if (key.Scope != FeedScope.Whole)
        {
            if (Part(partnership, key) is not { } part) return null;
            name = $"{name}, {part.In(key.Language)}";
        }
        string[] chosen = [.. Chosen(partnership, key.Choice).Select(text => text.In(key.Language))];
        if (chosen.Length > 0) name = $"{name}, {string.Join(", ", chosen.Take(MostNamed))}";
        if (chosen.Length > MostNamed) name = string.Create(CultureInfo.InvariantCulture, $"{name} + {chosen.Length - MostNamed}");
        return $"{name} – {calendar}";
    }

    /// <summary>The path under which the feed stands for good, with its query, without a slash before it.</summary>
    public static string Path(FeedKey key)
    {
        string path = key.Scope switch
        {
            FeedScope.Whole => $"feeds/{key.Partnership}.ics",
            FeedScope.Year => $"feeds/{key.Partnership}/{key.Of}.ics",
            FeedScope.Area => $"feeds/{key.Partnership}/areas/{key.Of}.ics",
            FeedScope.Theme => $"feeds/{key.Partnership}/themes/{key.Of}.ics",
            FeedScope.Partner => $"feeds/{key.Partnership}/partners/{key.Of}.ics",
            FeedScope.Group => $"feeds/{key.Partnership}/groups/{key.Of}.ics",
            FeedScope.Activity => $"feeds/{key.Partnership}/activities/{key.Of}.ics",
            _ => throw new ArgumentOutOfRangeException(nameof(key)),
        };
        string query = key.Choice.ToQuery();
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>A name to save it by.</summary>
    public static string FileName(FeedKey key) => key.Scope == FeedScope.Whole ? $"{key.Partnership}.ics" : $"{key.Partnership}-{key.Of}.ics";

    /// <summary>A name to save one activity by.</summary>
    public static string FileName(ActivityDetails details)
    {
        string name = Slug.From(details.Title.In("fi"));
        return $"{(name.Length > 0 ? name : "vuosikello")}.ics";
    }

    /// <summary>The activity's place on its year's board.</summary>
    public static Uri Board(FeedSettings settings, CycleId cycle, ActivityId activity) =>
        new(settings.PublicAddress, $"{cycle.Partnership}/{cycle.Year:0000}#a-{activity}");

    /// <summary>The year's board.</summary>
    public static Uri Board(FeedSettings settings, CycleId cycle) =>
        new(settings.PublicAddress, string.Create(CultureInfo.InvariantCulture, $"{cycle.Partnership}/{cycle.Year:0000}"));

    private static LocalText? Part(Partnership partnership, FeedKey key) => key.Scope switch
    {
        FeedScope.Area => Name(partnership, new AreaId(key.Of)),
        FeedScope.Theme => Name(partnership, new ThemeId(key.Of)),
        FeedScope.Partner => Name(partnership, new PartnerId(key.Of)),
        FeedScope.Group => Name(partnership, new WorkingGroupId(key.Of)),
        _ => null,
    };

    private static IEnumerable<LocalText> Chosen(Partnership partnership, FeedChoice choice) => choice.IsFiltered
        ? choice.Areas.Select(id => Name(partnership, id))
            .Concat(choice.Themes.Select(id => Name(partnership, id)))
            .Concat(choice.Partners.Select(id => Name(partnership, id)))
            .Concat(choice.Groups.Select(id => Name(partnership, id)))
            .OfType<LocalText>()
        : [];

    private static LocalText? Name(Partnership partnership, AreaId id) => partnership.Areas.GetValueOrDefault(id.Value)?.Name ?? partnership.Former.Of(id);
    private static LocalText? Name(Partnership partnership, ThemeId id) => partnership.Themes.GetValueOrDefault(id.Value)?.Name ?? partnership.Former.Of(id);
    private static LocalText? Name(Partnership partnership, PartnerId id) => partnership.Partners.GetValueOrDefault(id.Value)?.Name ?? partnership.Former.Of(id);
    private static LocalText? Name(Partnership partnership, WorkingGroupId id) => partnership.WorkingGroups.GetValueOrDefault(id.Value)?.Name ?? partnership.Former.Of(id);
}
