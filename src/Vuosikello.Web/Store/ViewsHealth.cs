using Microsoft.Extensions.Diagnostics.HealthChecks;
using Vuosikello.Projections;

namespace Vuosikello.Web.Store;

/// <summary>Ready once the views show the log as it was at the start, and as long as they follow it; degraded while nothing can be saved.</summary>
internal sealed class ViewsHealth(IViewsProgress progress, StoreFacts store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Now());

    private HealthCheckResult Now()
    {
        var now = progress.Now;
        string? away = store.CanWrite ? null : $"The event store has been away since {store.Since}; it is read only for now.";
        if (now.Ready) return away is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(away);
        string views = now.Failure ?? $"The views are at {now.Position} of {now.Target?.ToString() ?? "an unknown end"}.";
        return HealthCheckResult.Unhealthy(away is null ? views : $"{views} {away}");
    }
}
