using MediatR;
using Vuosikello.Domain;

namespace Vuosikello.Commands;

/// <summary>Lets through who may give this command here, for this organisation, by the table <see cref="Rights"/>.</summary>
internal sealed class Authorisation<TCommand>(IMemberships memberships) : IPipelineBehavior<Send<TCommand>, Outcome> where TCommand : ICommand
{
    public async Task<Outcome> Handle(Send<TCommand> request, CancellationToken cancellationToken, RequestHandlerDelegate<Outcome> next)
    {
        var standing = request.Command is ICommandWithin { Partnership: var partnership }
            ? await Standing.Of(request.Stamp, partnership, memberships, cancellationToken)
            : await Standing.OfServer(request.Stamp, memberships, cancellationToken);
        var problem = Rights.Check(typeof(TCommand), standing);
        return problem is null ? await next() : new Outcome.Forbidden(problem);
    }
}
