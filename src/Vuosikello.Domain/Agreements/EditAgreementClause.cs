using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Agreements;

/// <summary>Changes a clause's title, its text or both; what is null stays as it is.</summary>
/// <param name="BasedOn">The version of the agreement that the editor saw.</param>
public sealed record EditAgreementClause(
    AgreementId Agreement, ClauseId Clause, long BasedOn, Edit<LocalText>? Title, Edit<LocalText>? Text, ChangeOrigin? Origin = null) : IClauseCommand;

public static partial class AgreementDecider
{
    private static Decision EditClause(Agreement state, EditAgreementClause command)
    {
        var theirs = state.Draft.Find(command.Clause);
        if (theirs is null) return Gone(state, command, command.BasedOn, command.Text?.To ?? command.Title?.To);
        var yours = theirs with { Title = command.Title?.To ?? theirs.Title, Text = command.Text?.To ?? theirs.Text };
        IEnumerable<Problem> problems =
        [
            .. FromTheFuture(state, command.BasedOn),
            .. NotWritable(state),
            .. ContentRules.Broken(yours),
        ];
        FieldEdit[] fields =
        [
            new(AgreementFields.ClauseTitle(command.Clause), yours.Title, theirs.Title, new AgreementClauseRetitled(command.Clause, yours.Title, command.Origin)),
            new(AgreementFields.ClauseText(command.Clause), yours.Text, theirs.Text, new AgreementClauseReworded(command.Clause, yours.Text, command.Origin)),
        ];
        return Decision.Unless(problems, () => Merge(state, command.BasedOn, fields.Where(f => !Equals(f.Yours, f.Theirs))));
    }

    /// <summary>A clause that somebody removed since the editor saw it clashes: what was written is not lost, and who removed it is told.</summary>
    private static Decision Gone(Agreement state, IClauseCommand command, long basedOn, object? yours)
    {
        string field = AgreementFields.Clause(command.Clause);
        return Decision.Unless([.. FromTheFuture(state, basedOn), .. NotWritable(state)], () =>
            ClashOf(state, basedOn, new FieldEdit(field, yours, null, new AgreementClauseRemoved(command.Clause, null))) is { } clash
                ? new Decision.Clashed([clash])
                : Decision.Refuse(new Problem(ProblemCodes.NoSuchAgreementClause, "clause")));
    }
}
