using Microsoft.Extensions.Configuration;
using NodaTime;

namespace Vuosikello.Accounts.Audit;

/// <summary>How long the audit trail is kept.</summary>
/// <param name="Kept">The setting <c>Audit:KeepDays</c>: 365 days without it, at least one.</param>
public sealed record AuditSettings(Duration Kept)
{
    private const int UsualDays = 365;

    public static AuditSettings From(IConfiguration settings) => new(Duration.FromDays(Math.Max(1, settings.GetValue("Audit:KeepDays", UsualDays))));
}
