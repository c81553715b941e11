using NodaTime;

namespace Vuosikello.Accounts;

/// <summary>Ids of rows: UUIDs of version 7, random and in the order in which they were made.</summary>
internal static class NewId
{
    public static Guid At(Instant now) => Guid.CreateVersion7(now.ToDateTimeOffset());
}
