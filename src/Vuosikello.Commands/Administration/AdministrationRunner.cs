using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain.Administration;
using Vuosikello.Events;

namespace Vuosikello.Commands.Administration;

/// <summary>What all slices of the server's administration do: decide on it alone.</summary>
internal sealed class AdministrationRunner(AggregateRunner runner)
{
    public Task<Outcome> Run<TCommand>(Send<TCommand> send, CancellationToken ct) where TCommand : class, IAdministrationCommand =>
        runner.Run<Administrators>(
            Streams.OfAdministrators, send.Stamp, (state, _) => ValueTask.FromResult(AdministrationDecider.Decide(state, send.Command, send.Stamp)), ct);
}
