using System.Diagnostics.CodeAnalysis;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.Feeds;

/// <summary>
/// The public feeds' addresses: <c>/feeds/{partnership}.ics</c>, <c>/feeds/{partnership}/{year}.ics</c>, and <c>areas</c>, <c>themes</c>,
/// <c>partners</c>, <c>groups</c> and <c>activities</c> between the two. Calendar programs ask for them day and night, so they are read
/// without the router.
/// </summary>
internal static class FeedAddress
{
    private const string Folder = "/feeds/";
    private const string Ending = ".ics";

    /// <summary>Stands where a partnership would, before the token of a private feed.</summary>
    private const string Private = "private";

    /// <summary>Which feed an unescaped path means, whether there is such a feed or not; false when it is no public feed's address at all.</summary>
    public static bool TryRead([NotNullWhen(true)] string? path, FeedChoice choice, out FeedKey key)
    {
        key = default;
        if (!IsFeed(path)) return false;
        var rest = path.AsSpan(Folder.Length, path.Length - Folder.Length - Ending.Length);
        Span<Range> parts = stackalloc Range[4];
        int count = rest.Split(parts, '/');
        var partnership = rest[parts[0]];
        if (count > 1 && partnership is Private) return false;
        FeedScope? scope = count switch
        {
            1 => FeedScope.Whole,
            2 => FeedScope.Year,
            3 => ScopeOf(rest[parts[1]]),
            _ => null,
        };
        if (scope is null) return false;
        string of = count == 1 ? "" : rest[parts[count - 1]].ToString();
        if (scope == FeedScope.Activity)
        {
            // Of one activity nothing can be left out, and its id has one form.
            choice = FeedChoice.In(choice.Language) with { Alarm = choice.Alarm };
            of = of.ToLowerInvariant();
        }
        key = new FeedKey(new PartnershipId(partnership.ToString()), scope.Value, of, choice);
        return true;
    }

    /// <summary>Where one activity is found as a file, in a language.</summary>
    public static string Of(ActivityView activity, string language)
    {
        string query = FeedQuery.Text(FeedChoice.In(language));
        return $"{Folder}{activity.State.Cycle.Partnership}/activities/{activity.Id}{Ending}{(query.Length > 0 ? "?" : "")}{query}";
    }

    /// <summary>Whether a path is that of a feed, public or private.</summary>
    public static bool IsFeed([NotNullWhen(true)] string? path) =>
        path is not null && path.Length > Folder.Length + Ending.Length
        && path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) && path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    private static FeedScope? ScopeOf(ReadOnlySpan<char> kind) =>
        kind.Equals("areas", StringComparison.OrdinalIgnoreCase) ? FeedScope.Area
        : kind.Equals("themes", StringComparison.OrdinalIgnoreCase) ? FeedScope.Theme
        : kind.Equals("partners", StringComparison.OrdinalIgnoreCase) ? FeedScope.Partner
        : kind.Equals("groups", StringComparison.OrdinalIgnoreCase) ? FeedScope.Group
        : kind.Equals("activities", StringComparison.OrdinalIgnoreCase) ? FeedScope.Activity
        : null;
}
