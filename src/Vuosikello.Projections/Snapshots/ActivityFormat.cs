using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Projections.Snapshots;

/// <summary>An activity in a snapshot: what is written and read stands side by side.</summary>
internal static class ActivityFormat
{
    public static void Write(SnapshotWriter to, ActivityView view)
    {
        to.ForgetStamps();
        var state = view.State;
        to.Guid(state.Id.Value);
        to.Cycle(state.Cycle);
        Write(to, state.Details);
        to.Count((int)state.Status);
        to.Count((int)state.StatusBefore);
        to.Text(state.CancellationReason);
        Write(to, state.Attendance);
        TouchesFormat.Write(to, state.Touched);
        to.Number(state.Version);
        to.Stamp(view.Planned);
        to.Stamp(view.LastChange);
        to.Position(view.Position);
    }

    public static ActivityView Read(SnapshotReader from)
    {
        from.ForgetStamps();
        var state = new Activity(
            new(from.Guid()), from.Cycle(), ReadDetails(from), (ActivityStatus)from.Count(), (ActivityStatus)from.Count(),
            from.LocalText(), ReadAttendance(from), TouchesFormat.Read(from), from.Number());
        return new(state, from.Stamp(), from.Stamp(), from.Position());
    }

    private static void Write(SnapshotWriter to, ActivityDetails details)
    {
        to.Text(details.Title);
        ActivityTimeFormat.Write(to, details.Time);
        to.Text(details.Description);
        to.List(details.Areas, id => to.Name(id.Value));
        to.List(details.Themes, id => to.Name(id.Value));
        Write(to, details.Responsible);
        to.List(details.Participants, id => to.Name(id.Value));
        Write(to, details.Venue);
        to.List(details.Agenda, row =>
        {
            to.Time(row.Start);
            to.Text(row.Title);
        });
        Write(to, details.Registration);
    }

    private static ActivityDetails ReadDetails(SnapshotReader from) => new(
        from.LocalText(),
        ActivityTimeFormat.Read(from),
        from.LocalText(),
        from.List(() => new AreaId(from.Name())),
        from.List(() => new ThemeId(from.Name())),
        ReadResponsible(from),
        from.List(() => new PartnerId(from.Name())),
        ReadVenue(from),
        from.List(() => new AgendaRow(from.Time(), from.LocalText())),
        ReadRegistration(from));

    private static void Write(SnapshotWriter to, Responsible? responsible)
    {
        to.Flag(responsible is not null);
        if (responsible is null) return;
        to.Text(responsible.Role);
        to.Flag(responsible.Partner is not null);
        if (responsible.Partner is { } partner) to.Name(partner.Value);
        to.Flag(responsible.Person is not null);
        if (responsible.Person is { } person) to.Guid(person.Value);
    }

    private static Responsible? ReadResponsible(SnapshotReader from) => from.Flag()
        ? new(from.LocalText(), from.Flag() ? new PartnerId(from.Name()) : null, from.Flag() ? new MemberId(from.Guid()) : null)
        : null;

    private static void Write(SnapshotWriter to, Venue? venue)
    {
        to.Flag(venue is not null);
        if (venue is null) return;
        to.Text(venue.Name);
        to.Text(venue.Address);
        to.Text(venue.Link);
        to.Flag(venue.Premises is not null);
        if (venue.Premises is { } premises) to.Name(premises.Value);
    }

    private static Venue? ReadVenue(SnapshotReader from) => from.Flag() ? new(from.Text(), from.Text(), from.Text(), from.Flag() ? new PremisesId(from.Name()) : null) : null;

    private static void Write(SnapshotWriter to, Registration? registration)
    {
        to.Flag(registration is not null);
        if (registration is null) return;
        to.Text(registration.Link);
        switch (registration.Deadline)
        {
            case null: to.Count(0); break;
            case RegistrationDeadline.On on: to.Count(1); to.Date(on.Date); break;
            case RegistrationDeadline.Before before: to.Count(2); to.Number(before.Days); break;
            default: throw new InvalidOperationException($"A snapshot knows no deadline of the kind {registration.Deadline.GetType().Name}.");
        }
    }

    private static Registration? ReadRegistration(SnapshotReader from)
    {
        if (!from.Flag()) return null;
        string? link = from.Text();
        return new(link, from.Count() switch
        {
            0 => null,
            1 => new RegistrationDeadline.On(from.Date()),
            2 => new RegistrationDeadline.Before((int)from.Number()),
            _ => throw new InvalidDataException("A deadline is of an unknown kind."),
        });
    }

    private static void Write(SnapshotWriter to, Attendance? attendance)
    {
        to.Flag(attendance is not null);
        if (attendance is null) return;
        to.Number(attendance.Participants);
        to.Flag(attendance.Volunteers is not null);
        if (attendance.Volunteers is { } volunteers) to.Number(volunteers);
    }

    private static Attendance? ReadAttendance(SnapshotReader from) =>
        from.Flag() ? new((int)from.Number(), from.Flag() ? (int)from.Number() : null) : null;
}
