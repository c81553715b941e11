using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Vuosikello.Web.Store;

/// <summary>
/// Sends the metrics to a collector by OTLP when the standard setting <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one. The other standard settings
/// (<c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>OTEL_EXPORTER_OTLP_HEADERS</c>, <c>OTEL_METRIC_EXPORT_INTERVAL</c>, <c>OTEL_SERVICE_NAME</c>) are heeded too.
/// </summary>
internal static class MetricsExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddMetricsExport(this IServiceCollection services, IConfiguration settings)
    {
        if (settings[Endpoint] is not { Length: > 0 }) return;
        services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(own => own.AddSingleton(settings))
            .ConfigureResource(resource =>
            {
                if (settings["OTEL_SERVICE_NAME"] is not { Length: > 0 }) resource.AddService("vuosikello");
            })
            .AddMeter(Metrics.Meter)
            .AddOtlpExporter()
            .Build());
        services.AddHostedService<Running>();
    }

    /// <summary>The container lets go of the provider, which sends what it has then.</summary>
    private sealed class Running(MeterProvider provider) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.Run(() => provider.ForceFlush(timeoutMilliseconds: 2_000), cancellationToken);
    }
}
