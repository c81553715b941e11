using NodaTime.Text;
using Vuosikello.Calendars.Reading;

namespace Vuosikello.Calendars.JCal;

/// <summary>Dates, times and offsets with the hyphens and colons of ISO 8601 (RFC 7265 sections 3.6.4 to 3.6.11).</summary>
internal static class JCalTimes
{
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss");

    /// <summary>A DATE or DATE-TIME; null for what is none.</summary>
    public static string? Of(string value)
    {
        if (TimeForm.Parse(System.Text.Encoding.UTF8.GetBytes(value)) is not { } form || (form.Offset is { } offset && offset != NodaTime.Offset.Zero)) return null;
        return form.Time is { } time ? Time.Format(form.Date + time) + (form.Offset is null ? "" : "Z") : LocalDatePattern.Iso.Format(form.Date);
    }

    /// <summary>A UTC-OFFSET; null for what is none.</summary>
    public static string? Offset(string value)
    {
        if (value.Length is not (5 or 7) || value[0] is not ('+' or '-') || value.AsSpan(1).ContainsAnyExceptInRange('0', '9')) return null;
        string hoursAndMinutes = $"{value[..3]}:{value[3..5]}";
        return value.Length == 5 ? hoursAndMinutes : $"{hoursAndMinutes}:{value[5..]}";
    }
}
