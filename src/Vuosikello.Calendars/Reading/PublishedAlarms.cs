using System.Globalization;
using NodaTime;

namespace Vuosikello.Calendars.Reading;

/// <summary>Alarms that were read, as far as the writer takes them.</summary>
internal static class PublishedAlarms
{
    /// <summary>Null for one that RFC 5545 does not know or that lacks what it needs.</summary>
    public static Alarm? Of(CalendarComponent component)
    {
        if (Trigger(component.Property("TRIGGER")) is not { } trigger) return null;
        string text = component.Property("DESCRIPTION")?.Text ?? "";
        Alarm? alarm = component.Property("ACTION")?.Value.ToUpperInvariant() switch
        {
            "DISPLAY" => new Alarm.Display(trigger, text),
            "AUDIO" => new Alarm.Audio(trigger, Address(component.Property("ATTACH"))),
            "EMAIL" => new Alarm.Email(trigger, component.Property("SUMMARY")?.Text ?? "", text, [.. component.Properties.Where(p => p.Name == "ATTENDEE").Select(p => Address(p)).OfType<Uri>()]),
            _ => null,
        };
        return alarm is Alarm.Email { To.IsEmpty: true } ? null : alarm is null ? null : alarm with { Repeat = Repeat(component) };
    }

    private static AlarmTrigger? Trigger(CalendarProperty? trigger)
    {
        if (trigger is not { } property) return null;
        if (TimeForm.Parse(property.Octets) is { Time: { } time } form && form.Offset == Offset.Zero) return new AlarmTrigger.At((form.Date + time).InUtc().ToInstant());
        if (LengthForm.Parse(property.Octets) is not { } length) return null;
        bool ofEnd = "END".Equals(property.Parameter("RELATED"), StringComparison.OrdinalIgnoreCase);
        return ofEnd ? new AlarmTrigger.FromEnd(length.ToDuration()) : new AlarmTrigger.FromStart(length.ToDuration());
    }

    private static AlarmRepeat? Repeat(CalendarComponent component)
    {
        if (!int.TryParse(component.Property("REPEAT")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int times) || times < 1) return null;
        return component.Property("DURATION") is { } every && LengthForm.Parse(every.Octets) is { } length && length.ToDuration() >= Duration.FromSeconds(1) ? new AlarmRepeat(times, length.ToDuration()) : null;
    }

    private static Uri? Address(CalendarProperty? address) => address is { } property && Uri.TryCreate(property.Value, UriKind.Absolute, out var uri) ? uri : null;
}
