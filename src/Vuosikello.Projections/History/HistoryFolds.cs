using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Domain.Rules;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Projections.History;

/// <summary>How a state follows from what happened, for an aggregate whose type is not known here.</summary>
internal delegate object? HistoryFold(object? state, Fact fact);

/// <summary>The domain's own folds by kind: what was before an event, and after it.</summary>
internal static class HistoryFolds
{
    private static readonly Dictionary<SubjectKind, HistoryFold> Table = new()
    {
        [SubjectKind.Partnership] = By<Partnership>(),
        [SubjectKind.AnnualCycle] = By<AnnualCycle>(),
        [SubjectKind.Activity] = By<Activity>(),
        [SubjectKind.WorkingRules] = By<WorkingRules>(),
        [SubjectKind.Agreement] = By<Agreement>(),
        [SubjectKind.CommentRound] = By<CommentRound>(),
        [SubjectKind.SteeringReview] = By<SteeringReview>(),
        [SubjectKind.MemberList] = By<MemberList>(),
        [SubjectKind.PremisesRegister] = By<PremisesRegister>(),
    };

    /// <summary>Null for a kind that has none: then nothing is known of before and after.</summary>
    public static HistoryFold? Of(SubjectKind kind) => Table.GetValueOrDefault(kind);

    private static HistoryFold By<TState>() where TState : class, IState<TState> => (state, fact) => TState.Evolve((TState?)state, fact);
}
