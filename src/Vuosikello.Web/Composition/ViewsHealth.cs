using Microsoft.Extensions.Diagnostics.HealthChecks;
using Vuosikello.Projections;

namespace Vuosikello.Web.Composition;

/// <summary>Ready once the views show the log as it was at the start, and as long as they follow it.</summary>
public sealed class ViewsHealth(IViewsProgress progress) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = progress.Now;
        return Task.FromResult(now.Ready
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(now.Failure ?? $"The views are at {now.Position} of {now.Target?.ToString() ?? "an unknown end"}."));
    }
}
