namespace Vuosikello.Domain;

public static partial class ProblemCodes
{
    /// <summary>{0} the partnership, which has no working rules yet.</summary>
    public const string NoSuchRules = "no-such-rules";

    /// <summary>{0} the partnership, which has working rules already.</summary>
    public const string RulesExist = "rules-exist";

    /// <summary>{0} the heading, which the rules do not have.</summary>
    public const string NoSuchHeading = "no-such-heading";

    /// <summary>{0} the heading, which the rules have already.</summary>
    public const string HeadingExists = "heading-exists";

    /// <summary>{0} the heading, which the rules of every partnership have.</summary>
    public const string HeadingIsStandard = "heading-is-standard";

    /// <summary>{0} the heading, {1} how many clauses stand under it: move or remove them first.</summary>
    public const string HeadingHasClauses = "heading-has-clauses";

    /// <summary>The draft has no such clause and never had. No arguments.</summary>
    public const string NoSuchClause = "no-such-clause";

    /// <summary>There is or was a clause with this id. No arguments.</summary>
    public const string ClauseExists = "clause-exists";

    /// <summary>The clause was removed from the draft: what is wanted of it can only be taken as a new clause. No arguments.</summary>
    public const string ClauseIsRemoved = "clause-is-removed";

    /// <summary>No arguments.</summary>
    public const string NoSuchProposal = "no-such-proposal";

    /// <summary>There is a proposal with this id. No arguments.</summary>
    public const string ProposalExists = "proposal-exists";

    /// <summary>The proposal was taken, declined or withdrawn already. No arguments.</summary>
    public const string ProposalIsSettled = "proposal-is-settled";

    /// <summary>Only the organisation that made a proposal revises and withdraws it. No arguments.</summary>
    public const string NotOwnProposal = "not-own-proposal";

    /// <summary>The proposal would leave everything as it is. No arguments.</summary>
    public const string ProposesNothing = "proposes-nothing";

    /// <summary>A proposal is revised or taken as what it is: about the same clause, of the same kind. No arguments.</summary>
    public const string ProposalIsAnother = "proposal-is-another";

    /// <summary>{0} the comment round, until whose end the text changes only from its remarks.</summary>
    public const string RulesAreInRound = "rules-are-in-round";

    /// <summary>{0} the year, {1} the year of the version adopted last, which may not be a later one.</summary>
    public const string AdoptedLaterAlready = "adopted-later-already";

    /// <summary>There is no clause to adopt. No arguments.</summary>
    public const string NothingToAdopt = "nothing-to-adopt";

    /// <summary>{0} the version in force, which says the same as the draft.</summary>
    public const string SameAsInForce = "same-as-in-force";

    /// <summary>The draft changed after it was looked at: its text has another hash. No arguments.</summary>
    public const string DraftHasChanged = "draft-has-changed";
}
