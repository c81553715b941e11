using NodaTime;
using Vuosikello.Accounts.Looks;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections.History;

namespace Vuosikello.Web.Changes;

/// <summary>
/// How far members have looked at a partnership. What is remembered is how many entries its history had: a log that moves to another store keeps its order, but
/// every event gets another position.
/// </summary>
public sealed class Looked(LastLooks looks, IHistory history)
{
    /// <returns>Null for a member who never said to have seen anything.</returns>
    public async ValueTask<SeenUpTo?> Of(MemberId member, PartnershipId partnership, CancellationToken ct) =>
        await looks.Of(member, partnership, ct) is { } look ? new(history.PositionOf(partnership, look.Position), look.At) : null;

    /// <summary>The member has seen everything up to a position. It never moves back.</summary>
    public Task Move(MemberId member, PartnershipId partnership, Position seen, Instant now, CancellationToken ct) =>
        looks.Move(member, partnership, history.CountUpTo(partnership, seen), now, ct);
}

/// <summary>How far a member has looked, and when the member said so.</summary>
/// <param name="Position">Of the last entry of the partnership's history that counts as seen; the start where there was none.</param>
/// <param name="At">To the millisecond.</param>
public readonly record struct SeenUpTo(Position Position, Instant At);
