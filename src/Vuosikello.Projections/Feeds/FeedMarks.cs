namespace Vuosikello.Projections.Feeds;

/// <summary>What feeds say of an event at the start of its title, in any of their languages.</summary>
public static class FeedMarks
{
    private static readonly string[] Withdrawn = [.. new[] { "fi", "sv", "en" }.Select(language => FeedWords.In(language).WithdrawnMark)];

    /// <summary>Whether the title of an event that a feed holds as cancelled is that of an activity withdrawn, and not of one that was called off.</summary>
    public static bool IsWithdrawn(string title) => Array.Exists(Withdrawn, mark => title.StartsWith(mark, StringComparison.Ordinal));
}
