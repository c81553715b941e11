using System.Diagnostics.Metrics;
using Vuosikello.Projections;

namespace Vuosikello.Web.Store;

/// <summary>
/// What those who keep the server watch, as instruments of the meter <c>Vuosikello</c> (System.Diagnostics.Metrics): any collector can listen.
/// eventstore/running.md tells what each is good for.
/// </summary>
internal sealed class Metrics(IMeterFactory meters, IViewsProgress views, LogEnd end, StoreFacts store) : IHostedService
{
    public const string Meter = Commands.CommandMeter.Name;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var meter = meters.Create(Meter);
        meter.CreateObservableGauge("vuosikello.views.position", () => views.Now.Position.Value, "{position}", "The position in the log that the views have reached.");
        meter.CreateObservableGauge("vuosikello.views.lag", () => end.Lag, "{position}", "How far the views are behind the end of the log as last known: events in the embedded store, bytes in EventStoreDB.");
        meter.CreateObservableCounter("vuosikello.views.applied", () => views.Now.Applied, "{event}", "Events that the views have taken in since the start.");
        meter.CreateObservableGauge("vuosikello.store.can_write", () => store.CanWrite ? 1 : 0, "{truth}", "1 while the event store takes appends, 0 while it is away.");
        meter.CreateObservableCounter("vuosikello.store.reconnects", () => store.Reconnects, "{reconnect}", "How often following the log was broken off and begun again since the start.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
