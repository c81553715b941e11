using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Events.Proof;

namespace Vuosikello.Commands.Aggregates;

/// <summary>What a decider answers to the state that was loaded; it may load other aggregates to do so.</summary>
internal delegate ValueTask<Decision> Decide<in TState>(TState? state, CancellationToken ct) where TState : class;

/// <summary>
/// The one way from a command to the log: load → answer a repeated command → decide → append with the expected version. It
/// decides on what is remembered and appends; only what it would answer without appending is first checked on fresh state.
/// </summary>
internal sealed class AggregateRunner(AggregateMemory memory, IEventStore store, Resilience resilience)
{
    /// <param name="stream">The aggregate's.</param>
    /// <param name="stamp">Of the command.</param>
    /// <param name="decide">Decides; once more after each conflict.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="fresh">The decision changes something else on its way: it is never made on what is merely remembered.</param>
    public async Task<Outcome> Run<TState>(StreamName stream, Stamp stamp, Decide<TState> decide, CancellationToken ct, bool fresh = false)
        where TState : class, IState<TState>
    {
        var attempt = new Attempt<TState>(memory.Of<TState>(stream), stamp, decide, fresh, store);
        try
        {
            return await resilience.Conflicts.ExecuteAsync(static (a, token) => a.Run(token), attempt, ct);
        }
        catch (WrongExpectedVersionException)
        {
            return new Outcome.TryAgain(new Problem(CommandProblems.Contended));
        }
    }

    private sealed record Attempt<TState>(Aggregate<TState> Aggregate, Stamp Stamp, Decide<TState> Decide, bool Fresh, IEventStore Store)
        where TState : class, IState<TState>
    {
        public async ValueTask<Outcome> Run(CancellationToken ct)
        {
            await Aggregate.Turn.WaitAsync(ct);
            try
            {
                return await InTurn(ct);
            }
            finally
            {
                Aggregate.Turn.Release();
            }
        }

        private async ValueTask<Outcome> InTurn(CancellationToken ct)
        {
            bool fresh = Fresh || !Aggregate.IsRead;
            var loaded = fresh ? await Aggregate.Fresh(ct) : Aggregate.Remembered;
            while (true)
            {
                if (Aggregate.HasDone(Stamp.Command, out var done)) return new Outcome.Done(done.Version, done.Position, Repeated: true);
                var decision = await Decide(loaded.State, ct);
                if (decision is Decision.Accepted { Events.Count: > 0 } accepted) return await Append(loaded, accepted.Events, ct);
                if (fresh) return Outcomes.Of(decision, loaded.Version, loaded.Position);
                fresh = true;
                loaded = await Aggregate.Fresh(ct);
            }
        }

        private async ValueTask<Outcome> Append(Loaded<TState> before, ValueList<IEvent> events, CancellationToken ct)
        {
            var data = new EventData[events.Count];
            for (int i = 0; i < data.Length; i++) data[i] = EventSerializer.Serialize(events[i], Stamp, EventIds.For(Stamp.Command, i));
            var hash = EventChain.Seal(Aggregate.Stream, before.Version + 1, before.Hash, data);
            var expected = before.Version < 0 ? ExpectedVersion.NoStream : ExpectedVersion.Exactly(before.Version);
            try
            {
                var appended = await Store.Append(Aggregate.Stream, expected, data, ct);
                // What was there already may have been written with another stamp, and then has another hash: the store knows.
                if (appended.Repeated) await Aggregate.Fresh(ct);
                else Aggregate.Advance(before, events.AsSpan(), Stamp, appended, hash);
                return new Outcome.Done(appended.Version, appended.Position, appended.Repeated);
            }
            catch (WrongExpectedVersionException)
            {
                await Aggregate.Fresh(ct);
                throw;
            }
        }
    }
}
