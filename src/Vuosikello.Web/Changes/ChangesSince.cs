using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.History;
using Vuosikello.Web.History.Sentences;
using Vuosikello.Web.Live;
using Vuosikello.Web.Members;

namespace Vuosikello.Web.Changes;

/// <summary>What changed for one thing.</summary>
/// <param name="Count">How often, by others than the reader.</param>
/// <param name="Latest">The latest changes, newest first.</param>
public sealed record ChangedSubject(Subject Subject, StreamName Stream, int Count, IReadOnlyList<Told> Latest);

/// <summary>What others changed in a partnership since a member last looked.</summary>
/// <param name="Look">Null for one who never said to have seen anything: the last 30 days are shown.</param>
/// <param name="Position">Up to where this shows everything; what the member says to have seen.</param>
/// <param name="Count">How many changes in all.</param>
/// <param name="Changed">How many things changed.</param>
/// <param name="Subjects">Those changed last, newest first.</param>
/// <param name="ToMember">Whether the reader is told what members are told.</param>
public sealed record ChangeReport(
    PartnershipView Partnership, Look? Look, Position Position, int Count, int Changed, IReadOnlyList<ChangedSubject> Subjects, bool ToMember);

/// <summary>Finds what changed since a member last looked.</summary>
public sealed class ChangesSince(IPartnershipViews partnerships, IViews views, IHistory history, HistoryLists lists, LastLooks looks, Circle circle, IClock clock)
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
    /// <param name="skip">Passes over so many of the things that changed last.</param>
    /// <returns>Null when there is no such partnership.</returns>
    public async ValueTask<ChangeReport?> Find(MemberId member, PartnershipId partnership, CancellationToken ct, int skip = 0)
    {
        // Read first: what happens meanwhile is shown and stays unseen, rather than the other way round.
        var position = views.Position;
        if (partnerships.Find(partnership) is not { } found) return null;
        var look = await looks.Of(member, partnership, ct);
        bool toMember = await circle.IsMember(member, partnership, ct);
        var subjects = history.Subjects(partnership, FilterFor(member, look, toMember), look?.Position ?? Position.Start, ChangesShown);
        var shown = new List<ChangedSubject>();
        foreach (var subject in subjects.Skip(skip).Take(SubjectsShown))
        {
            var told = await lists.Tell(found, subject.Latest, toMember, ct);
            shown.Add(new(told[0].Subject, subject.Stream, subject.Count, told));
        }
        return new(found, look, position, subjects.Sum(s => s.Count), subjects.Count, shown, toMember);
    }

    /// <summary>How many changes there are, counted up to <see cref="ManyChanges"/>.</summary>
    public async ValueTask<int> Count(MemberId member, PartnershipId partnership, CancellationToken ct)
    {
        var look = await looks.Of(member, partnership, ct);
        bool toMember = await circle.IsMember(member, partnership, ct);
        return history.CountAfter(partnership, FilterFor(member, look, toMember), look?.Position ?? Position.Start, ManyChanges);
    }

    private HistoryFilter FilterFor(MemberId member, Look? look, bool toMember) => new()
    {
        ToMember = toMember,
        NotBy = member,
        From = look is null ? clock.GetCurrentInstant().InZone(Helsinki).Date.PlusDays(-FirstDays) : null,
    };
}
