namespace Vuosikello.Domain.Rules;

/// <summary>Proposes a change of the draft, beside whatever others propose.</summary>
/// <param name="Reason">Why; may be empty.</param>
public sealed record ProposeChange(PartnershipId Partnership, ProposalId Proposal, ProposedChange Change, LocalText Reason) : IRulesCommand;

/// <summary>Says an open proposal otherwise; only the organisation that made it does.</summary>
public sealed record ReviseProposal(PartnershipId Partnership, ProposalId Proposal, ProposedChange Change, LocalText Reason) : IRulesCommand;

/// <summary>Takes an open proposal back; only the organisation that made it does.</summary>
public sealed record WithdrawProposal(PartnershipId Partnership, ProposalId Proposal) : IRulesCommand;

public static partial class RulesDecider
{
    private static Decision Propose(WorkingRules state, ProposeChange command)
    {
        IEnumerable<Problem> problems =
        [
            .. state.Find(command.Proposal) is null ? Array.Empty<Problem>() : [new Problem(ProblemCodes.ProposalExists, RulesFields.Proposal)],
            .. Improper(state, command.Change),
            .. Texts.Optional(command.Reason, RulesFields.Reason, ReasonLimit),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new ChangeProposed(command.Proposal, command.Change, command.Reason)));
    }

    private static Decision Revise(WorkingRules state, ReviseProposal command, RulesSurroundings around)
    {
        if (NotOpen(state, command.Proposal, around) is { } problem) return Decision.Refuse(problem);
        var proposal = state.Find(command.Proposal)!;
        if (proposal.Change == command.Change && proposal.Reason == command.Reason) return Decision.Accept();
        IEnumerable<Problem> problems =
        [
            .. (proposal.Change.Kind, proposal.Change.Clause) == (command.Change.Kind, command.Change.Clause)
                ? Improper(state, command.Change)
                : [new Problem(ProblemCodes.ProposalIsAnother, RulesFields.Proposal)],
            .. Texts.Optional(command.Reason, RulesFields.Reason, ReasonLimit),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new ProposalRevised(command.Proposal, command.Change, command.Reason)));
    }

    private static Decision Withdraw(WorkingRules state, WithdrawProposal command, RulesSurroundings around) =>
        NotOpen(state, command.Proposal, around) is not { } problem ? Decision.Accept(new ProposalWithdrawn(command.Proposal))
        : state.Find(command.Proposal) is { Status: ProposalStatus.Withdrawn } ? Decision.Accept()
        : Decision.Refuse(problem);

    private static Problem? NotOpen(WorkingRules state, ProposalId id, RulesSurroundings around) =>
        NotOpen(state, id) ?? (state.Find(id)!.By.For == around.For ? null : new Problem(ProblemCodes.NotOwnProposal, RulesFields.Proposal));

    private static Problem? NotOpen(WorkingRules state, ProposalId id) =>
        state.Find(id) is not { } proposal ? new Problem(ProblemCodes.NoSuchProposal, RulesFields.Proposal)
        : proposal.IsOpen ? null
        : new Problem(ProblemCodes.ProposalIsSettled, RulesFields.Proposal);

    /// <summary>What a change lacks to be proposed. Whether there is still room at its place is asked when it is taken.</summary>
    private static IEnumerable<Problem> Improper(WorkingRules state, ProposedChange change) => change.Kind switch
    {
        ProposalKind.New => [.. Used(state, change.Clause), .. Placeless(state, change), .. Wordless(change)],
        ProposalKind.Changed => [.. Gone(state, change.Clause), .. Wordless(change), .. Idle(state, change)],
        ProposalKind.Moved => [.. Gone(state, change.Clause), .. Placeless(state, change), .. Idle(state, change)],
        _ => Gone(state, change.Clause),
    };

    private static IEnumerable<Problem> Placeless(WorkingRules state, ProposedChange change) =>
    [
        .. Unknown(state, change.Heading ?? default),
        .. change.Place is { } place ? Texts.Within(place, 1, ClauseLimit, RulesFields.Place) : [],
    ];

    private static IEnumerable<Problem> Wordless(ProposedChange change) => Badly(change.Title ?? LocalText.Empty, change.Text ?? LocalText.Empty);

    private static IEnumerable<Problem> Idle(WorkingRules state, ProposedChange change)
    {
        if (state.Find(change.Clause) is not { Clause: var now }) return [];
        bool idle = change.Kind == ProposalKind.Changed
            ? (change.Title ?? LocalText.Empty) == now.Title && change.Text == now.Text
            : change.Heading == now.Heading && Fitting(state, change) == state.PlaceOf(now);
        return idle ? [new Problem(ProblemCodes.ProposesNothing, RulesFields.Proposal)] : [];
    }

    /// <summary>The place that is wanted, or the last one where there are fewer by now.</summary>
    private static int Fitting(WorkingRules state, ProposedChange change)
    {
        int places = state.Clauses.Count(c => c.Clause.Heading == change.Heading && c.Id != change.Clause) + 1;
        return Math.Min(change.Place ?? places, places);
    }
}
