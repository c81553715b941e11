using NodaTime;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Accounts.Tests.Kit;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Tests.Sessions;

public abstract class Being_signed_in(IDatabaseKind kind) : OnEachDatabase(kind)
{
    private static readonly MemberId SomebodyElse = new(new Guid("0b6f3c0e-7e0a-4f5e-9a59-3a8c5c3d1f02"));

    private static Task<Session> Begin(AccountsHouse house) => house.Get<SessionStore>().Begin(Somebody.Id, "Firefox, Windows", Ways.Link, twoSteps: false, new PartnerId("tuusula"), Ct);

    private static async Task<bool> IsOpen(AccountsHouse house, Session session, MemberId? member = null) =>
        await house.Get<SessionStore>().Open(session.Id, member ?? Somebody.Id, Ct) is not null;

    [Fact]
    public async Task A_session_is_its_members_alone()
    {
        var house = await MigratedHouse();
        var session = await Begin(house);
        Assert.True(await IsOpen(house, session));
        Assert.False(await IsOpen(house, session, SomebodyElse));

        await house.Get<SessionStore>().End(SomebodyElse, session.Id, Ct);
        Assert.True(await IsOpen(house, session));
    }

    [Fact]
    public async Task Ended_here_it_is_ended_here_at_once_and_elsewhere_within_seconds()
    {
        var (here, there) = (await MigratedHouse(), House());
        var session = await Begin(here);
        Assert.True(await IsOpen(here, session));
        Assert.True(await IsOpen(there, session));
        var told = new List<Guid>();
        here.Get<SessionStore>().Ended += (_, ended) => told.AddRange(ended.Sessions);

        await here.Get<SessionStore>().End(Somebody.Id, session.Id, Ct);

        Assert.False(await IsOpen(here, session));
        Assert.Equal([session.Id], told);
        Assert.Equal([session.Id], await there.Get<SessionStore>().EndedOf([session.Id], Ct));
        there.Clock.Pass(SessionStore.Known + Duration.FromMilliseconds(1));
        Assert.False(await IsOpen(there, session));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_or_all_but_this_one()
    {
        var house = await MigratedHouse();
        var (one, other, third) = (await Begin(house), await Begin(house), await Begin(house));

        await house.Get<SessionStore>().EndAll(Somebody.Id, one.Id, Ct);
        Assert.True(await IsOpen(house, one));
        Assert.False(await IsOpen(house, other));
        Assert.False(await IsOpen(house, third));

        await house.Get<SessionStore>().EndAll(Somebody.Id, null, Ct);
        Assert.False(await IsOpen(house, one));
        Assert.Empty(await house.Get<SessionStore>().Of(Somebody.Id, Ct));
    }

    [Fact]
    public async Task The_day_on_which_it_was_used_last_is_kept_by_the_calendar_of_Helsinki()
    {
        var house = await MigratedHouse();
        house.Clock.Now = Instant.FromUtc(2026, 11, 22, 21, 59);
        var session = await Begin(house);
        house.Clock.Now = Instant.FromUtc(2026, 11, 22, 22, 1);
        Assert.True(await IsOpen(house, session));

        var listed = Assert.Single(await house.Get<SessionStore>().Of(Somebody.Id, Ct));
        Assert.Equal((new LocalDate(2026, 11, 23), "Firefox, Windows", Ways.Link, "tuusula"), (listed.LastSeen, listed.Browser, listed.Way, listed.For));
    }

    [Fact]
    public async Task After_thirty_days_it_ends_though_used_each_day_and_is_swept_away()
    {
        var house = await MigratedHouse();
        var session = await Begin(house);
        for (int day = 1; day < 30; day++)
        {
            house.Clock.Pass(Duration.FromDays(1));
            Assert.True(await IsOpen(house, session));
        }
        house.Clock.Pass(Duration.FromDays(1));

        Assert.False(await IsOpen(house, session));
        Assert.Empty(await house.Get<SessionStore>().Of(Somebody.Id, Ct));
        await house.Sweep();
        Assert.Equal([session.Id], await house.Get<SessionStore>().EndedOf([session.Id], Ct));
    }

    [Fact]
    public async Task It_says_for_whom_its_member_acts()
    {
        var house = await MigratedHouse();
        var session = await Begin(house);

        await house.Get<SessionStore>().ActFor(session.Id, new PartnerId("kerava"), Ct);
        Assert.Equal("kerava", (await house.Get<SessionStore>().Open(session.Id, Somebody.Id, Ct))?.For);

        await house.Get<SessionStore>().ActFor(session.Id, null, Ct);
        Assert.Null((await house.Get<SessionStore>().Open(session.Id, Somebody.Id, Ct))?.For);
    }
}

public sealed class Being_signed_in_by_a_file() : Being_signed_in(new InAFile());

public sealed class Being_signed_in_by_PostgreSQL(PostgresServer server) : Being_signed_in(new OnPostgres(server));

public sealed class Naming_a_browser
{
    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("curl/8.5.0", "")]
    [InlineData(null, "")]
    public void Its_header_is_said_in_a_few_words(string? header, string expected) => Assert.Equal(expected, BrowserName.Of(header));
}
