using MediatR;
using Vuosikello.Domain.CalendarLinks;

namespace Vuosikello.Commands.CalendarLinks;

/// <summary>Carries out <see cref="RevokeCalendarLink"/>.</summary>
internal sealed class RevokeCalendarLinkHandler(CalendarLinkRunner runner) : IRequestHandler<Send<RevokeCalendarLink>, Outcome>
{
    public Task<Outcome> Handle(Send<RevokeCalendarLink> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
