using NodaTime;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Domain.Partnerships;

/// <summary>When a partner's card was written, confirmed and asked about. Days are those of Europe/Helsinki.</summary>
/// <param name="Since">When the organisation joined.</param>
/// <param name="ConfirmedOn">When somebody last said that all of it is right; null for never.</param>
/// <param name="AskedOn">When it was last asked whether it is; null for never.</param>
public sealed record CardDates(LocalDate Since, LocalDate? ConfirmedOn = null, LocalDate? AskedOn = null)
{
    /// <summary>The last change of each field since it was first written; see <see cref="PartnerFields"/>.</summary>
    public Touches Touched { get; init; } = Touches.Empty;

    /// <summary>So long a card is taken to be right after somebody said so, and so long is waited before asking again.</summary>
    public static readonly Period Good = Period.FromYears(1);

    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    /// <summary>The day on which it is next asked whether the card is still right.</summary>
    public LocalDate AskOn => LastWord + Good;

    private LocalDate LastWord
    {
        get
        {
            var said = ConfirmedOn is { } confirmed ? LocalDate.Max(Since, confirmed) : Since;
            return AskedOn is { } asked ? LocalDate.Max(said, asked) : said;
        }
    }

    /// <summary>True when nobody confirmed it within a year before <paramref name="today"/>: one that joined within it is still fresh.</summary>
    public bool IsStale(LocalDate today) => (ConfirmedOn ?? Since) + Good <= today;

    /// <summary>The day in Europe/Helsinki.</summary>
    public static LocalDate DayOf(Instant at) => at.InZone(Helsinki).Date;

    /// <summary>The moment at which a day's questions are asked: eight in the morning in Europe/Helsinki.</summary>
    public static Instant MorningOf(LocalDate day) => (day + new LocalTime(8, 0)).InZoneLeniently(Helsinki).ToInstant();
}
