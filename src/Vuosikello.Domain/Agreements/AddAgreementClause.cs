using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Agreements;

/// <summary>A command that changes one clause.</summary>
public interface IClauseCommand : IAgreementCommand, ITracedCommand
{
    ClauseId Clause { get; }
}

/// <param name="After">The clause to stand behind; null for the first place.</param>
public sealed record AddAgreementClause(AgreementId Agreement, ClauseId Clause, LocalText Title, LocalText Text, ClauseId? After, ChangeOrigin? Origin = null) : IClauseCommand;

public static partial class AgreementDecider
{
    private static Decision AddClause(Agreement state, AddAgreementClause command)
    {
        var clause = new AgreementClause(command.Clause, command.Title, command.Text);
        IEnumerable<Problem> problems =
        [
            .. NotWritable(state),
            .. state.Draft.Find(command.Clause) is null ? Array.Empty<Problem>() : [new Problem(ProblemCodes.AgreementClauseExists, "clause")],
            .. Missing(state, command.After),
            .. ContentRules.Broken(clause),
            .. Texts.Few([.. state.Draft.Clauses, clause], ContentRules.ClauseLimit, "clauses"),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new AgreementClauseAdded(clause, command.After, command.Origin)));
    }

    private static IEnumerable<Problem> Missing(Agreement state, ClauseId? after) =>
        after is not { } id || state.Draft.Find(id) is not null ? [] : [new Problem(ProblemCodes.NoSuchAgreementClause, "after")];
}
