using Vuosikello.Calendars;
using Vuosikello.Calendars.Reading;
using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>
/// What another program's event says of an activity. People are left out on purpose: organisers and attendees are names and addresses, and
/// an activity has a role and an organisation.
/// </summary>
internal sealed class EventFields(ReadingScope scope, ReadingNotes notes)
{
    private const int MostCategories = 30;

    public SaidOfActivity Of(ReadEvent e)
    {
        var (place, link) = Venue(e);
        var (themes, areas) = Categories(e);
        return new()
        {
            Title = Text(e.Summary, e.Component.Property("SUMMARY")),
            Description = Description(e),
            Place = place,
            Link = link,
            Themes = themes,
            Areas = areas,
            Status = Status(e),
        };
    }

    public static ActivityStatus? Status(ReadEvent e) => e.Status switch
    {
        EventStatus.Tentative => ActivityStatus.Proposed,
        EventStatus.Confirmed => ActivityStatus.Confirmed,
        EventStatus.Cancelled => ActivityStatus.Cancelled,
        _ => null,
    };

    /// <summary>An https or http address; null for any other.</summary>
    public static string? Web(string? address) =>
        address?.Trim() is { } text && Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && !text.Any(char.IsWhiteSpace)
            ? text : null;

    /// <summary>Themes and areas by their names; null for none.</summary>
    public (ValueList<ThemeId>? Themes, ValueList<AreaId>? Areas) Categories(ReadEvent e)
    {
        var (themes, areas) = (new List<ThemeId>(), new List<AreaId>());
        foreach (string category in e.Categories.Select(c => c.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostCategories))
        {
            if (scope.Names.Themes.Find(category) is { } theme) themes.Add(theme);
            else if (scope.Names.Areas.Find(category) is { } area) areas.Add(area);
            else notes.Remarks.Add(EventsReading.Note(FileNotes.CategoryNotKnown, e, CsvLayout.Shortened(category), scope.Names.Themes.Nearest(category), ""));
        }
        return (themes.Count > 0 ? themes.Distinct().ToValueList() : null, areas.Count > 0 ? areas.Distinct().ToValueList() : null);
    }

    private LocalText Description(ReadEvent e)
    {
        var property = e.Component.Property("DESCRIPTION");
        string text = property?.Text ?? e.HtmlDescription ?? "";
        if (!MarkupText.IsMarkup(text)) return Text(text, property);
        notes.Remarks.Add(EventsReading.Note(FileNotes.Markup, e));
        return Text(MarkupText.Plain(text), property);
    }

    private static (string? Place, string? Link) Venue(ReadEvent e)
    {
        string? place = Clean(e.Location);
        string? link = Web(e.Component.Property("CONFERENCE")?.Value) ?? Web(e.Component.Property("X-GOOGLE-CONFERENCE")?.Text) ?? Web(place) ?? Web(e.Component.Property("URL")?.Value);
        return (Web(place) is null ? place : null, link);
    }

    private LocalText Text(string? text, CalendarProperty? property) => In(Language(property), Clean(text));

    // LANGUAGE=sv-FI is Swedish; what none of ours is stands in the language that was chosen for the file.
    private string Language(CalendarProperty? property) =>
        property?.Parameter("LANGUAGE") is { Length: >= 2 } tag && tag[..2].ToLowerInvariant() is ("fi" or "sv" or "en") and var language ? language : scope.Language;

    internal static LocalText In(string language, string? text) => language switch
    {
        "sv" => new LocalText(sv: text),
        "en" => new LocalText(en: text),
        _ => new LocalText(text),
    };

    internal static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : CalendarText.Clean(text.ReplaceLineEndings("\n")).Trim();
}
