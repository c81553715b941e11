using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Projections.Wheel;

/// <summary>How a wheel is drawn.</summary>
/// <param name="Language"><c>fi</c>, <c>sv</c> or <c>en</c>; anything else means Finnish.</param>
/// <param name="Rings">What a ring stands for.</param>
/// <param name="Today">The day of the hand, in Helsinki; no hand when it is null or in another year.</param>
/// <param name="Href">Where an activity's link leads.</param>
/// <param name="Filter">Activities for which it is false are left out; the numbers of the others stay as they are.</param>
/// <param name="Use">Where the picture goes.</param>
public sealed record WheelOptions(
    string Language,
    WheelRings Rings,
    LocalDate? Today,
    Func<ActivityId, string> Href,
    Func<ActivityView, bool>? Filter = null,
    WheelUse Use = WheelUse.Board)
{
    /// <summary>The board of the year before, for what runs over New Year into this one.</summary>
    public BoardView? Previous { get; init; }

    /// <summary>Where the neighbouring years' marks at the rim lead; null leaves the marks out.</summary>
    public Func<int, string>? YearHref { get; init; }

    /// <summary>Where the months' names lead (1 to 12); null leaves them without links. On a board they lead to the month's heading in the list.</summary>
    public Func<int, string>? MonthHref { get; init; } = Use == WheelUse.Board ? MonthInList : null;

    private static string MonthInList(int month) => FormattableString.Invariant($"#month-name-{month}");
}

/// <summary>What a ring of the wheel stands for.</summary>
public enum WheelRings
{
    Themes,
    Areas,
}

/// <summary>Where a wheel goes: a page with the stylesheet and a legend of its own, paper, or somebody else's page.</summary>
public enum WheelUse
{
    Board,
    Print,
    Embed,
}
