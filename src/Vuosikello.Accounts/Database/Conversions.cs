using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace Vuosikello.Accounts.Database;

/// <summary>Moments are stored as milliseconds since 1970 UTC: the same number in either database, and in order.</summary>
internal sealed class MillisecondsOf() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeMilliseconds(), milliseconds => Instant.FromUnixTimeMilliseconds(milliseconds));

/// <summary>Days are stored as ISO 8601 writes them.</summary>
internal sealed class IsoDate() : ValueConverter<LocalDate, string>(
    date => LocalDatePattern.Iso.Format(date), text => LocalDatePattern.Iso.Parse(text).Value);
