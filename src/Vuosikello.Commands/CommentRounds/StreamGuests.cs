using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Guests as the log has their links now, read afresh for each command of somebody whom no role lets in.</summary>
internal sealed class StreamGuests(AggregateMemory memory)
{
    /// <summary>Whether who gives a command may do so by a guest link.</summary>
    public async ValueTask<bool> MayState(Stamp stamp, IStatementCommand command, CancellationToken ct)
    {
        if (stamp.For != command.Partner) return false;
        var round = memory.Of<CommentRound>(Streams.Of(command.Round)).Fresh(ct);
        var partnership = memory.Of<Partnership>(Streams.Of(command.Partnership)).Fresh(ct);
        var members = memory.Of<MemberList>(Streams.OfMembers(command.Partnership)).Fresh(ct);
        await Task.WhenAll(round, partnership, members);
        return GuestLink.MayState(stamp.By, command.Partner, (await round).State, (await partnership).State, (await members).State, stamp.At);
    }
}
