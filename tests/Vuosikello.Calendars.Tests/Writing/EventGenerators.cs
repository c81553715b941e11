using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Tests.Writing;

/// <summary>Events of every kind that can be written, with the nastiest texts.</summary>
internal static class EventGenerators
{
    private static readonly DateTimeZone[] Zones = [.. new[] { "Europe/Helsinki", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca" }.Select(id => DateTimeZoneProviders.Tzdb[id])];
    private static readonly string?[] Uris = [null, "https://example.org/", "https://example.org/a;b,c?d=%22e%22#f", "mailto:someone@example.org", "https://exämple.org/ä", "urn:uuid:0"];

    private static readonly Gen<string> Text = TextProperties.TextGen.Select(CalendarText.Clean);
    private static readonly Gen<string?> MaybeText = Gen.OneOf(Gen.Constant<string?>(null), Text.Select(t => (string?)t));
    private static readonly Gen<string> Words = Text.Select(t => "x" + t);
    private static readonly Gen<Uri?> MaybeUri = Gen.Elements(Uris).Select(u => u is null ? null : new Uri(u));
    private static readonly Gen<Uri> SomeUri = Gen.Elements(Uris[1..]).Select(u => new Uri(u!));
    private static readonly Gen<LocalDate> Days = Gen.Choose(0, 25_000).Select(n => new LocalDate(1985, 1, 1).PlusDays(n));
    private static readonly Gen<Instant> Moments = Gen.Choose(0, int.MaxValue).Select(s => Instant.FromUnixTimeSeconds(s));

    private static readonly Gen<EventTime> Times = Gen.OneOf(
        from first in Days from days in Gen.Choose(0, 40) select (EventTime)new EventTime.AllDay(first, first.PlusDays(days)),
        from start in Moments from seconds in Gen.Choose(0, 200_000) select (EventTime)new EventTime.Utc(start, start + Duration.FromSeconds(seconds)),
        Zoned(),
        Zoned());

    private static readonly Gen<Alarm> Alarms =
        from trigger in Gen.OneOf(
            Gen.Choose(-400_000, 400_000).Select(s => (AlarmTrigger)new AlarmTrigger.FromStart(Duration.FromSeconds(s))),
            Gen.Choose(-400_000, 400_000).Select(s => (AlarmTrigger)new AlarmTrigger.FromEnd(Duration.FromSeconds(s))),
            Moments.Select(m => (AlarmTrigger)new AlarmTrigger.At(m)))
        from alarm in Gen.OneOf(
            Text.Select(t => (Alarm)new Alarm.Display(trigger, t)),
            MaybeUri.Select(u => (Alarm)new Alarm.Audio(trigger, u)),
            from subject in Text from text in Text from to in SomeUri select (Alarm)new Alarm.Email(trigger, subject, text, [to]))
        from times in Gen.Choose(0, 3)
        select times == 0 ? alarm : alarm with { Repeat = new AlarmRepeat(times, Duration.FromMinutes(times)) };

    /// <summary>An event that stands alone, all its parts there or not.</summary>
    public static Gen<CalendarEvent> Single(string uid) =>
        from time in Times
        from texts in MaybeText.ArrayOf(4)
        from stamp in Moments
        from numbers in Gen.Choose(0, 1000).ArrayOf(5)
        from categories in Words.ArrayOf()
        from organizer in MaybeUri
        from url in MaybeUri
        from label in MaybeText
        from file in MaybeText
        from addresses in SomeUri.ArrayOf()
        from alarms in Alarms.ArrayOf()
        select new CalendarEvent
        {
            Uid = uid,
            Stamp = stamp,
            Time = time,
            Sequence = numbers[0] > 500 ? null : numbers[0],
            Created = numbers[1] > 500 ? null : stamp - Duration.FromDays(numbers[1]),
            LastModified = numbers[1] > 700 ? null : stamp,
            Status = numbers[2] > 500 ? null : (EventStatus)(numbers[2] % 3),
            Access = numbers[3] > 500 ? null : (EventAccess)(numbers[3] % 3),
            Priority = numbers[4] > 500 ? null : numbers[4] % 10,
            Transparent = numbers[4] % 2 == 0,
            Summary = texts[0],
            Description = texts[1],
            Location = texts[2],
            Contact = texts[3],
            HtmlDescription = numbers[0] > 800 ? texts[1] : null,
            Position = numbers[2] > 800 ? new GeoPosition((numbers[3] - 500) / 8.0, (numbers[4] - 500) / 4.0) : null,
            Categories = [.. categories],
            Color = numbers[3] % 2 == 0 ? "teal" : null,
            Url = url,
            Organizer = organizer is null ? null : new Organizer(organizer, label),
            RelatedTo = numbers[0] % 3 == 0 ? [new("other, one", (EventRelation)(numbers[1] % 3))] : [],
            Attachments = [.. addresses.Select(a => new Attachment(a, numbers[1] % 2 == 0 ? "text/plain" : null, file))],
            Images = [.. addresses.Take(2).Select((a, i) => new CalendarImage(a, null, (ImageDisplay)i))],
            Conferences = [.. addresses.Take(3).Select(a => new Conference(a, label, (ConferenceFeatures)(numbers[2] % 128)))],
            Alarms = [.. alarms],
        };

    /// <summary>An event that may recur, with exceptions, additions and overrides.</summary>
    public static Gen<CalendarEvent> Series(string uid) =>
        from e in Single(uid)
        from rule in Rule(e.Time)
        from skips in Gen.Choose(0, 6).ArrayOf(3)
        from other in Single(uid)
        select rule is null ? e : WithRule(e, rule, skips, other);

    private static CalendarEvent WithRule(CalendarEvent e, RecurrenceRule rule, int[] skips, CalendarEvent other)
    {
        var dates = rule.Occurrences(e.Time.StartDate).Take(7).ToArray();
        var without = skips.Where(s => s > 0 && s < dates.Length).Select(s => dates[s]).Distinct().ToArray();
        return e with
        {
            Rule = rule,
            Exceptions = [.. without],
            Additions = skips[0] == 0 ? [e.Time.StartDate.PlusDays(-skips[1])] : [],
            Overrides = skips[2] % 2 == 0 ? [new(dates[0], other)] : [],
        };
    }

    private static Gen<RecurrenceRule?> Rule(EventTime time)
    {
        var start = time.StartDate;
        return
            from kind in Gen.Choose(0, 7)
            from interval in Gen.Choose(1, 4)
            from length in Gen.Choose(1, 40)
            from ending in Gen.Choose(0, 2)
            let end = ending == 0 || (ending == 2 && time is EventTime.Utc) ? new RuleEnd.Count(length) : ending == 1 ? RuleEnd.Never.Instance : (RuleEnd)new RuleEnd.LastDay(start.PlusDays(length * 9))
            select kind switch
            {
                0 or 1 => null,
                2 => new RecurrenceRule { Frequency = RuleFrequency.Daily, Interval = interval, End = end },
                3 => new RecurrenceRule { Frequency = RuleFrequency.Weekly, Interval = interval, End = end },
                4 => new RecurrenceRule { Frequency = RuleFrequency.Weekly, ByDay = [new(start.DayOfWeek), new(start.PlusDays(2).DayOfWeek)], End = end },
                5 => new RecurrenceRule { Frequency = RuleFrequency.Monthly, Interval = interval, ByMonthDay = [start.Day], End = end },
                6 => new RecurrenceRule { Frequency = RuleFrequency.Monthly, ByDay = [new(start.DayOfWeek, ((start.Day - 1) / 7) + 1)], End = end },
                _ => new RecurrenceRule { Frequency = RuleFrequency.Yearly, ByMonth = [start.Month], ByMonthDay = [start.Day], End = end },
            };
    }

    private static Gen<EventTime> Zoned() =>
        from day in Days
        from minute in Gen.Choose(0, 24 * 60 - 1)
        from minutes in Gen.Choose(0, 5000)
        from zone in Gen.Elements(Zones)
        let start = day.AtMidnight().PlusMinutes(minute)
        select Between(start, start.PlusMinutes(minutes), zone);

    private static EventTime Between(LocalDateTime start, LocalDateTime end, DateTimeZone zone)
    {
        var (from, to) = (start.InZoneLeniently(zone).ToInstant(), end.InZoneLeniently(zone).ToInstant());
        return to < from ? new EventTime.Utc(to, from) : new EventTime.Zoned(start, end, zone);
    }
}
