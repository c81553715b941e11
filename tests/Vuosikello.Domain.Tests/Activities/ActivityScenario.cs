using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Activities;

/// <summary>Scenarios of the sample workshop.</summary>
public abstract class ActivityScenario
{
    protected static PartnershipId Here => Samples.PartnershipId;
    protected static ActivityId Id => Samples.ActivityId;
    protected static ActivityDetails Workshop => Samples.Workshop;
    protected static IEvent Planned => new ActivityPlanned(Id, Samples.CycleId, Workshop);

    /// <summary>The sample partnership and year, or others where a test says so.</summary>
    protected Partnership? Partnership { get; set; } = Samples.Partnership;
    protected AnnualCycle? Cycle { get; set; } = Samples.Cycle;

    /// <summary>The present: after the workshop, unless a test says otherwise.</summary>
    protected Instant Now { get; set; } = Instant.FromUtc(2026, 6, 1, 0, 0);

    protected Scenario<Activity, IActivityCommand> Given(params IEvent[] events) =>
        new Scenario<Activity, IActivityCommand>((state, command) =>
            ActivityDecider.Decide(state, command, new ActivitySurroundings(Partnership, Cycle), Now)).Given(events);

    protected static PlanActivity Plan(ActivityDetails details) => new(Samples.CycleId, Id, details);
    protected static PlanActivity Plan(ActivityTime time) => Plan(Samples.At(time));
    protected static EditActivity Edit(ActivityChanges changes, long basedOn = 0) => new(Here, Id, basedOn, changes);
    protected static Edit<T> To<T>(T value) => new(value);

    protected static ActivityTime.Exact Exact(LocalDateTime start, LocalDateTime end) => new(start, end);
    protected static ActivityTime.Days Day(int year, int month, int day) => new(new LocalDate(year, month, day), new LocalDate(year, month, day));
    protected static LocalDateTime At(int month, int day, int hour, int minute = 0) => new(2026, month, day, hour, minute);

    /// <summary>A series from one day of 2026 on, without exceptions.</summary>
    protected static ActivityTime.Recurring Series(LocalDate first, Recurrence rule, params LocalDate[] exceptions) =>
        new(new ActivityTime.Days(first, first), rule, exceptions.ToValueList());

    protected static Recurrence Every(Frequency frequency, LocalDate until, int interval = 1) => new(frequency, interval, until, []);
}
