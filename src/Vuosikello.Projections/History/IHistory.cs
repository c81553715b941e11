using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;

namespace Vuosikello.Projections.History;

/// <summary>Queries on everything that happened in a partnership.</summary>
public interface IHistory
{
    /// <summary>
    /// Entries newest first: by the minute of the stamp, or of a later one that stands before it in its stream, and in one minute in the order of
    /// the log. An import that tells of earlier times stands there. A page costs the same wherever in the history it is.
    /// </summary>
    /// <param name="before">Begins with the last entry in the log before this position that the reader is told of; null for the newest.</param>
    /// <param name="count">The most entries, 1 or more.</param>
    HistoryPage Page(PartnershipId partnership, HistoryFilter filter, Position? before, int count);

    /// <summary>How many entries there are in all.</summary>
    int Count(PartnershipId partnership);

    /// <summary>One event by its number in its stream; null when there is none in the partnership that the reader is told of.</summary>
    HistoryEntry? Find(PartnershipId partnership, StreamName stream, long version, Listener to);

    /// <summary>Counts matching entries after a position, up to a limit.</summary>
    int CountAfter(PartnershipId partnership, HistoryFilter filter, Position after, int most);

    /// <summary>How many entries there are up to a position, included. Unlike the position, it is the same in every store that the log may move to.</summary>
    int CountUpTo(PartnershipId partnership, Position position);

    /// <summary>The position of the last of so many entries, the first in the log: the start for none, and that of the last entry for more than there are.</summary>
    Position PositionOf(PartnershipId partnership, long count);

    /// <summary>What matching entries after a position are about, that changed last first.</summary>
    /// <param name="latest">The most entries told of each.</param>
    IReadOnlyList<HistorySubject> Subjects(PartnershipId partnership, HistoryFilter filter, Position after, int latest);

    /// <summary>Everybody who did something here, for each organisation; in no order.</summary>
    IReadOnlyList<HistoryActor> Actors(PartnershipId partnership);

    /// <summary>
    /// Reads what happened, with the aggregate's state before and after it, in the order given. A stream is read once for all its entries, and of
    /// a long one only a bounded stretch when it was read before.
    /// </summary>
    ValueTask<IReadOnlyList<HistoryEvent>> Read(IEnumerable<HistoryEntry> entries, CancellationToken ct);
}

/// <summary>One event in the index of the history.</summary>
/// <param name="At">The stamp's time in whole minutes, UTC.</param>
/// <param name="Version">In its stream.</param>
/// <param name="Event">The event's record.</param>
/// <param name="For">Null for the partnership itself.</param>
public readonly record struct HistoryEntry(
    Position Position, Instant At, StreamName Stream, SubjectKind Kind, long Version, Type Event, MemberId By, PartnerId? For);

/// <summary>A page of the history.</summary>
/// <param name="Entries">Newest first.</param>
/// <param name="Older">The <c>before</c> of the next page; null where this is the last one.</param>
public sealed record HistoryPage(IReadOnlyList<HistoryEntry> Entries, Position? Older);

/// <summary>One thing that something happened to.</summary>
/// <param name="Count">How often.</param>
/// <param name="Latest">The latest entries, newest first.</param>
public sealed record HistorySubject(StreamName Stream, int Count, IReadOnlyList<HistoryEntry> Latest);

/// <summary>A person, acting for an organisation or (null) for the partnership itself.</summary>
public readonly record struct HistoryActor(MemberId By, PartnerId? For);

/// <summary>What happened, whole.</summary>
/// <param name="Before">The aggregate's state before it; null before its first event.</param>
/// <param name="After">The state after it.</param>
public sealed record HistoryEvent(HistoryEntry Entry, IEvent Event, Stamp Stamp, object? Before, object? After);

/// <summary>Which entries of a history are wanted; what is null does not matter.</summary>
public sealed record HistoryFilter
{
    /// <summary>Whether the reader is told what members are told; the public is unless somebody says otherwise (<see cref="Audiences"/>).</summary>
    public bool ToMember { get; init; }

    /// <summary>Which drafts and rounds the reader is told of, of those that are members'; none unless somebody says otherwise.</summary>
    public Sight Sight { get; init; }

    /// <summary>The first day, by the clock of Helsinki.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day, included, by the clock of Helsinki.</summary>
    public LocalDate? To { get; init; }

    public SubjectKind? Kind { get; init; }

    /// <summary>The event's record.</summary>
    public Type? Event { get; init; }

    /// <summary>For which organisation; <see cref="ThePartnership"/> for the partnership itself.</summary>
    public PartnerId? Partner { get; init; }

    public MemberId? Member { get; init; }

    /// <summary>Anybody but these.</summary>
    public ValueList<MemberId> NotBy { get; init; } = [];

    /// <summary>One subject: an aggregate's stream.</summary>
    public StreamName? Stream { get; init; }

    public static HistoryFilter None { get; } = new();

    /// <summary>What stands for acts in nobody's name but the partnership's. No partner can have this id.</summary>
    public static PartnerId ThePartnership { get; } = new("-");
}
