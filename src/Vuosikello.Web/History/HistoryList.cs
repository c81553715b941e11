using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.History.Sentences;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.History;

/// <summary>A page of a history, told.</summary>
/// <param name="Subject">What it is the history of; null for the whole partnership.</param>
/// <param name="Told">Newest first.</param>
/// <param name="Older">What the next page is before; null on the last one.</param>
/// <param name="ToMember">Whether the reader is told what members are told, and who did it.</param>
public sealed record HistoryList(
    PartnershipView Partnership, Subject? Subject, StreamName? Stream, HistoryQuery Query, IReadOnlyList<Told> Told, Position? Older, bool ToMember);

/// <summary>Finds and tells what a page of a history shows.</summary>
public sealed class HistoryLists(IPartnershipViews partnerships, IHistory history, Storyteller storyteller, Circle circle, CurrentMember member)
{
    /// <param name="partnership">As in the address.</param>
    /// <param name="subject">The stream of one subject; null for the whole partnership.</param>
    /// <param name="asked">The query of the address.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <returns>Null when there is no such partnership, or nothing ever happened to the subject in it that the reader is told of.</returns>
    public async ValueTask<HistoryList?> Find(PartnershipId partnership, StreamName? subject, IQueryCollection asked, CancellationToken ct)
    {
        if (partnerships.Find(partnership) is not { } found) return null;
        var to = ListenerIn(partnership);
        var query = HistoryQuery.Parse(asked, to);
        subject ??= query.Filter.Stream;
        var name = subject is null ? null : await NameOf(found, subject.Value, to, ct);
        if (subject is not null && name is null) return null;
        var page = history.Page(partnership, query.Filter with { Stream = subject }, query.Before, query.Count);
        return new(found, name, subject, query, await Tell(found, page.Entries, to, ct), page.Older, to.IsMember);
    }

    public async ValueTask<IReadOnlyList<Told>> Tell(PartnershipView partnership, IEnumerable<HistoryEntry> entries, Listener to, CancellationToken ct) =>
        [.. (await history.Read(entries, ct)).Select(happened => storyteller.Tell(happened, partnership, to))];

    /// <summary>One event by its place in the log; null when there is none in the partnership that the reader is told of.</summary>
    public async ValueTask<(Told Told, bool ToMember)?> FindOne(PartnershipId partnership, Position position, CancellationToken ct)
    {
        if (partnerships.Find(partnership) is not { } found) return null;
        var to = ListenerIn(partnership);
        var last = history.Page(partnership, new() { ToMember = to.IsMember, Sight = to.Sight }, new(position.Value + 1), 1).Entries;
        return last is [{ Position: var there }] && there == position ? ((await Tell(found, last, to, ct))[0], to.IsMember) : null;
    }

    private Listener ListenerIn(PartnershipId partnership) => circle.Find(member.Id, member.For, partnership) is var reader ? new(reader.IsMember, reader.Sight) : default;

    private async ValueTask<Subject?> NameOf(PartnershipView partnership, StreamName subject, Listener to, CancellationToken ct)
    {
        var last = history.Page(partnership.Id, new() { Stream = subject, ToMember = to.IsMember, Sight = to.Sight }, null, 1).Entries;
        return last.Count == 0 ? null : (await Tell(partnership, last, to, ct))[0].Subject;
    }
}
