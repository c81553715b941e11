using System.Collections.Immutable;
using NodaTime;

namespace Vuosikello.Calendars;

/// <summary>A VALARM (RFC 5545 section 3.6.6): what happens when its trigger comes.</summary>
public abstract record Alarm
{
    private Alarm(AlarmTrigger trigger) => Trigger = trigger;

    /// <summary>TRIGGER: when it goes off.</summary>
    public AlarmTrigger Trigger { get; init; }

    /// <summary>REPEAT and DURATION: again so many times; null for once.</summary>
    public AlarmRepeat? Repeat { get; init; }

    /// <summary>Shows a text.</summary>
    public sealed record Display(AlarmTrigger When, string Text) : Alarm(When);

    /// <summary>Plays a sound; the program's own when there is no address.</summary>
    public sealed record Audio(AlarmTrigger When, Uri? Sound = null) : Alarm(When);

    /// <summary>Sends a message to at least one address (<c>mailto:</c>).</summary>
    public sealed record Email(AlarmTrigger When, string Subject, string Text, ImmutableArray<Uri> To) : Alarm(When);
}

/// <summary>TRIGGER (RFC 5545 section 3.8.6.3).</summary>
public abstract record AlarmTrigger
{
    private AlarmTrigger() { }

    /// <summary>So long after the start; before it when negative. Whole seconds. An all-day event starts at midnight.</summary>
    public sealed record FromStart(Duration Offset) : AlarmTrigger;

    /// <summary>So long after the end; before it when negative. Whole seconds.</summary>
    public sealed record FromEnd(Duration Offset) : AlarmTrigger;

    /// <summary>At a moment; for an event that recurs, once for all.</summary>
    public sealed record At(Instant Moment) : AlarmTrigger;
}

/// <summary>How an alarm comes again.</summary>
/// <param name="Times">1 or more, beside the first time.</param>
/// <param name="Every">Whole seconds, at least one.</param>
public sealed record AlarmRepeat(int Times, Duration Every);
