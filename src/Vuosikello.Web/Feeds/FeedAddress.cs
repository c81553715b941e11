using System.Diagnostics.CodeAnalysis;
using Vuosikello.Domain;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.Feeds;

/// <summary>
/// The feeds' addresses: <c>/feeds/{partnership}.ics</c>, <c>/feeds/{partnership}/{year}.ics</c>, and <c>areas</c>, <c>themes</c> and
/// <c>partners</c> between the two. Calendar programs ask for them day and night, so they are read without the router.
/// </summary>
internal static class FeedAddress
{
    private const string Folder = "/feeds/";
    private const string Ending = ".ics";

    /// <summary>Which feed an unescaped path means, whether there is such a feed or not; false when it is no feed's address at all.</summary>
    public static bool TryRead([NotNullWhen(true)] string? path, string language, out FeedKey key)
    {
        key = default;
        if (path is null || !path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) || !path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)) return false;
        if (path.Length <= Folder.Length + Ending.Length) return false;
        var rest = path.AsSpan(Folder.Length, path.Length - Folder.Length - Ending.Length);
        Span<Range> parts = stackalloc Range[4];
        int count = rest.Split(parts, '/');
        FeedScope? scope = count switch
        {
            1 => FeedScope.Whole,
            2 => FeedScope.Year,
            3 => ScopeOf(rest[parts[1]]),
            _ => null,
        };
        if (scope is null) return false;
        key = new FeedKey(new PartnershipId(rest[parts[0]].ToString()), scope.Value, count == 1 ? "" : rest[parts[count - 1]].ToString(), language);
        return true;
    }

    private static FeedScope? ScopeOf(ReadOnlySpan<char> kind) =>
        kind.Equals("areas", StringComparison.OrdinalIgnoreCase) ? FeedScope.Area
        : kind.Equals("themes", StringComparison.OrdinalIgnoreCase) ? FeedScope.Theme
        : kind.Equals("partners", StringComparison.OrdinalIgnoreCase) ? FeedScope.Partner
        : null;
}
