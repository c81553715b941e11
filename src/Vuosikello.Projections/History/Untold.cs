using System.Collections.Frozen;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Projections.History;

/// <summary>Events that no history tells: what a partner only drafts is its own until it is sent.</summary>
public static class Untold
{
    public static FrozenSet<Type> Events { get; } = [typeof(StatementDrafted)];
}
