using System.Text;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Projections.Boards;

/// <summary>
/// Which of a board's activities a reader wants to see, as it stands in the address. Values of one kind widen the choice,
/// different kinds narrow it, and every word of the text has to be found.
/// </summary>
/// <remarks>Lists are sorted and without repetition, so that equal wishes have one address.</remarks>
/// <param name="Text">Words to find in titles, descriptions, places, roles and agendas of all languages; case and diacritics do not matter.</param>
public sealed record BoardFilter(
    ValueList<AreaId> Areas,
    ValueList<ThemeId> Themes,
    ValueList<PartnerId> Partners,
    ValueList<ActivityStatus> Statuses,
    string Text)
{
    /// <summary>Longer texts are cut: nobody searches for more, and addresses stay short.</summary>
    public const int MaxTextLength = 200;

    /// <summary>Lets everything through.</summary>
    public static BoardFilter None { get; } = new([], [], [], [], "");

    public bool IsEmpty => Areas.Count == 0 && Themes.Count == 0 && Partners.Count == 0 && Statuses.Count == 0 && Text.Length == 0;

    /// <summary>
    /// Reads the parameters <c>area</c>, <c>theme</c>, <c>partner</c>, <c>status</c> (each any number of times) and <c>q</c>,
    /// unescaped. What is not understood is left out: an old address still shows a board.
    /// </summary>
    public static BoardFilter Parse(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        SortedSet<string> areas = new(StringComparer.Ordinal), themes = new(StringComparer.Ordinal), partners = new(StringComparer.Ordinal);
        SortedSet<ActivityStatus> statuses = [];
        string text = "";
        foreach (var (name, value) in parameters)
        {
            if (string.IsNullOrWhiteSpace(value)) continue;
            switch (name)
            {
                case "area" when Slug.IsValid(value): areas.Add(value); break;
                case "theme" when Slug.IsValid(value): themes.Add(value); break;
                case "partner" when Slug.IsValid(value): partners.Add(value); break;
                case "status" when StatusOf(value) is { } status: statuses.Add(status); break;
                case "q": text = Tidy(value); break;
            }
        }
        return new(
            areas.Select(id => new AreaId(id)).ToValueList(),
            themes.Select(id => new ThemeId(id)).ToValueList(),
            partners.Select(id => new PartnerId(id)).ToValueList(),
            statuses.ToValueList(),
            text);
    }

    /// <summary>The canonical query string, escaped, without a question mark; empty for <see cref="None"/>.</summary>
    public string ToQuery()
    {
        var query = new StringBuilder();
        foreach (var id in Areas) Add("area", id.Value);
        foreach (var id in Themes) Add("theme", id.Value);
        foreach (var id in Partners) Add("partner", id.Value);
        foreach (var status in Statuses) Add("status", NameOf(status));
        if (Text.Length > 0) Add("q", Text);
        return query.ToString();

        void Add(string name, string value)
        {
            if (query.Length > 0) query.Append('&');
            query.Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    /// <summary>Tells whether a reader who chose this sees the activity. A partner's activities are those it answers for or takes part in.</summary>
    public bool Matches(ActivityView activity)
    {
        var details = activity.Details;
        return (Statuses.Count == 0 || Statuses.AsSpan().Contains(activity.State.Status))
            && (Areas.Count == 0 || details.Areas.AsSpan().ContainsAny(Areas.AsSpan()))
            && (Themes.Count == 0 || details.Themes.AsSpan().ContainsAny(Themes.AsSpan()))
            && (Partners.Count == 0 || ConcernsPartner(details))
            && (Text.Length == 0 || SearchText.Of(details).HasAll(Text));
    }

    /// <summary>A status as addresses name it, such as <c>confirmed</c>.</summary>
    public static string NameOf(ActivityStatus status) => status switch
    {
        ActivityStatus.Proposed => "proposed",
        ActivityStatus.Confirmed => "confirmed",
        ActivityStatus.Cancelled => "cancelled",
        ActivityStatus.Held => "held",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A board shows no such status."),
    };

    private static ActivityStatus? StatusOf(string name) => name switch
    {
        "proposed" => ActivityStatus.Proposed,
        "confirmed" => ActivityStatus.Confirmed,
        "cancelled" => ActivityStatus.Cancelled,
        "held" => ActivityStatus.Held,
        _ => null,
    };

    private bool ConcernsPartner(ActivityDetails details)
    {
        var wanted = Partners.AsSpan();
        return (details.Responsible?.Partner is { } responsible && wanted.Contains(responsible)) || details.Participants.AsSpan().ContainsAny(wanted);
    }

    private static string Tidy(string text)
    {
        string tidy = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (tidy.Length <= MaxTextLength) return tidy;
        // A surrogate pair cut in half could not be escaped into an address.
        int end = char.IsHighSurrogate(tidy[MaxTextLength - 1]) ? MaxTextLength - 1 : MaxTextLength;
        return tidy[..end].TrimEnd();
    }
}
