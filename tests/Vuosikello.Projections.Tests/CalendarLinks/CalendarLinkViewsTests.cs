using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Events;

namespace Vuosikello.Projections.Tests.CalendarLinks;

public sealed class CalendarLinkViewsTests : IDisposable
{
    private static readonly PartnershipId Here = new("jokilaakso"), There = new("vaaramaa");
    private static readonly MemberId Aino = new(new Guid(1, 0, 0, new byte[8])), Onni = new(new Guid(2, 0, 0, new byte[8]));

    private readonly MemoryStore _store = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-links-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Hash(int number) => number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<CalendarLinkId> Create(int number, MemberId owner, PartnershipId partnership)
    {
        var id = new CalendarLinkId(partnership, new Guid(number, 4, 0, new byte[8]));
        await Happens(id, number, owner, new CalendarLinkCreated(id, owner, CalendarLinkKind.Mine, $"Linkki {number}", Hash(number)), ExpectedVersion.NoStream);
        return id;
    }

    private Task Happens(CalendarLinkId id, int number, MemberId by, IEvent happened, ExpectedVersion expected)
    {
        var stamp = new Stamp(new(new Guid(number, 5, 0, new byte[8])), by, null, Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(number));
        return _store.Append(Streams.Of(id), expected, [EventSerializer.Serialize(happened, stamp, EventIds.For(stamp.Command, 0))], TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_link_is_found_by_the_hash_of_its_secret_and_by_nothing_near_it()
    {
        var id = await Create(1, Aino, Here);
        await using var views = await RunningViews.Over(_store);

        Assert.Equal(id, views.Links.FindByToken(Hash(1))?.Id);
        Assert.Null(views.Links.FindByToken(Hash(2)));
        Assert.Null(views.Links.FindByToken(""));
    }

    [Fact]
    public async Task A_revoked_link_is_still_found_and_says_since_when()
    {
        var id = await Create(1, Aino, Here);
        await Happens(id, 3, Aino, new CalendarLinkRevoked(), ExpectedVersion.Exactly(0));
        await using var views = await RunningViews.Over(_store);

        Assert.Equal(Instant.FromUtc(2026, 1, 1, 0, 3), views.Links.FindByToken(Hash(1))?.RevokedAt);
    }

    [Fact]
    public async Task A_member_sees_the_own_links_of_a_partnership_newest_first_and_nobody_elses()
    {
        var (first, other, elsewhere, second) = (await Create(1, Aino, Here), await Create(2, Onni, Here), await Create(3, Aino, There), await Create(4, Aino, Here));
        await using var views = await RunningViews.Over(_store);

        Assert.Equal([second, first], views.Links.Of(Aino, Here).Select(v => v.State.Id));
        Assert.Equal([elsewhere], views.Links.Of(Aino, There).Select(v => v.State.Id));
        Assert.Equal([other], views.Links.Of(Onni, Here).Select(v => v.State.Id));
        Assert.Empty(views.Links.Of(Onni, There));
    }

    [Fact]
    public async Task All_of_it_comes_back_from_a_snapshot()
    {
        var id = await Create(1, Aino, Here);
        await using (var first = await RunningViews.Over(_store, _folder)) await first.Stop();
        await Happens(id, 3, Aino, new CalendarLinkRevoked(), ExpectedVersion.Exactly(0));

        await using var views = await RunningViews.Over(_store, _folder);

        Assert.Equal(1, views.Progress.Applied);
        Assert.True(views.Links.FindByToken(Hash(1))!.IsRevoked);
        Assert.Equal(id, Assert.Single(views.Links.Of(Aino, Here)).State.Id);
    }

    [Fact]
    public async Task No_history_tells_of_it()
    {
        await Create(1, Aino, Here);
        await using var views = await RunningViews.Over(_store);

        Assert.Equal(0, views.PastOf.Count(Here));
        Assert.Empty(views.PastOf.Actors(Here));
    }
}
