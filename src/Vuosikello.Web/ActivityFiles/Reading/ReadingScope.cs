using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>What a reader needs to know to make activities of a file.</summary>
/// <param name="Cycle">The year that is imported into.</param>
/// <param name="Partnership">Whose areas, themes and partners the file may name.</param>
/// <param name="Language">The language of texts whose language the file does not say.</param>
/// <param name="Feeds">How our own feeds are written.</param>
public sealed record ReadingScope(CycleId Cycle, Partnership Partnership, string Language, FeedSettings Feeds)
{
    /// <summary>An activity of any year; null when there is none.</summary>
    public required Func<ActivityId, ActivityView?> Find { get; init; }

    /// <summary>An activity as it was at a version; null when there was none.</summary>
    public required Func<ActivityId, long, ValueTask<Activity?>> At { get; init; }

    /// <summary>False where nobody chose the language: the headings of a table then tell it.</summary>
    public bool LanguageIsChosen { get; init; } = true;

    /// <summary>The organisation that the importing member acts for: its keys and titles are its own. Null for none.</summary>
    public PartnerId? Importer { get; init; }

    public NamesOfPartnership Names { get; } = new(Partnership);
}

/// <summary>How much of a file is read.</summary>
public static class FileLimits
{
    /// <summary>Octets of a file.</summary>
    public const int Octets = 2_000_000;

    /// <summary>Activities of a file.</summary>
    public const int Rows = 2_000;

    /// <summary>Events of a calendar, those of other years included.</summary>
    public const int Components = 40_000;

    /// <summary>Occurrences of all series together.</summary>
    public const int AllOccurrences = 2_000_000;

    /// <summary>How long the series of a file may take; what is left then is not read.</summary>
    public static readonly TimeSpan Effort = TimeSpan.FromSeconds(10);

    /// <summary>Occurrences of one series that are looked at, from its beginning.</summary>
    public const int Occurrences = 50_000;
}
