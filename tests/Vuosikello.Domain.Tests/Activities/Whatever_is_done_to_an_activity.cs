using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Activities;

/// <summary>What holds for random commands in random order.</summary>
public sealed class Whatever_is_done_to_an_activity
{
    private static readonly ActivitySurroundings Around = new(Samples.Partnership, Samples.Cycle);
    private static readonly Instant Now = Instant.FromUtc(2026, 7, 1, 0, 0);

    private static readonly Arbitrary<List<IActivityCommand>> Histories = ActivityGenerators.Command.ListOf().Select(l => l.ToList()).ToArbitrary();

    private static Decision Decide(Activity state, IActivityCommand command) => ActivityDecider.Decide(state, command, Around, Now);

    private static Activity Fold(Activity state, ValueList<IEvent> events) =>
        events.Aggregate(state, (s, e) => Activity.Evolve(s, new Fact(e, s.Version + 1, Stamps.Editor))!);

    private static Activity Start => Samples.Fold<Activity>(new ActivityPlanned(Samples.ActivityId, Samples.CycleId, Samples.Workshop));

    /// <summary>Each step of a history: the state before, the command, its decision and the state after.</summary>
    private static IEnumerable<(Activity Before, IActivityCommand Command, Decision Decision, Activity After)> Steps(IEnumerable<IActivityCommand> history)
    {
        var state = Start;
        foreach (var command in history)
        {
            var decision = Decide(state, command);
            var after = decision is Decision.Accepted accepted ? Fold(state, accepted.Events) : state;
            yield return (state, command, decision, after);
            state = after;
        }
    }

    private static void Always(Func<(Activity Before, IActivityCommand Command, Decision Decision, Activity After), bool> holds) =>
        Prop.ForAll(Histories, history => Steps(history).All(holds)).Check(ActivityGenerators.Thoroughly);

    [Fact]
    public void An_accepted_edit_leaves_the_fields_as_they_were_wanted() =>
        Always(step => (step.Command, step.Decision) is not (EditActivity edit, Decision.Accepted)
            || step.After.Details == DetailsRules.Tidy(Wanted(edit.Changes, step.After.Details.Agenda).ApplyTo(step.Before.Details)));

    // an agenda that was not given follows a new time
    private static ActivityChanges Wanted(ActivityChanges changes, ValueList<AgendaRow> agenda) =>
        changes is { Time: not null, Agenda: null } ? changes with { Agenda = new(agenda) } : changes;

    [Fact]
    public void What_was_accepted_is_not_accepted_as_something_new_again() =>
        Always(step => step.Decision is not Decision.Accepted
            || Decide(step.After, Again(step.Command, step.After.Version)) is Decision.Accepted { Events.Count: 0 });

    private static IActivityCommand Again(IActivityCommand command, long version) => command switch
    {
        EditActivity edit => edit with { BasedOn = version },
        RescheduleActivity reschedule => reschedule with { BasedOn = version },
        _ => command,
    };

    [Fact]
    public void An_edit_followed_by_its_inverse_restores_the_details() =>
        Always(step => (step.Command, step.Decision) is not (EditActivity, Decision.Accepted { Events: var events })
            || Fold(step.After, Inverse(step.Before.Details, events)).Details == step.Before.Details);

    private static ValueList<IEvent> Inverse(ActivityDetails before, ValueList<IEvent> events)
    {
        var edited = Fold(Start with { Details = before }, events);
        var back = new ActivityChanges
        {
            Title = new(before.Title),
            Time = new(before.Time),
            Description = new(before.Description),
            Areas = new(before.Areas),
            Venue = new(before.Venue),
            Agenda = new(before.Agenda),
            Registration = new(before.Registration),
        };
        var undo = new EditActivity(Samples.PartnershipId, Samples.ActivityId, edited.Version, back);
        return Assert.IsType<Decision.Accepted>(Decide(edited, undo)).Events;
    }

    [Fact]
    public void Only_what_is_proposed_or_confirmed_changes_its_time() =>
        Always(step => step.Before.Details.Time == step.After.Details.Time
            || step.Before.Status is ActivityStatus.Proposed or ActivityStatus.Confirmed);

    [Fact]
    public void A_status_goes_only_the_ways_that_there_are() =>
        Always(step => step.Before.Status == step.After.Status || (step.Before.Status, step.After.Status) is
            (ActivityStatus.Proposed, not ActivityStatus.Proposed)
            or (ActivityStatus.Confirmed, ActivityStatus.Proposed or ActivityStatus.Cancelled or ActivityStatus.Held)
            or (ActivityStatus.Cancelled or ActivityStatus.Held, ActivityStatus.Proposed or ActivityStatus.Confirmed));

    [Fact]
    public void What_is_refused_or_clashes_says_why() =>
        Always(step => step.Decision switch
        {
            Decision.Refused refused => refused.Problems.Count > 0 && refused.Problems.All(p => p.Code.Length > 0),
            Decision.Clashed clashed => clashed.Clashes.Count > 0 && clashed.Clashes.All(c => !Equals(c.Yours, c.Theirs)),
            _ => true,
        });

    [Fact]
    public void What_stands_always_fulfils_every_rule() =>
        Always(step => !DetailsRules.Broken(step.After.Details, null, 2026, Around).Any());
}
