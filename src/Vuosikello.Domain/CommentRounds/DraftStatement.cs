using NodaTime;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>
/// Writes on a partner's draft. What other people of the partner wrote on other clauses meanwhile is merged; where they wrote on the same one,
/// it clashes and nobody loses. A draft is kept also after the closing: what came too late to be sent is not lost.
/// </summary>
/// <param name="BasedOn">The round's version that the writer saw.</param>
/// <param name="Stands">Only the clauses that the writer changed.</param>
/// <param name="General">The remark on the whole, when the writer changed it; empty to take it away.</param>
public sealed record DraftStatement(RoundId Round, PartnerId Partner, long BasedOn, ValueList<DraftedStand> Stands, LocalText? General = null) : IStatementCommand;

public static partial class CommentRoundDecider
{
    /// <summary>The field of a clash on a clause: <c>stands.</c> and the clause's id.</summary>
    public static string FieldOf(ClauseId clause) => $"stands.{clause}";

    private static Decision Draft(CommentRound state, DraftStatement command, Instant now)
    {
        IEnumerable<Problem> problems =
        [
            .. state.Phase == RoundPhase.Planned ? NotOpen(state, now) : [],
            .. NotInvited(state, command.Partner),
            .. FromTheFuture(state, command.BasedOn),
            .. Texts.Once(command.Stands.Select(s => s.Clause).ToValueList(), "stands"),
            .. command.Stands.Where(s => state.Find(s.Clause) is null)
                .Select(s => new Problem(ProblemCodes.ClauseNotInRound, "stands", [s.Clause.ToString()])),
            .. command.Stands.SelectMany(s => Texts.Optional(s.Text, "stands", TextLimit)),
            .. Texts.Optional(command.General ?? LocalText.Empty, "general", TextLimit),
        ];
        return Decision.Unless(problems, () => Merge(state, command));
    }

    private static Decision Merge(CommentRound state, DraftStatement command)
    {
        var statement = state.StatementOf(command.Partner);
        var drafted = statement?.Draft.ToDictionary(e => e.Stand.Clause) ?? [];
        var changed = command.Stands
            .Where(s => drafted.TryGetValue(s.Clause, out var entry) ? entry.Stand != s : !s.SaysNothing()).ToValueList();
        var general = command.General is null || command.General == (statement?.General?.Text ?? LocalText.Empty) ? null : command.General;

        var clashes =
            (from stand in changed
             where drafted.ContainsKey(stand.Clause)
             let entry = drafted[stand.Clause]
             where entry.Touch.Version > command.BasedOn
             select new Clash(FieldOf(stand.Clause), stand, entry.Stand, entry.Touch.Version, entry.Touch.Stamp)).ToList();
        if (general is not null && statement?.General is { } theirs && theirs.Touch.Version > command.BasedOn)
            clashes.Add(new Clash("general", general, theirs.Text, theirs.Touch.Version, theirs.Touch.Stamp));

        if (clashes.Count > 0) return new Decision.Clashed(clashes.ToValueList());
        return changed.Count == 0 && general is null ? Decision.Accept() : Decision.Accept(new StatementDrafted(command.Partner, changed, general));
    }
}
