using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Web.Rounds;

/// <summary>What a clause of a drafted statement still lacks before the statement can be sent. It is saved all the same.</summary>
public enum StatementGap
{
    /// <summary>Against, or in favour with changes, without a word on why or which.</summary>
    Text,

    /// <summary>Something is said, and no stance is chosen.</summary>
    Stance,
}

/// <summary>Finds a <see cref="StatementGap"/>, by the rules of <see cref="SendStatement"/>.</summary>
public static class StatementGaps
{
    /// <returns>Null when the clause can be sent as it is.</returns>
    public static StatementGap? Of(DraftedStand? stand) => stand switch
    {
        { Text.IsEmpty: true, Stance: Stance.Against or Stance.InFavourWithChanges } => StatementGap.Text,
        { Text.IsEmpty: false, Stance: null } => StatementGap.Stance,
        _ => null,
    };
}
