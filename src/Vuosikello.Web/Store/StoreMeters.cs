using System.Diagnostics.Metrics;

namespace Vuosikello.Web.Store;

/// <summary>The instruments of the event store that are counted where something happens; the others are looked up, see <see cref="Metrics"/>.</summary>
internal sealed class StoreMeters
{
    private readonly Counter<long> _appends;
    private readonly Histogram<double> _duration;

    public StoreMeters(IMeterFactory meters)
    {
        var meter = meters.Create(Metrics.Meter);
        _appends = meter.CreateCounter<long>("vuosikello.store.appends", "{append}", "Appends to the event log, by outcome: done, repeated, conflict, failed.");
        _duration = meter.CreateHistogram<double>("vuosikello.store.append.duration", "s", "How long an append took, tries and pauses included.");
    }

    public void Appended(string outcome, TimeSpan took)
    {
        var tag = new KeyValuePair<string, object?>("outcome", outcome);
        _appends.Add(1, tag);
        _duration.Record(took.TotalSeconds, tag);
    }
}
