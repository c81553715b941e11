using MediatR;
using Vuosikello.Accounts.Audit;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Audit;
using Vuosikello.Web.SignIn;
using Vuosikello.Web.SignIn.SecondSteps;
using Vuosikello.Web.Tokens;

namespace Vuosikello.Web;

/// <summary>Sends the signed-in member's commands, and waits until the views show what came of them: whoever wrote sees what they wrote.</summary>
public sealed class CommandSender(IMediator mediator, OwnWrites writes, CurrentMember member, SecondStepPolicy secondSteps, Onlookers onlookers, AuditNotes audit, IHttpContextAccessor http)
{
    /// <param name="command">What is wanted.</param>
    /// <param name="id">The id that the form carried: the same form sent twice by one member is one command.</param>
    /// <param name="ct">Stops the waiting. A command that the store has taken by then happens all the same; sent again with its id it happens once.</param>
    public async Task<Outcome> Send<TCommand>(TCommand command, Guid id, CancellationToken ct) where TCommand : ICommand
    {
        var stamp = member.StampFor(id);
        var partnership = (command as ICommandWithin)?.Partnership;
        var user = http.HttpContext?.User;
        if (secondSteps.Refusal(typeof(TCommand), MemberSessions.HasTwoSteps(user), onlookers.Find(user, partnership).Standing) is { } problem)
        {
            await audit.Note(AuditKind.SecondStepMissing, typeof(TCommand).Name, partnership: partnership);
            return new Outcome.Forbidden(problem);
        }
        return await Send(command, IsPersonal(command) ? stamp with { For = null } : stamp, ct);
    }

    /// <summary>Sends the command of somebody who is not signed in and has another right to it.</summary>
    /// <inheritdoc cref="Send{TCommand}(TCommand, Guid, CancellationToken)" />
    public async Task<Outcome> Send<TCommand>(TCommand command, Stamp stamp, CancellationToken ct) where TCommand : ICommand
    {
        // Beside what the person may, which the pipeline looks at: a program's reach is the request's, not the person's.
        if (TokenScope.Of(http.HttpContext?.User)?.Check(command) is { } beyond) return new Outcome.Forbidden(beyond);
        var outcome = await mediator.Send(new Send<TCommand>(command, stamp), ct);
        if (outcome is Outcome.Done done && http.HttpContext is { } context)
        {
            writes.Leave(context, done.Position);
            await writes.Await(context, done.Position);
        }
        return outcome;
    }

    // Who takes an invitation, gives up a role or administers the server does it as a person, whichever organisation they otherwise act for.
    private static bool IsPersonal(ICommand command) => command is AcceptInvitation or GiveUpRole or IAdministrationCommand;
}
