using System.Text;
using NodaTime;
using Vuosikello.Domain;

namespace Vuosikello.Projections.Feeds;

/// <summary>
/// What a subscriber chose, as it stands in the query of a feed's address. Values of one kind widen the choice, different kinds
/// narrow it. Lists are sorted and without repetition however they are given, so that equal choices are equal.
/// </summary>
public sealed record FeedChoice
{
    private static readonly FeedChoice Finnish = new();
    private static readonly FeedChoice Swedish = new() { Language = "sv" };
    private static readonly FeedChoice English = new() { Language = "en" };

    /// <summary><c>fi</c>, <c>sv</c> or <c>en</c>; whatever else is given means Finnish: a mistyped address still shows a calendar.</summary>
    public string Language { get; init => field = value is "sv" or "en" ? value : "fi"; } = "fi";

    public ValueList<AreaId> Areas { get; init => field = Sorted(value, static id => id.Value); } = [];
    public ValueList<ThemeId> Themes { get; init => field = Sorted(value, static id => id.Value); } = [];
    public ValueList<PartnerId> Partners { get; init => field = Sorted(value, static id => id.Value); } = [];
    public ValueList<WorkingGroupId> Groups { get; init => field = Sorted(value, static id => id.Value); } = [];

    /// <summary>Whether deadlines stand in the calendar as events of their own.</summary>
    public bool Deadlines { get; init; }

    /// <summary>Whether what is planned for months or several whole days is in.</summary>
    public bool Spans { get; init; } = true;

    /// <summary>How long before what has an hour the program reminds, one of the lengths of <see cref="FeedAlarm"/>: the nearest to what is given. Null for not at all.</summary>
    public Duration? Alarm { get; init => field = value is { } before ? FeedAlarm.Nearest(before) : null; }

    /// <summary>Whether only some areas, themes, partners or working groups were chosen.</summary>
    public bool IsFiltered => Areas.Count + Themes.Count + Partners.Count + Groups.Count > 0;

    /// <summary>Everything, in a language.</summary>
    public static FeedChoice In(string language) => language switch { "sv" => Swedish, "en" => English, _ => Finnish };

    /// <summary>The canonical query, escaped, without a question mark; empty for everything in Finnish.</summary>
    /// <param name="deadlinesByDefault">Whether the address means deadlines too when it does not mention them.</param>
    public string ToQuery(bool deadlinesByDefault = false)
    {
        var query = new StringBuilder();
        if (Language != "fi") Add("lang", Language);
        foreach (var id in Areas) Add("area", id.Value);
        foreach (var id in Themes) Add("theme", id.Value);
        foreach (var id in Partners) Add("partner", id.Value);
        foreach (var id in Groups) Add("group", id.Value);
        if (Deadlines != deadlinesByDefault) Add("deadlines", Deadlines ? "yes" : "no");
        if (!Spans) Add("spans", "no");
        if (Alarm is { } alarm) Add("alarm", FeedAlarm.Text(alarm));
        return query.ToString();

        void Add(string name, string value)
        {
            if (query.Length > 0) query.Append('&');
            query.Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    private static ValueList<T> Sorted<T>(ValueList<T> given, Func<T, string> name) =>
        given.Count < 2 ? given : given.Distinct().OrderBy(name, StringComparer.Ordinal).ToValueList();
}
