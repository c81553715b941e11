using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Events;

namespace Vuosikello.Commands.Activities;

/// <summary>What all slices of an activity do: load its partnership and its year beside it, and decide.</summary>
internal sealed class ActivityRunner(AggregateRunner runner, AggregateMemory memory, IMemberships memberships)
{
    public Task<Outcome> Run<TCommand>(Send<TCommand> send, CancellationToken ct) where TCommand : class, IActivityCommand =>
        runner.Run<Activity>(Streams.Of(send.Command.Activity), send.Stamp, (state, token) => Decide(send, state, token), ct);

    private async ValueTask<Decision> Decide<TCommand>(Send<TCommand> send, Activity? state, CancellationToken ct)
        where TCommand : class, IActivityCommand
    {
        var command = send.Command;
        var cycle = state?.Cycle ?? (command as PlanActivity)?.Cycle;
        if (cycle is null || cycle.Value.Partnership != command.Partnership)
            return ActivityDecider.Decide(state, command, new ActivitySurroundings(null, null), send.Stamp.At);

        if (state is not null && Rights.Of(typeof(TCommand)) == Need.EditorOfOwn)
        {
            var standing = await Standing.Of(send.Stamp, command.Partnership, memberships, ct);
            if (Rights.Check(typeof(TCommand), standing, state) is { } problem) return Decision.Refuse(problem);
        }
        var partnership = memory.Of<Partnership>(Streams.Of(command.Partnership)).Fresh(ct);
        var year = memory.Of<AnnualCycle>(Streams.Of(cycle.Value)).Fresh(ct);
        var around = new ActivitySurroundings((await partnership).State, (await year).State);
        if (PremisesOf(command) is not null)
            around = around with { Premises = (await memory.Of<PremisesRegister>(Streams.OfPremises(command.Partnership)).Fresh(ct)).State };
        return ActivityDecider.Decide(state, command, around, send.Stamp.At);
    }

    private static PremisesId? PremisesOf(IActivityCommand command) => command switch
    {
        PlanActivity plan => plan.Details.Venue?.Premises,
        EditActivity edit => edit.Changes.Venue?.To?.Premises,
        _ => null,
    };
}
