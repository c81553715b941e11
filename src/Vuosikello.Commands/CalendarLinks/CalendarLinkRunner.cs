using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Commands.CalendarLinks;

/// <summary>What all slices of a calendar link do: see who may have such a feed, load the partnership, and decide.</summary>
internal sealed class CalendarLinkRunner(AggregateRunner runner, AggregateMemory memory, IMemberships memberships)
{
    public Task<Outcome> Run<TCommand>(Send<TCommand> send, CancellationToken ct) where TCommand : class, ICalendarLinkCommand =>
        runner.Run<CalendarLink>(Streams.Of(send.Command.Link), send.Stamp, (state, token) => Decide(send, state, token), ct);

    private async ValueTask<Decision> Decide<TCommand>(Send<TCommand> send, CalendarLink? state, CancellationToken ct)
        where TCommand : class, ICalendarLinkCommand
    {
        var standing = await Standing.Of(send.Stamp, send.Command.Link.Partnership, memberships, ct);
        if (Rights.Check(send.Command, standing) is { } problem) return Decision.Refuse(problem);
        var partnership = await memory.Of<Partnership>(Streams.Of(send.Command.Link.Partnership)).Fresh(ct);
        return CalendarLinkDecider.Decide(state, send.Command, partnership.State, send.Stamp);
    }
}
