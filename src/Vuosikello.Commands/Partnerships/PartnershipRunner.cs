using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Commands.Partnerships;

/// <summary>What all slices of a partnership do: decide on it alone, once it is clear that the card is the sender's to write and that members on it stand for its organisation.</summary>
internal sealed class PartnershipRunner(AggregateRunner runner, AggregateMemory memory, IMemberships memberships)
{
    public Task<Outcome> Run<TCommand>(Send<TCommand> send, CancellationToken ct) where TCommand : class, IPartnershipCommand =>
        runner.Run<Partnership>(Streams.Of(send.Command.Partnership), send.Stamp, (state, token) => Decide(send, state, token), ct);

    private async ValueTask<Decision> Decide<TCommand>(Send<TCommand> send, Partnership? state, CancellationToken ct) where TCommand : class, IPartnershipCommand
    {
        if (Rights.Of(typeof(TCommand)) == Need.OfThePartner)
        {
            var standing = await Standing.Of(send.Stamp, send.Command.Partnership, memberships, ct);
            if (Rights.Check(send.Command, standing, state) is { } problem) return Decision.Refuse(problem);
        }
        if (ContactMembers.Named(send.Command, state) is { Count: > 0 } named)
        {
            var members = await memory.Of<MemberList>(Streams.OfMembers(send.Command.Partnership)).Fresh(ct);
            if (ContactMembers.Broken(named, members.State) is { Count: > 0 } problems) return new Decision.Refused(problems);
        }
        return PartnershipDecider.Decide(state, send.Command, send.Stamp.At);
    }
}
