using NodaTime;

namespace Vuosikello.Calendars.Recurrence;

/// <summary>FREQ: the length of the periods that a rule goes through.</summary>
public enum RuleFrequency
{
    /// <summary>SECONDLY.</summary>
    Secondly,
    /// <summary>MINUTELY.</summary>
    Minutely,
    /// <summary>HOURLY.</summary>
    Hourly,
    /// <summary>DAILY.</summary>
    Daily,
    /// <summary>WEEKLY; where a week begins is WKST's to say.</summary>
    Weekly,
    /// <summary>MONTHLY.</summary>
    Monthly,
    /// <summary>YEARLY.</summary>
    Yearly,
}

/// <summary>A day of the week, or the n-th of them in the month or year (negative: from the end; 0: each).</summary>
public readonly record struct RuleWeekday(IsoDayOfWeek Weekday, int Ordinal = 0);

/// <summary>
/// When a rule stops. A writer gives UNTIL as a day, which is written in the kind of the event's start, because programs count
/// differently when the kinds differ; the other forms are what a reader may meet (RFC 5545 section 3.3.10).
/// </summary>
public abstract record RuleEnd
{
    private RuleEnd() { }

    /// <summary>Neither COUNT nor UNTIL.</summary>
    public sealed record Never : RuleEnd
    {
        private Never() { }
        /// <summary>The one there is.</summary>
        public static Never Instance { get; } = new();
    }

    /// <summary>COUNT: after this many occurrences, those that are left out by EXDATE counted.</summary>
    public sealed record Count(int Occurrences) : RuleEnd;

    /// <summary>UNTIL as a DATE: the last date on which an occurrence may start. Beside a time it is written as that day's end, in UTC.</summary>
    public sealed record LastDay(LocalDate Date) : RuleEnd;

    /// <summary>UNTIL as a time without zone: the last one at which an occurrence may start, on the clock of the start. Whole seconds.</summary>
    public sealed record LastTime(LocalDateTime Time) : RuleEnd;

    /// <summary>UNTIL in UTC: the last moment at which an occurrence may start. Beside a start that has no zone it is read as a time on the start's clock.</summary>
    public sealed record LastMoment(Instant At) : RuleEnd;
}
