using Vuosikello.Calendars;
using Vuosikello.Calendars.Reading;
using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>An activity as a feed in one language had it, beside what a file makes of it.</summary>
internal sealed record OwnImage(string Language, ActivityDetails Details, CalendarEvent Event)
{
    /// <summary>The image in the language in which the file is likest to it.</summary>
    /// <returns>Null when the feed has nothing of it.</returns>
    public static OwnImage? Nearest(ActivityView activity, ReadEvent e, ReadingScope scope) => new[] { "fi", "sv", "en" }
        .SelectMany(language => ActivityInFeeds.Of(activity, scope.Partnership, scope.Feeds, language).Take(1).Select(shown => new OwnImage(language, activity.Details, shown)))
        .MaxBy(image => image.Likeness(e));

    /// <summary>What the file says otherwise than the feed did.</summary>
    public SaidOfActivity Difference(ReadEvent e, ReadingScope scope, ReadingNotes notes)
    {
        var fields = new EventFields(scope, notes);
        var (place, address) = Venue(e);
        string? link = EventFields.Web(e.Component.Property("CONFERENCE")?.Value);
        var (themes, _) = Same(e.Categories, Event.Categories) ? (null, null) : fields.Categories(e);
        return new()
        {
            Title = Title(e),
            Description = Description(e, notes),
            Place = place,
            Address = address,
            Link = link == Details.Venue?.Link ? null : link,
            Themes = themes,
            Status = e.Status == Event.Status ? null : EventFields.Status(e),
        };
    }

    private int Likeness(ReadEvent e) =>
        (e.Description == Event.Description ? 2 : 0) + (e.Summary == Event.Summary ? 1 : 0) + (Same(e.Categories, Event.Categories) ? 1 : 0);

    private LocalText Title(ReadEvent e)
    {
        if (e.Summary is not { } summary || summary == Event.Summary) return LocalText.Empty;
        string mark = Mark();
        if (mark.Length > 0 && summary.StartsWith(mark, StringComparison.Ordinal)) summary = summary[mark.Length..];
        string now = CalendarText.Clean(Details.Title.In(Language));
        return summary == now ? LocalText.Empty : EventFields.In(Details.Title.LanguageOf(Language), EventFields.Clean(summary));
    }

    // What the feed puts before the title of a cancelled activity.
    private string Mark()
    {
        string title = CalendarText.Clean(Details.Title.In(Language)), shown = Event.Summary ?? "";
        return shown.EndsWith(title, StringComparison.Ordinal) ? shown[..^title.Length] : "";
    }

    // The feed writes the agenda, who answers and the way back below the description: what somebody wrote between them is the description.
    private LocalText Description(ReadEvent e, ReadingNotes notes)
    {
        string shown = Event.Description ?? "", text = e.Description ?? "";
        if (text == shown || text.Length == 0) return LocalText.Empty;
        string was = CalendarText.Clean(Details.Description.In(Language));
        int at = was.Length > 0 ? shown.IndexOf(was, StringComparison.Ordinal) : 0;
        var (before, after) = (shown[..at], shown[(at + was.Length)..]);
        if (text.Length >= before.Length + after.Length && text.StartsWith(before, StringComparison.Ordinal) && text.EndsWith(after, StringComparison.Ordinal))
            return EventFields.In(Details.Description.LanguageOf(Language), EventFields.Clean(text[before.Length..^after.Length]));
        notes.Remarks.Add(EventsReading.Note(FileNotes.OwnDescription, e));
        return LocalText.Empty;
    }

    // The feed writes the place and its address in one line.
    private (string? Place, string? Address) Venue(ReadEvent e)
    {
        if (EventFields.Clean(e.Location) is not { } text || text == Event.Location) return (null, null);
        if (Details.Venue is { Name: { } name, Address: { } address })
        {
            if (text.EndsWith($", {address}", StringComparison.Ordinal)) return (text[..^(address.Length + 2)], null);
            if (text.StartsWith($"{name}, ", StringComparison.Ordinal)) return (null, text[(name.Length + 2)..]);
        }
        return (text, null);
    }

    private static bool Same(IEnumerable<string> one, IEnumerable<string> other) => one.ToHashSet(StringComparer.Ordinal).SetEquals(other);
}
