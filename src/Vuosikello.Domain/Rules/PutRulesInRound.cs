namespace Vuosikello.Domain.Rules;

/// <summary>The round that comments on the draft has opened. Only the server says so.</summary>
public sealed record PutRulesInRound(PartnershipId Partnership, RoundId Round) : IRulesCommand;

/// <summary>The round is over, or called off. Only the server says so.</summary>
public sealed record TakeRulesOutOfRound(PartnershipId Partnership, RoundId Round) : IRulesCommand;

public static partial class RulesDecider
{
    private static Decision PutInRound(WorkingRules state, PutRulesInRound command) =>
        state.Round is not { } round ? Decision.Accept(new RulesPutInRound(command.Round))
        : round == command.Round ? Decision.Accept()
        : Decision.Refuse(new Problem(ProblemCodes.RulesAreInRound, "round", [round.Slug]));

    // Of a round that they are no longer in, or in another one, nothing is left to end.
    private static Decision TakeOutOfRound(WorkingRules state, TakeRulesOutOfRound command) =>
        state.Round == command.Round ? Decision.Accept(new RulesTakenOutOfRound(command.Round)) : Decision.Accept();
}
