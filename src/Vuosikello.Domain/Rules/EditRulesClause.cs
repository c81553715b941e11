using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Rules;

/// <summary>Changes the title or the text of a clause of the draft; what is null stays as it is.</summary>
/// <param name="BasedOn">The version of the rules that the editor saw. What others changed since in the same field clashes.</param>
/// <param name="Origin">The remark that the change answers; null for none.</param>
public sealed record EditRulesClause(
    PartnershipId Partnership, ClauseId Clause, long BasedOn, Edit<LocalText>? Title, Edit<LocalText>? Text, ChangeOrigin? Origin = null) : IRulesCommand, ITracedCommand;

public static partial class RulesDecider
{
    private static Decision Edit(WorkingRules state, EditRulesClause command, ChangeOrigin? origin)
    {
        IEnumerable<Problem> problems =
        [
            .. InRound(state),
            .. FromTheFuture(state, command.BasedOn),
            .. Gone(state, command.Clause),
            .. command.Title is { } title ? Texts.Optional(title.To, RulesFields.Title, Texts.NameLimit) : [],
            .. command.Text is { } text ? Texts.Required(text.To, RulesFields.Text, TextLimit) : [],
        ];
        return Decision.Unless(problems, () => Merge(state.Find(command.Clause)!, command, origin));
    }

    private static Decision Merge(DraftClause now, EditRulesClause command, ChangeOrigin? origin)
    {
        var title = command.Title is { } t && t.To != now.Clause.Title ? t.To : null;
        var text = command.Text is { } w && w.To != now.Clause.Text ? w.To : null;
        ValueList<Clash> clashes =
        [
            .. Clashing(RulesFields.Title, title, now.Clause.Title, now.Titled, command.BasedOn),
            .. Clashing(RulesFields.Text, text, now.Clause.Text, now.Worded, command.BasedOn),
        ];
        if (clashes.Count > 0) return new Decision.Clashed(clashes);
        return new Decision.Accepted(
        [
            .. title is null ? Array.Empty<IEvent>() : [new RulesClauseRetitled(now.Id, title, origin)],
            .. text is null ? Array.Empty<IEvent>() : [new RulesClauseReworded(now.Id, text, origin)],
        ]);
    }

    private static IEnumerable<Clash> Clashing(string field, LocalText? yours, LocalText theirs, Touch touched, long basedOn) =>
        yours is not null && touched.Version > basedOn ? [new Clash(field, yours, theirs, touched.Version, touched.Stamp)] : [];
}
