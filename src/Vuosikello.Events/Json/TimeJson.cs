using System.Buffers.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Vuosikello.Events.Json;

/// <summary>
/// NodaTime's values in ISO 8601. The usual forms are read by the framework's parsers, which make no string of them; the
/// rest by NodaTime's patterns.
/// </summary>
internal static class TimeJson
{
    public static string Text(LocalDate value) => LocalDatePattern.Iso.Format(value);
    public static string Text(LocalDateTime value) => LocalDateTimePattern.ExtendedIso.Format(value);
    public static string Text(LocalTime value) => LocalTimePattern.ExtendedIso.Format(value);
    public static string Text(YearMonth value) => YearMonthPattern.Iso.Format(value);
    public static string Text(Instant value) => InstantPattern.ExtendedIso.Format(value);

    public static LocalDate GetLocalDate(this ref Utf8JsonReader reader) =>
        reader.ValueSpan.Length == "2026-02-26".Length && reader.TryGetDateTime(out var date)
            ? LocalDate.FromDateTime(date)
            : LocalDatePattern.Iso.Parse(reader.GetString() ?? "").GetValueOrThrow();

    public static LocalDateTime GetLocalDateTime(this ref Utf8JsonReader reader) =>
        reader.ValueSpan.Length == "2026-02-26T16:00:00".Length && reader.TryGetDateTime(out var time) && time.Kind == DateTimeKind.Unspecified
            ? LocalDateTime.FromDateTime(time)
            : LocalDateTimePattern.ExtendedIso.Parse(reader.GetString() ?? "").GetValueOrThrow();

    public static LocalTime GetLocalTime(this ref Utf8JsonReader reader) =>
        reader.ValueSpan.Length == "16:00:00".Length && Utf8Parser.TryParse(reader.ValueSpan, out TimeSpan time, out int read) && read == 8 && time >= TimeSpan.Zero
            ? LocalTime.FromTicksSinceMidnight(time.Ticks)
            : LocalTimePattern.ExtendedIso.Parse(reader.GetString() ?? "").GetValueOrThrow();

    public static YearMonth GetYearMonth(this ref Utf8JsonReader reader) => YearMonthPattern.Iso.Parse(reader.GetString() ?? "").GetValueOrThrow();

    public static Instant GetInstant(this ref Utf8JsonReader reader) =>
        reader.ValueSpan.Length <= "2026-02-26T16:00:00.1234567Z".Length && reader.TryGetDateTime(out var time) && time.Kind == DateTimeKind.Utc
            ? Instant.FromDateTimeUtc(time)
            : InstantPattern.ExtendedIso.Parse(reader.GetString() ?? "").GetValueOrThrow();
}
