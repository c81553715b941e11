using MediatR;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Projections;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web;

/// <summary>Sends the signed-in member's commands, and waits until the views show what came of them: whoever wrote sees what they wrote.</summary>
public sealed class CommandSender(IMediator mediator, IViews views, CurrentMember member)
{
    /// <summary>Longer than this nobody waits for the views; the page then may show the state before.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="command">What is wanted.</param>
    /// <param name="id">The id that the form carried: the same form sent twice by one member is one command.</param>
    /// <param name="ct">Stops the waiting. A command that the store has taken by then happens all the same; sent again with its id it happens once.</param>
    public async Task<Outcome> Send<TCommand>(TCommand command, Guid id, CancellationToken ct) where TCommand : ICommand
    {
        var outcome = await mediator.Send(new Send<TCommand>(command, member.StampFor(id)), ct);
        if (outcome is Outcome.Done done) await WaitFor(done, ct);
        return outcome;
    }

    private async Task WaitFor(Outcome.Done done, CancellationToken ct)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(ct);
        bounded.CancelAfter(Patience);
        try
        {
            await views.WaitFor(done.Position, bounded.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The command is done and durable; only its picture is late.
        }
    }
}
