using System.Runtime.CompilerServices;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Memberships;
using Vuosikello.Events;
using Vuosikello.Projections.History;

namespace Vuosikello.Projections.Tests.History;

/// <summary>Who is told of which event, over all events that there are.</summary>
public sealed class History_for_the_public
{
    private static readonly PartnershipId Here = new("jokilaakso");

    public static TheoryData<string> Names => [.. EventTypes.All.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_event_has_an_audience() =>
        Assert.Equal(EventTypes.All.Values.Select(type => type.Name).Order(StringComparer.Ordinal), Audiences.Named.Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void What_has_no_audience_is_for_members() => Assert.Equal(Audience.Members, Audiences.Of(typeof(string)));

    [Fact]
    public void The_public_is_told_of_documents_only_what_is_in_force_and_of_rounds_nothing() =>
        Assert.Equal(
            [
                "agreement-came-into-force.v1", "agreement-expired.v1", "agreement-notice-given.v1", "agreement-renewed.v1", "agreement-terminated.v1",
                "commitment-fell-due.v1", "review-closed.v1", "review-opened.v1", "rules-adopted.v1",
            ],
            EventTypes.All.Where(pair => FolderOf(pair.Value) is "Rules" or "Agreements" or "CommentRounds" or "SteeringReviews" && Audiences.Of(pair.Value) == Audience.Public)
                .Select(pair => pair.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Pages_subjects_counts_and_look_ups_tell_it_to_its_audience(string name)
    {
        var type = EventTypes.All[name];
        var stream = StreamOf(type);
        var index = new HistoryIndex();
        var queries = new HistoryQueries(index, null!, new(null!, null!));
        // Which event it is matters here, not what it says.
        var happened = (IEvent)RuntimeHelpers.GetUninitializedObject(type);
        if (FolderOf(type) == "Activities") happened = type == typeof(Domain.Activities.ActivityPlanned) ? Planned : happened;
        int first = 0;
        if (FolderOf(type) == "Activities" && type != typeof(Domain.Activities.ActivityPlanned)) index.Apply(new(stream, new(1), Guid.Empty, new(Planned, first++, At(1))), null);
        index.Apply(new(stream, new(7), Guid.Empty, new(happened, first, At(2))), null);

        foreach (bool toMember in (bool[])[false, true])
        {
            var filter = new HistoryFilter { ToMember = toMember, Sight = Sight.Everything };
            int told = Audiences.Of(type) switch { Audience.Public => 1, Audience.Members => toMember ? 1 : 0, _ => 0 };
            Assert.Equal(told, queries.Page(Here, filter, null, 10).Entries.Count(e => e.Event == type && e.Position.Value == 7));
            Assert.Equal(told, queries.CountAfter(Here, filter, new(6), 10));
            Assert.Equal(told, queries.Subjects(Here, filter, new(6), 10).Sum(subject => subject.Count));
            Assert.Equal(told == 1, queries.Find(Here, stream, first, new(toMember, Sight.Everything)) is not null);
        }
    }

    [Fact]
    public void An_address_of_what_the_public_is_not_told_begins_where_it_begins_without_it()
    {
        var round = Streams.Of(new RoundId(Here, "syksy"));
        var index = new HistoryIndex();
        var queries = new HistoryQueries(index, null!, new(null!, null!));
        index.Apply(new(Streams.Of(Here), new(1), Guid.Empty, new(new Domain.Partnerships.PartnershipFounded(Here, new("X")), 0, At(1))), null);
        index.Apply(new(round, new(2), Guid.Empty, new(new RoundClosed([], []), 0, At(500))), null);
        index.Apply(new(Streams.Of(Here), new(3), Guid.Empty, new(new Domain.Partnerships.PartnershipRenamed(new("Y")), 1, At(100))), null);

        Assert.Equal([1], Positions(toMember: false, before: 3));
        Assert.Equal([2, 3, 1], Positions(toMember: true, before: 3));
        Assert.Equal([3, 1], Positions(toMember: false, before: null));

        IEnumerable<long> Positions(bool toMember, long? before) =>
            queries.Page(Here, new() { ToMember = toMember, Sight = Sight.Everything }, before is { } position ? new Position(position) : null, 10).Entries.Select(e => e.Position.Value);
    }

    private static Domain.Activities.ActivityPlanned Planned =>
        new(new(new Guid(1, 2, 2, new byte[8])), new(Here, 2026), Planning.Details("T", Planning.On(5, 5)));

    private static Stamp At(int minute) => new(default, new(new Guid(1, 1, 1, new byte[8])), null, Instant.FromUtc(2026, 3, 24, 0, 0) + Duration.FromMinutes(minute));

    private static string FolderOf(Type type) => type.Namespace!.Split('.')[^1];

    private static StreamName StreamOf(Type type) => FolderOf(type) switch
    {
        "Partnerships" => Streams.Of(Here),
        "AnnualCycles" => Streams.Of(new CycleId(Here, 2026)),
        "Activities" => Streams.Of(new ActivityId(new Guid(1, 2, 2, new byte[8]))),
        "Rules" => Streams.OfRules(Here),
        "Agreements" => Streams.Of(new AgreementId(Here, "tilat")),
        "CommentRounds" => Streams.Of(new RoundId(Here, "syksy")),
        "SteeringReviews" => Streams.Of(new ReviewId(Here, "syksy")),
        "Memberships" => Streams.OfMembers(Here),
        "PremisesRegisters" => Streams.OfPremises(Here),
        "Administration" => Streams.OfAdministrators,
        "CalendarLinks" => Streams.Of(new CalendarLinkId(Here, new Guid(1, 2, 4, new byte[8]))),
        var other => throw new InvalidOperationException($"Say here in which stream the events of {other} are."),
    };
}
