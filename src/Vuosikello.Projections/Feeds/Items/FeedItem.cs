using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Domain;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>
/// Something that calendars show: an activity, or a deadline. Immutable: after a change there is another one. Its events are
/// rendered when a feed first needs them, once for each language, and shared by all feeds with it.
/// </summary>
/// <param name="uid">The UID of its event, or what the UIDs of its events begin with: the same for the same thing for ever, and for no other.</param>
internal abstract class FeedItem(string uid)
{
    private ImmutableArray<RenderedEvent> _finnish, _swedish, _english;

    public string Uid { get; } = uid;

    /// <summary>Follows from the UID and is spread evenly: it decides where a feed is cut into chunks.</summary>
    public uint Mark { get; } = MarkOf(uid);

    /// <summary>The first day on which it is to be seen.</summary>
    public abstract LocalDate First { get; }

    /// <summary>The last day on which it is to be seen.</summary>
    public abstract LocalDate Last { get; }

    /// <summary>From then on it is left out; null for never.</summary>
    public virtual Instant? GoneAt => null;

    /// <summary>The activity that it is, or is of.</summary>
    public virtual ActivityId? Activity => null;

    public abstract ValueList<AreaId> Areas { get; }
    public abstract ValueList<ThemeId> Themes { get; }

    /// <summary>The partners whom it concerns.</summary>
    public abstract ValueList<PartnerId> Partners { get; }

    /// <summary>Whether it lasts months or several whole days.</summary>
    public abstract bool IsSpan { get; }

    /// <summary>Whether it is something to be done by a day, and not something that takes place.</summary>
    public abstract bool IsDeadline { get; }

    /// <summary>Its events: the same each time. An activity needs several where programs disagree on its rule.</summary>
    public abstract IEnumerable<CalendarEvent> Events(FeedWords words);

    /// <summary>Its events without alarms, rendered once and kept.</summary>
    public ImmutableArray<RenderedEvent> Rendered(string language, FeedWork work)
    {
        switch (language)
        {
            case "sv": return Kept(ref _swedish, language, work);
            case "en": return Kept(ref _english, language, work);
            default: return Kept(ref _finnish, language, work);
        }
    }

    /// <summary>Its events rendered anew, with an alarm in each that has an hour and takes place. None of one that cannot stand in a calendar: the others are not to go with it.</summary>
    /// <param name="before">How long before the start; null for no alarm.</param>
    public ImmutableArray<RenderedEvent> Render(string language, Duration? before, FeedWork work)
    {
        var rendered = ImmutableArray.CreateBuilder<RenderedEvent>(1);
        try
        {
            foreach (var e in Events(FeedWords.In(language)))
            {
                bool reminds = before is not null && e.Time is not EventTime.AllDay && e.Status != EventStatus.Cancelled;
                rendered.Add(CalendarWriter.Render(reminds ? e with { Alarms = [new Alarm.Display(new AlarmTrigger.FromStart(-before!.Value), e.Summary ?? "")] } : e));
                work.RenderedEvent();
            }
        }
        catch (InvalidCalendarException)
        {
            work.Refused(Uid);
            return [];
        }
        return rendered.DrainToImmutable();
    }

    private ImmutableArray<RenderedEvent> Kept(ref ImmutableArray<RenderedEvent> kept, string language, FeedWork work)
    {
        // Two feeds may get here at once; both go on with what the first one kept.
        if (kept.IsDefault) ImmutableInterlocked.InterlockedInitialize(ref kept, Render(language, null, work));
        return kept;
    }

    /// <summary>FNV-1a.</summary>
    private static uint MarkOf(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = (hash ^ c) * 16777619;
        return hash;
    }
}
