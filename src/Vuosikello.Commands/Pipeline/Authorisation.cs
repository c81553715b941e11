using MediatR;
using Vuosikello.Commands.CommentRounds;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands;

/// <summary>Lets through who may give this command here, for this organisation, by the table <see cref="Rights"/>.</summary>
internal sealed class Authorisation<TCommand>(IMemberships memberships, StreamGuests guests) : IPipelineBehavior<Send<TCommand>, Outcome> where TCommand : ICommand
{
    public async Task<Outcome> Handle(Send<TCommand> request, CancellationToken cancellationToken, RequestHandlerDelegate<Outcome> next)
    {
        var problem = Rights.Check(typeof(TCommand), await StandingOf(request, cancellationToken));
        return problem is null ? await next() : new Outcome.Forbidden(problem);
    }

    private async ValueTask<Standing> StandingOf(Send<TCommand> request, CancellationToken ct)
    {
        if (request.Command is not ICommandWithin { Partnership: var partnership }) return await Standing.OfServer(request.Stamp, memberships, ct);
        var standing = await Standing.Of(request.Stamp, partnership, memberships, ct);
        // Nobody with a role is a guest, so the log is asked of it for strangers alone.
        return request.Command is IStatementCommand command && standing is { IsMember: false, IsSystem: false } && await guests.MayState(request.Stamp, command, ct)
            ? Standing.OfGuest(command.Partner) : standing;
    }
}
