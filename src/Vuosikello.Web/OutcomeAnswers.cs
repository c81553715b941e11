using Vuosikello.Commands;
using Vuosikello.Domain;

namespace Vuosikello.Web;

/// <summary>What a page answers when a command was not done.</summary>
public static class OutcomeAnswers
{
    /// <summary>Shows the form again with the reasons; a thing that does not exist is a page that does not.</summary>
    /// <param name="outcome">Any but done.</param>
    /// <param name="show">Shows the form with these reasons and this HTTP status.</param>
    public static IResult Answer(this Outcome outcome, Func<IReadOnlyList<Problem>, int, IResult> show) => outcome switch
    {
        Outcome.Refused refused => show(refused.Problems, StatusCodes.Status422UnprocessableEntity),
        Outcome.Forbidden forbidden => show([forbidden.Problem], StatusCodes.Status403Forbidden),
        Outcome.TryAgain again => show([again.Problem], StatusCodes.Status503ServiceUnavailable),
        Outcome.Clashed clashed => show([.. clashed.Clashes.Select(c => new Problem(Forms.FormProblems.ChangedMeanwhile, c.Field))], StatusCodes.Status409Conflict),
        Outcome.NotFound => TypedResults.NotFound(),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "This outcome has no answer."),
    };
}
