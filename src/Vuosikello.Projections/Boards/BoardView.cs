using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;

namespace Vuosikello.Projections.Boards;

/// <summary>All activities of one partnership's year, as board, wheel and feeds show them. An immutable picture of one moment.</summary>
/// <param name="Activities">Sorted by start, then title (Finnish), then id. Withdrawn ones are left out; cancelled ones are in.</param>
/// <param name="Position">Of the last event that changed anything in this year's board.</param>
public sealed record BoardView(CycleId Cycle, ImmutableArray<ActivityView> Activities, Position Position)
{
    /// <summary>
    /// The latest time in the stamps of all events of this year's activities, withdrawals included; never goes back. What is
    /// gone cannot tell when it went, and whoever asks "changed since?" has to be told.
    /// </summary>
    public Instant ChangedAt { get; init; }

    /// <summary>Activities that were withdrawn: no page shows them, but calendars say for a time that they are gone. Sorted as the others.</summary>
    public ImmutableArray<ActivityView> Withdrawn { get; init; } = [];
}

/// <summary>One activity as views show it. Immutable; a new one replaces it after each change.</summary>
/// <param name="State">The aggregate's state: details, status, attendance, version.</param>
/// <param name="Planned">Who planned it, when.</param>
/// <param name="LastChange">Who changed it last, when.</param>
/// <param name="Position">Of its last event.</param>
public sealed record ActivityView(Activity State, Stamp Planned, Stamp LastChange, Position Position)
{
    public ActivityId Id => State.Id;
    public ActivityDetails Details => State.Details;

    /// <summary>First day on which anything of it happens, in Helsinki.</summary>
    public LocalDate FirstDay => Occurrences.FirstDay(State.Details.Time);

    /// <summary>The last day to register, in Helsinki; null when there is none.</summary>
    public LocalDate? LastDayToRegister => Details.Registration?.Deadline switch
    {
        RegistrationDeadline.On on => on.Date,
        RegistrationDeadline.Before before => FirstDay.PlusDays(-before.Days),
        _ => null,
    };
}

/// <summary>Queries on the boards.</summary>
public interface IBoardViews
{
    /// <summary>The year's board, or null when the partnership has no such year.</summary>
    BoardView? Find(CycleId cycle);

    ActivityView? FindActivity(ActivityId activity);
}
