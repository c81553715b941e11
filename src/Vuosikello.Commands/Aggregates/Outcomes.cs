using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Commands.Aggregates;

/// <summary>From what a decider answers to what the sender hears, when nothing is appended.</summary>
internal static class Outcomes
{
    public static Outcome Of(Decision decision, long version, Position position) => decision switch
    {
        Decision.Accepted => new Outcome.Done(version, position, Repeated: true),
        Decision.Clashed clashed => new Outcome.Clashed(version, clashed.Clashes),
        Decision.Refused refused => Of(refused.Problems),
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    private static Outcome Of(ValueList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            if (problem.Code is CommandProblems.NotOwnActivity or CommandProblems.NotActingFor or CommandProblems.NotOwnAgreement or CommandProblems.NotSignatory or CommandProblems.OriginIsTheCoordinators or CommandProblems.NotOwnCard or CommandProblems.NotOwnPremises or CommandProblems.KindIsTheCoordinators
                or ProblemCodes.NotOwnProposal or CommandProblems.LinkNeedsSteeringGroup)
                return new Outcome.Forbidden(problem);
            if (problem.Code is ProblemCodes.NoSuchActivity or ProblemCodes.NoSuchCycle or ProblemCodes.NoSuchPartnership
                or ProblemCodes.NoSuchRules or ProblemCodes.NoSuchAgreement or ProblemCodes.NoSuchRound or ProblemCodes.NoSuchReview or ProblemCodes.NoSuchCalendarLink
                or ProblemCodes.NoSuchInvitation or ProblemCodes.NoSuchGuestLink)
                return new Outcome.NotFound(problem);
        }
        return new Outcome.Refused(problems);
    }
}
