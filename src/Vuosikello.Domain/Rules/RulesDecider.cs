using NodaTime;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.Rules;

/// <summary>A command to the working rules of a partnership.</summary>
public interface IRulesCommand : ICommandWithin;

/// <summary>What a decision on rules needs to know besides them.</summary>
/// <param name="Partnership">The command's partnership; null when there is none.</param>
/// <param name="For">The organisation that the person acts for; null for the partnership itself.</param>
/// <param name="Remarked">The round whose remark the command names as its origin; null when there is none.</param>
public sealed record RulesSurroundings(Partnership? Partnership, PartnerId? For, CommentRound? Remarked = null);

/// <summary>
/// Decides what commands to working rules bring about. Partners propose, the coordinator takes, edits or declines, and adopts.
/// What two people want of one clause clashes by the version that each of them saw. What was adopted stands.
/// </summary>
public static partial class RulesDecider
{
    /// <summary>The most characters of a clause's text, in each language.</summary>
    public const int TextLimit = 100_000;

    /// <summary>The most characters of a reason or of a decision.</summary>
    public const int ReasonLimit = 10_000;

    /// <summary>The most clauses of a draft, and the most headings.</summary>
    public const int ClauseLimit = 1_000, HeadingLimit = 50;

    /// <param name="state">The rules, or null before the first draft.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="around">The partnership, and for whom the person acts.</param>
    /// <param name="now">The present; no decision on rules depends on it yet, but all deciders are called alike.</param>
    public static Decision Decide(WorkingRules? state, IRulesCommand command, RulesSurroundings around, Instant now)
    {
        string partnership = command.Partnership.Value ?? "";
        if (around.Partnership is null || around.Partnership.Id != command.Partnership)
            return Decision.Refuse(new Problem(ProblemCodes.NoSuchPartnership, "partnership", [partnership]));
        if (command is DraftRules draft) return Draft(state, draft);
        if (state is null) return Decision.Refuse(new Problem(ProblemCodes.NoSuchRules, "partnership", [partnership]));
        if (Origins.Unfounded(command, around.Remarked) is { } unfounded) return Decision.Refuse(unfounded);
        return command switch
        {
            ProposeChange propose => Propose(state, propose),
            ReviseProposal revise => Revise(state, revise, around),
            WithdrawProposal withdraw => Withdraw(state, withdraw, around),
            TakeProposal take => Take(state, take),
            DeclineProposal decline => Decline(state, decline),
            AdoptRules adopt => Adopt(state, adopt),
            PutRulesInRound put => PutInRound(state, put),
            TakeRulesOutOfRound take => TakeOutOfRound(state, take),
            _ => DecideOnDraft(state, command),
        };
    }

    private static Decision DecideOnDraft(WorkingRules state, IRulesCommand command) => command switch
    {
        AddRulesHeading add => AddHeading(state, add),
        RenameRulesHeading rename => RenameHeading(state, rename),
        RemoveRulesHeading remove => RemoveHeading(state, remove),
        AddRulesClause add => Add(state, add, ChangeOrigin.Said(add.Origin)),
        EditRulesClause edit => Edit(state, edit, ChangeOrigin.Said(edit.Origin)),
        MoveRulesClause move => Move(state, move, ChangeOrigin.Said(move.Origin)),
        RemoveRulesClause remove => Remove(state, remove, ChangeOrigin.Said(remove.Origin)),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "no decision for this command"),
    };

    /// <summary>Where a comment round stands in the way: until its end the text is what is being commented on.</summary>
    private static IEnumerable<Problem> InRound(WorkingRules state) =>
        state.Round is { } round ? [new Problem(ProblemCodes.RulesAreInRound, "", [round.Slug ?? ""])] : [];

    private static IEnumerable<Problem> FromTheFuture(WorkingRules state, long basedOn) =>
        basedOn >= 0 && basedOn <= state.Version
            ? []
            : [new Problem(ProblemCodes.BasedOnUnknownVersion, "basedOn", [Texts.Iso(basedOn), Texts.Iso(state.Version)])];

    private static IEnumerable<Problem> Unknown(WorkingRules state, HeadingId heading) =>
        state.Headings.Any(h => h.Id == heading) ? [] : [new Problem(ProblemCodes.NoSuchHeading, RulesFields.Heading, [heading.Value ?? ""])];

    private static IEnumerable<Problem> Gone(WorkingRules state, ClauseId clause) =>
        state.Find(clause) is not null ? []
        : state.FindRemoved(clause) is not null ? [new Problem(ProblemCodes.ClauseIsRemoved, RulesFields.Clause)]
        : [new Problem(ProblemCodes.NoSuchClause, RulesFields.Clause)];

    private static IEnumerable<Problem> Badly(LocalText title, LocalText text) =>
    [
        .. Texts.Optional(title, RulesFields.Title, Texts.NameLimit),
        .. Texts.Required(text, RulesFields.Text, TextLimit),
    ];
}

/// <summary>The names of the fields of rules as commands, clashes, the API and the pages use them.</summary>
public static class RulesFields
{
    public const string Heading = "heading";
    public const string Clause = "clause";
    public const string Place = "place";
    public const string Title = "title";
    public const string Text = "text";
    public const string Reason = "reason";
    public const string Proposal = "proposal";
}
