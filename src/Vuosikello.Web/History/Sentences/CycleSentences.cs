using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Web.Board;

namespace Vuosikello.Web.History.Sentences;

/// <summary>What happened to a year: its phases, its emphasis, how it began.</summary>
public sealed class CycleSentences : ISentences
{
    public SubjectKind Kind => SubjectKind.AnnualCycle;

    public Subject SubjectOf(Telling telling) => Streams.IsOf(telling.Happened.Entry.Stream, out Domain.CycleId cycle)
        ? new(telling.Texts.History["Subject.Year", cycle.Year], BoardAddresses.Of(cycle))
        : throw new ArgumentException("The event is of another kind of stream.", nameof(telling));

    public Sentence? Of(Telling telling)
    {
        var (before, after) = (telling.Before<AnnualCycle>(), telling.After<AnnualCycle>());
        int? year = (after ?? before)?.Id.Year;
        return telling.Event switch
        {
            CycleDrafted e => telling.Say(e.Cycle.Year),
            CycleEmphasisSet e => telling.Say(year).Change(telling.Texts.Board["Emphasis"], before?.Emphasis, e.Emphasis),
            CycleRolledForward e => telling.Say(year, e.FromYear, e.Activities.Count),
            CycleOpenedForComments or CycleReturnedToDraft or CycleAdopted or CycleClosed or CycleReopened =>
                telling.Say(year).Pair(telling.Label("phase"), PhaseOf(telling, before), PhaseOf(telling, after)),
            _ => null,
        };
    }

    private static string? PhaseOf(Telling telling, AnnualCycle? cycle) => cycle is null ? null : telling.Texts.Setup[$"Phase.{cycle.Phase}"].Value;
}
