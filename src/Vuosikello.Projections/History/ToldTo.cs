using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.CommentRounds;

namespace Vuosikello.Projections.History;

/// <summary>Who listens to a history.</summary>
/// <param name="IsMember">Whether they are told what members are told (<see cref="Audiences"/>).</param>
/// <param name="Sight">Of what is members' about an agreement or a round they are told only where they see its draft, or the round.</param>
public readonly record struct Listener(bool IsMember, Sight Sight)
{
    public static Listener Public => default;
}

/// <summary>Whether somebody sees the draft of an agreement, or a round, by its stream: as both stand now, also for what happened before.</summary>
internal sealed class SeenStreams(IAgreementViews agreements, IRoundViews rounds)
{
    public bool Sees(Sight sight, SubjectKind kind, StreamName stream) => kind switch
    {
        _ when sight.IsOfAll => true,
        SubjectKind.Agreement => Streams.IsOf(stream, out AgreementId agreement) && agreements.Find(agreement) is { } view && sight.Sees(view.State),
        SubjectKind.CommentRound => Streams.IsOf(stream, out RoundId round) && rounds.Find(round) is { } view && sight.Sees(view.State),
        _ => true,
    };
}

/// <summary>Which entries of one partnership's index a listener is told; each stream is looked at once.</summary>
internal sealed class ToldTo(PartnershipHistory history, Listener listener, SeenStreams seen)
{
    private readonly Dictionary<int, bool> _streams = [];

    public bool Tells(in IndexEntry entry) => EventNumbers.IsPublic(entry.Event) || (listener.IsMember && Sees(entry.Stream));

    private bool Sees(int number)
    {
        if (listener.Sight.IsOfAll) return true;
        if (_streams.TryGetValue(number, out bool known)) return known;
        var stream = history.Stream(number);
        return _streams[number] = seen.Sees(listener.Sight, stream.Kind, stream.Name);
    }
}
