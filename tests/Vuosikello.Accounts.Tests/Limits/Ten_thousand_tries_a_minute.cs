using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Limits;
using Vuosikello.Accounts.Links;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.Tests.Kit;

namespace Vuosikello.Accounts.Tests.Limits;

public abstract class Ten_thousand_tries_a_minute(IDatabaseKind kind, int sample) : OnEachDatabase(kind)
{
    /// <summary>All of them with <c>VUOSIKELLO_LONG=1</c>; else what is said of the kind, as fast after each other.</summary>
    private readonly int _tries = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? TenThousand : sample;

    private const int TenThousand = 10_000;
    private const string Address = "henkilo@esimerkki.example", Browser = "a browser's secret";
    private static readonly Duration EvenlyInAMinute = Duration.FromMinutes(1) / TenThousand;

    private readonly Post _post = new();

    [Fact]
    public async Task To_ask_for_links_fill_no_mailbox_and_shut_nobody_out_for_long()
    {
        var house = await MigratedHouse(_post.Register);
        await house.Person(Address);

        for (int i = 0; i < _tries; i++)
        {
            await house.Get<AskForLink>().Ask(Somebody.At(Address), Browser, (secret, _) => new("Linkki", secret), Ct);
            house.Clock.Pass(EvenlyInAMinute);
        }
        await house.Get<OutboxRun>().SendDue(Ct);

        int most = Limit.LinksToAddressFromNetwork.Tries;
        Assert.Equal(most, _post.Taken.Count);
        await using var db = await house.Databases.CreateDbContextAsync(Ct);
        Assert.Equal(most, await db.Links.CountAsync(Ct));

        house.Clock.Pass(Limit.LinksToAddressFromNetwork.Span);
        await house.Get<AskForLink>().Ask(Somebody.At(Address), Browser, (secret, _) => new("Linkki", secret), Ct);
        await house.Get<OutboxRun>().SendDue(Ct);
        Assert.Equal(most + 1, _post.Taken.Count);
    }

    [Fact]
    public async Task To_ask_for_somebody_elses_links_keep_none_from_who_has_the_address_and_from_many_networks_fill_no_mailbox()
    {
        var house = await MigratedHouse(_post.Register);
        await house.Person(Address);
        async Task<int> Ask(string network)
        {
            int before = _post.Taken.Count;
            await house.Get<AskForLink>().Ask(Somebody.At(Address), Browser, (secret, _) => new("Linkki", secret), Ct, network);
            await house.Get<OutboxRun>().SendDue(Ct);
            return _post.Taken.Count - before;
        }

        for (int i = 0; i < 20; i++) await Ask("192.0.2.7");
        Assert.Equal(1, await Ask("198.51.100.9"));

        for (int i = 0; i < 100; i++) await Ask(FormattableString.Invariant($"203.0.113.{i}"));
        Assert.Equal(Limit.LinksToAddress.Tries, _post.Taken.Count);
    }

    [Fact]
    public async Task Of_codes_are_looked_at_as_many_as_one_may_type_wrong()
    {
        var house = await MigratedHouse(_post.Register);
        await house.Person(Address);
        string? right = null;
        await house.Get<AskForLink>().Ask(Somebody.At(Address), Browser, (_, code) => new("Linkki", right = code), Ct);

        for (int i = 0; i < _tries; i++)
        {
            string guess = i.ToString("D8", System.Globalization.CultureInfo.InvariantCulture);
            if (guess != right) Assert.Null(await house.Get<UseLink>().ByCode(guess, Browser, Ct));
            house.Clock.Pass(EvenlyInAMinute);
        }

        await using var db = await house.Databases.CreateDbContextAsync(Ct);
        Assert.Equal(UseLink.WrongCodes, (await db.Links.SingleAsync(Ct)).WrongCodes);
        Assert.Null(await house.Get<UseLink>().ByCode(right!, Browser, Ct));
    }

    [Fact]
    public async Task From_many_at_once_are_counted_each()
    {
        var house = await MigratedHouse(_post.Register);
        var limit = new Limit("test", 100, Duration.FromMinutes(1));

        var let = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            int within = 0;
            for (int i = 0; i < 50; i++) within += await house.Get<Counts>().Try(limit, "192.0.2.7", Ct) ? 1 : 0;
            return within;
        }, Ct)));

        Assert.Equal(100, let.Sum());
        Assert.True(await house.Get<Counts>().Try(limit, "192.0.2.8", Ct));
    }

    [Fact]
    public async Task Are_counted_without_anybodys_address_in_the_clear()
    {
        var house = await MigratedHouse(_post.Register);
        await house.Get<Counts>().Try(Limit.LinksFromNetwork, "192.0.2.7", Ct);

        await using var db = await house.Databases.CreateDbContextAsync(Ct);
        var count = await db.Counts.SingleAsync(Ct);
        Assert.Matches("^[0-9a-f]{64}$", count.Key);
    }
}

public sealed class Ten_thousand_tries_on_a_file() : Ten_thousand_tries_a_minute(new InAFile(), 10_000);

public sealed class Ten_thousand_tries_on_PostgreSQL(PostgresServer server) : Ten_thousand_tries_a_minute(new OnPostgres(server), 500);
