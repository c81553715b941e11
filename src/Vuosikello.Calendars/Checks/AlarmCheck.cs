using NodaTime;

namespace Vuosikello.Calendars.Checks;

/// <summary>What an alarm may hold.</summary>
internal static class AlarmCheck
{
    public static void Check(Alarm alarm, Bearer me)
    {
        switch (alarm)
        {
            case Alarm.Display display: CalendarText.Check(display.Text, "VALARM's DESCRIPTION", me); break;
            case Alarm.Audio audio: AbsoluteUris.Check(audio.Sound, "VALARM's ATTACH", me); break;
            case Alarm.Email email: CheckEmail(email, me); break;
        }
        switch (alarm.Trigger)
        {
            case AlarmTrigger.FromStart(var offset): WholeSeconds(offset, "TRIGGER", me); break;
            case AlarmTrigger.FromEnd(var offset): WholeSeconds(offset, "TRIGGER", me); break;
            case AlarmTrigger.At(var moment): PartsCheck.Moment(moment, "TRIGGER", me); break;
        }
        if (alarm.Repeat is not { } repeat) return;
        if (repeat.Times < 1) throw new InvalidCalendarException($"REPEAT of {me} is {repeat.Times}; it is 1 or more.");
        WholeSeconds(repeat.Every, "VALARM's DURATION", me);
        if (repeat.Every < Duration.FromSeconds(1)) throw new InvalidCalendarException($"VALARM's DURATION of {me} is {repeat.Every}; it is a second or more.");
    }

    private static void CheckEmail(Alarm.Email email, Bearer me)
    {
        CalendarText.Check(email.Subject, "VALARM's SUMMARY", me);
        CalendarText.Check(email.Text, "VALARM's DESCRIPTION", me);
        if (email.To.IsEmpty) throw new InvalidCalendarException($"VALARM of {me} sends a message to nobody; it needs an ATTENDEE.");
        foreach (var to in email.To) AbsoluteUris.Check(to, "VALARM's ATTENDEE", me);
    }

    private static void WholeSeconds(Duration length, string property, Bearer me)
    {
        if (length.SubsecondNanoseconds != 0) throw new InvalidCalendarException($"{property} of {me} is {length}; it has to be whole seconds.");
    }
}
