using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.History;
using Vuosikello.Web.History.Sentences;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Changes;

/// <summary>What changed for one thing.</summary>
/// <param name="Count">How often, by others than the reader.</param>
/// <param name="Latest">The latest changes, newest first.</param>
public sealed record ChangedSubject(Subject Subject, StreamName Stream, int Count, IReadOnlyList<Told> Latest);

/// <summary>What others changed in a partnership since a member last looked.</summary>
/// <param name="Look">Null for one who never said to have seen anything: the last 30 days are shown.</param>
/// <param name="Position">Up to where this shows everything; what the member says to have seen.</param>
/// <param name="ByPeople">What people did.</param>
/// <param name="ByItself">What the service did by itself: what time brought about, and what followed from what people did.</param>
/// <param name="ToMember">Whether the reader is told what members are told.</param>
public sealed record ChangeReport(
    PartnershipView Partnership, SeenUpTo? Look, Position Position, GatheredChanges ByPeople, GatheredChanges ByItself, bool ToMember);

/// <summary>Changes gathered by what they changed: how many there are, and the latest of them.</summary>
/// <param name="Count">How many changes in all.</param>
/// <param name="Changed">How many things changed.</param>
/// <param name="Subjects">Those changed last, newest first.</param>
public sealed record GatheredChanges(int Count, int Changed, IReadOnlyList<ChangedSubject> Subjects)
{
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    /// <summary>The latest changes by day, newest first, and of each day by thing.</summary>
    public IEnumerable<(LocalDate Day, IEnumerable<ChangedThatDay> Things)> Days => Subjects
        .SelectMany(changed => changed.Latest, (changed, told) => (Changed: changed, Told: told))
        .GroupBy(one => one.Told.Happened.Stamp.At.InZone(Helsinki).Date)
        .OrderByDescending(day => day.Key)
        .Select(day => (day.Key, day.GroupBy(one => one.Changed).Select(things => new ChangedThatDay(things.Key, [.. things.Select(one => one.Told)]))));
}

/// <summary>What changed for one thing on one day.</summary>
public sealed record ChangedThatDay(ChangedSubject Changed, IReadOnlyList<Told> Told)
{
    /// <summary>Whether this is the day of its latest change.</summary>
    public bool IsLatest => ReferenceEquals(Told[0], Changed.Latest[0]);
}

/// <summary>Finds what changed since a member last looked.</summary>
public sealed class ChangesSince(IPartnershipViews partnerships, IViews views, IHistory history, HistoryLists lists, Looked looks, Circle circle, IClock clock)
{
    /// <summary>Who looks for the first time sees so many days.</summary>
    public const int FirstDays = 30;

    /// <summary>Above this a number is not worth counting out.</summary>
    public const int ManyChanges = 100;

    private const int SubjectsShown = 25;
    private const int ChangesShown = 5;
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    /// <param name="member">Who looks.</param>
    /// <param name="partnership">At what.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <param name="skip">Passes over so many of the things that people changed last.</param>
    /// <returns>Null when there is no such partnership.</returns>
    public async ValueTask<ChangeReport?> Find(MemberId member, PartnershipId partnership, CancellationToken ct, int skip = 0)
    {
        // Read first: what happens meanwhile is shown and stays unseen, rather than the other way round.
        var position = views.Position;
        if (partnerships.Find(partnership) is not { } found) return null;
        var look = await looks.Of(member, partnership, ct);
        var filter = FilterFor(member, look, circle.Find(member, null, partnership));
        return new(
            found, look, position, await Gather(found, filter, look, skip, ct),
            await Gather(found, filter with { NotBy = [], Member = SystemMember.Id }, look, 0, ct), filter.ToMember);
    }

    private async ValueTask<GatheredChanges> Gather(PartnershipView partnership, HistoryFilter filter, SeenUpTo? look, int skip, CancellationToken ct)
    {
        var subjects = history.Subjects(partnership.Id, filter, After(look), ChangesShown);
        var shown = new List<ChangedSubject>();
        foreach (var subject in subjects.Skip(skip).Take(SubjectsShown))
        {
            var told = await lists.Tell(partnership, subject.Latest, new(filter.ToMember, filter.Sight), ct);
            shown.Add(new(told[0].Subject, subject.Stream, subject.Count, told));
        }
        return new(subjects.Sum(s => s.Count), subjects.Count, shown);
    }

    /// <summary>How many changes people have made, counted up to <see cref="ManyChanges"/>.</summary>
    public async ValueTask<int> Count(MemberId member, PartnershipId partnership, CancellationToken ct)
    {
        var look = await looks.Of(member, partnership, ct);
        return history.CountAfter(partnership, FilterFor(member, look, circle.Find(member, null, partnership)), After(look), ManyChanges);
    }

    private static Position After(SeenUpTo? look) => look?.Position ?? Position.Start;

    private HistoryFilter FilterFor(MemberId member, SeenUpTo? look, ReaderCircle reader) => new()
    {
        ToMember = reader.IsMember,
        Sight = reader.Sight,
        NotBy = [member, SystemMember.Id],
        From = look is null ? clock.GetCurrentInstant().InZone(Helsinki).Date.PlusDays(-FirstDays) : null,
    };
}
