using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Agreements;

/// <summary>Puts a clause in another place.</summary>
/// <param name="BasedOn">The version of the agreement that the editor saw.</param>
/// <param name="After">The clause to stand behind; null for the first place.</param>
public sealed record MoveAgreementClause(AgreementId Agreement, ClauseId Clause, long BasedOn, ClauseId? After, ChangeOrigin? Origin = null) : IClauseCommand;

public static partial class AgreementDecider
{
    private static Decision MoveClause(Agreement state, MoveAgreementClause command)
    {
        if (state.Draft.Find(command.Clause) is null) return Gone(state, command, command.BasedOn, command.After);
        IEnumerable<Problem> problems =
        [
            .. FromTheFuture(state, command.BasedOn),
            .. NotWritable(state),
            .. Missing(state, command.After),
            .. command.After == command.Clause ? new[] { new Problem(ProblemCodes.NoSuchAgreementClause, "after") } : [],
        ];
        var theirs = state.Draft.Before(command.Clause);
        var edit = new FieldEdit(
            AgreementFields.ClausePlace(command.Clause), command.After, theirs, new AgreementClauseMoved(command.Clause, command.After, command.Origin));
        return Decision.Unless(problems, () => command.After == theirs ? Decision.Accept() : Merge(state, command.BasedOn, [edit]));
    }
}
