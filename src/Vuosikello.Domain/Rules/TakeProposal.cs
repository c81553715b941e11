using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Rules;

/// <summary>Takes an open proposal into the draft.</summary>
/// <param name="BasedOn">The version of the rules that the coordinator saw: what others changed since in the same clause clashes.</param>
/// <param name="As">
/// The change as the coordinator edited it, or null to take it as it is. It is about the same clause and of the same kind; only
/// where that clause was removed may it be a new one, with an id of its own.
/// </param>
/// <param name="Origin">The remark that the change answers, besides the proposal; null for none.</param>
/// <param name="Reason">Why it is taken, or taken otherwise than it was made; null for nothing said.</param>
public sealed record TakeProposal(
    PartnershipId Partnership, ProposalId Proposal, long BasedOn, ProposedChange? As = null, ChangeOrigin? Origin = null, LocalText? Reason = null)
    : IRulesCommand, ITracedCommand;

/// <summary>Declines an open proposal, and says why.</summary>
public sealed record DeclineProposal(PartnershipId Partnership, ProposalId Proposal, LocalText Reason) : IRulesCommand;

public static partial class RulesDecider
{
    private static Decision Take(WorkingRules state, TakeProposal command)
    {
        if (NotOpen(state, command.Proposal) is { } problem) return Decision.Refuse(problem);
        var proposal = state.Find(command.Proposal)!;
        var change = command.As ?? AsItIs(state, proposal);
        if (Texts.Optional(command.Reason ?? LocalText.Empty, RulesFields.Reason, ReasonLimit).FirstOrDefault() is { } tooLong) return Decision.Refuse(tooLong);
        if (!IsOf(state, proposal.Change, change)) return Decision.Refuse(new Problem(ProblemCodes.ProposalIsAnother, RulesFields.Proposal));
        bool edited = command.As is not null && command.As != proposal.Change;
        var origin = new ChangeOrigin(proposal.Id, command.Origin?.Remark);
        var decision = CarryOut(state, command, change, origin);
        return decision is Decision.Accepted accepted
            ? new Decision.Accepted([new ProposalTaken(proposal.Id, edited, command.Reason is { IsEmpty: false } ? command.Reason : null), .. accepted.Events])
            : decision;
    }

    private static Decision CarryOut(WorkingRules state, TakeProposal command, ProposedChange change, ChangeOrigin origin)
    {
        var (partnership, basedOn, heading) = (command.Partnership, command.BasedOn, change.Heading ?? default);
        return change.Kind switch
        {
            ProposalKind.New => Add(state, new(partnership, change.Clause, heading, Fitting(state, change), change.Title ?? LocalText.Empty, change.Text ?? LocalText.Empty), origin),
            ProposalKind.Changed => Edit(state, new(partnership, change.Clause, basedOn, new(change.Title ?? LocalText.Empty), new(change.Text ?? LocalText.Empty)), origin),
            ProposalKind.Moved => Move(state, new(partnership, change.Clause, basedOn, heading, Fitting(state, change)), origin),
            _ => Remove(state, new(partnership, change.Clause, basedOn), origin),
        };
    }

    // What the proposal left as it was stays as it is now: a proposal of a text does not bring an old title back.
    private static ProposedChange AsItIs(WorkingRules state, Proposal proposal)
    {
        var change = proposal.Change;
        if (change.Kind != ProposalKind.Changed || state.Find(change.Clause) is not { Clause: var now }) return change;
        return change with
        {
            Title = (change.Title ?? LocalText.Empty) == proposal.Before?.Title ? now.Title : change.Title,
            Text = change.Text == proposal.Before?.Text ? now.Text : change.Text,
        };
    }

    private static bool IsOf(WorkingRules state, ProposedChange proposed, ProposedChange taken) =>
        (proposed.Kind, proposed.Clause) == (taken.Kind, taken.Clause)
        || (taken.Kind == ProposalKind.New && proposed.Kind == ProposalKind.Changed && state.Find(proposed.Clause) is null);

    private static Decision Decline(WorkingRules state, DeclineProposal command)
    {
        if (NotOpen(state, command.Proposal) is { } problem) return Decision.Refuse(problem);
        return Decision.Unless(Texts.Required(command.Reason, RulesFields.Reason, ReasonLimit), () =>
            Decision.Accept(new ProposalDeclined(command.Proposal, command.Reason)));
    }
}
