using MediatR;
using Vuosikello.Domain.CalendarLinks;

namespace Vuosikello.Commands.CalendarLinks;

/// <summary>Carries out <see cref="CreateCalendarLink"/>.</summary>
internal sealed class CreateCalendarLinkHandler(CalendarLinkRunner runner) : IRequestHandler<Send<CreateCalendarLink>, Outcome>
{
    public Task<Outcome> Handle(Send<CreateCalendarLink> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
