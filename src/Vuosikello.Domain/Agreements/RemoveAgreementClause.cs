using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Agreements;

/// <summary>Takes a clause out of the draft.</summary>
/// <param name="BasedOn">The version of the agreement that the editor saw: who removes a clause has read what it says.</param>
public sealed record RemoveAgreementClause(AgreementId Agreement, ClauseId Clause, long BasedOn, ChangeOrigin? Origin = null) : IClauseCommand;

public static partial class AgreementDecider
{
    private static Decision RemoveClause(Agreement state, RemoveAgreementClause command)
    {
        if (state.Draft.Find(command.Clause) is not { } theirs) return GoneAlready(state, command);
        IEnumerable<Problem> problems = [.. FromTheFuture(state, command.BasedOn), .. NotWritable(state)];
        var removed = new AgreementClauseRemoved(command.Clause, command.Origin);
        FieldEdit[] lost =
        [
            new(AgreementFields.ClauseTitle(command.Clause), null, theirs.Title, removed),
            new(AgreementFields.ClauseText(command.Clause), null, theirs.Text, removed),
        ];
        return Decision.Unless(problems, () =>
        {
            var clashes = lost.Select(edit => ClashOf(state, command.BasedOn, edit)).OfType<Clash>().ToValueList();
            return clashes.Count > 0 ? new Decision.Clashed(clashes) : Decision.Accept(removed);
        });
    }

    private static Decision GoneAlready(Agreement state, RemoveAgreementClause command) =>
        state.Touched.Any(touch => touch.Field == AgreementFields.Clause(command.Clause))
            ? Decision.Accept()
            : Decision.Refuse(new Problem(ProblemCodes.NoSuchAgreementClause, "clause"));
}
