using NodaTime;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>Closes a round whose time is over. Before that it does nothing: the round may have been prolonged meanwhile.</summary>
public sealed record CloseRound(RoundId Round) : IRoundCommand;

/// <summary>Reminds those who have not sent a statement, when a reminder is due.</summary>
public sealed record RemindInvited(RoundId Round) : IRoundCommand;

public static partial class CommentRoundDecider
{
    private static Decision Close(CommentRound state, Instant now)
    {
        if (state.Phase != RoundPhase.Open || now < state.Plan.Closes) return Decision.Accept();
        var silent = state.Silent.ToValueList();
        return Decision.Accept(new RoundClosed(state.Plan.Invited.Where(p => !silent.Contains(p)).ToValueList(), silent));
    }

    private static Decision Remind(CommentRound state, Instant now)
    {
        if (state.Phase != RoundPhase.Open || now >= state.Plan.Closes || RoundMoments.Owed(state, now) is not { } due) return Decision.Accept();
        var silent = state.Silent.ToValueList();
        return silent.Count == 0 ? Decision.Accept() : Decision.Accept(new PartnersReminded(silent, due));
    }
}
