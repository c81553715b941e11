using MediatR;
using Vuosikello.Accounts.Invitations;
using Vuosikello.Commands;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Web.Memberships;

/// <summary>Once an invitation is taken back, by whichever way, its mail is not sent any more.</summary>
internal sealed class AfterRevoking(InvitationMails mails) : IPipelineBehavior<Send<RevokeInvitation>, Outcome>
{
    public async Task<Outcome> Handle(Send<RevokeInvitation> request, CancellationToken cancellationToken, RequestHandlerDelegate<Outcome> next)
    {
        var outcome = await next();
        if (outcome is Outcome.Done) await mails.Forget(request.Command.Invitation, cancellationToken);
        return outcome;
    }
}

/// <summary>Once an invitation is taken, nobody needs to know any more to which address it went.</summary>
internal sealed class AfterAccepting(InvitationMails mails) : IPipelineBehavior<Send<AcceptInvitation>, Outcome>
{
    public async Task<Outcome> Handle(Send<AcceptInvitation> request, CancellationToken cancellationToken, RequestHandlerDelegate<Outcome> next)
    {
        var outcome = await next();
        if (outcome is Outcome.Done) await mails.Forget(request.Command.Invitation, cancellationToken);
        return outcome;
    }
}
