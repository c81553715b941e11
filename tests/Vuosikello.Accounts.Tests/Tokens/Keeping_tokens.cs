using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Tests.Kit;
using Vuosikello.Accounts.Tokens;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Tests.Tokens;

public abstract class Keeping_tokens(IDatabaseKind kind) : OnEachDatabase(kind)
{
    private static readonly WantedToken Wanted = new("Verkkosivut", new PartnershipId("kuuma-seutu"), new PartnerId("tuusula"), TokenReach.Plan, 90);

    [Fact]
    public async Task A_token_is_told_once_and_only_its_hash_is_kept()
    {
        var house = await WithSomebody();
        var (token, secret) = await Make(house);

        Assert.Matches("^vk_[A-Za-z0-9_-]{43}$", secret);
        Assert.Equal(Secret.HashOf(secret), token.SecretHash);
        await using var db = await house.Databases.CreateDbContextAsync(Ct);
        var kept = await db.ApiTokens.AsNoTracking().SingleAsync(Ct);
        Assert.Equal(("Verkkosivut", "kuuma-seutu", "tuusula", TokenReach.Plan, (LocalDate?)null), (kept.Name, kept.Partnership, kept.For, kept.Reach, kept.LastUsed));
        Assert.Equal(house.Clock.Now + Duration.FromDays(90), kept.Until);
    }

    [Fact]
    public async Task It_is_known_by_its_secret_until_it_expires_and_the_day_of_its_last_use_is_kept()
    {
        var house = await WithSomebody();
        var (token, secret) = await Make(house);

        Assert.Equal(token.Id, (await house.Get<TokenStore>().Use(secret, Ct))?.Id);
        Assert.Null(await house.Get<TokenStore>().Use(secret[..^1] + (secret[^1] == 'A' ? 'B' : 'A'), Ct));
        Assert.Null(await house.Get<TokenStore>().Use(secret[3..], Ct));
        Assert.Equal(new LocalDate(2026, 11, 22), Assert.Single(await house.Get<TokenStore>().Of(Somebody.Id, Ct)).LastUsed);

        house.Clock.Pass(Duration.FromDays(90));
        Assert.Null(await house.Get<TokenStore>().Use(secret, Ct));
        Assert.Single(await house.Get<TokenStore>().Of(Somebody.Id, Ct));
        house.Clock.Pass(TokenStore.ExpiredShown);
        await house.Sweep();
        Assert.Empty(await house.Get<TokenStore>().Of(Somebody.Id, Ct));
    }

    [Fact]
    public async Task Ended_here_it_is_ended_here_at_once_and_elsewhere_within_seconds_by_its_owner_alone()
    {
        var (here, there) = (await WithSomebody(), House());
        var (token, secret) = await Make(here);
        Assert.NotNull(await here.Get<TokenStore>().Use(secret, Ct));
        Assert.NotNull(await there.Get<TokenStore>().Use(secret, Ct));

        Assert.False(await here.Get<TokenStore>().End(new MemberId(Guid.NewGuid()), token.Id, Ct));
        Assert.True(await here.Get<TokenStore>().End(Somebody.Id, token.Id, Ct));

        Assert.Null(await here.Get<TokenStore>().Use(secret, Ct));
        there.Clock.Pass(TokenStore.Known + Duration.FromMilliseconds(1));
        Assert.Null(await there.Get<TokenStore>().Use(secret, Ct));
        Assert.False(await here.Get<TokenStore>().End(Somebody.Id, token.Id, Ct));
    }

    [Fact]
    public async Task Without_its_person_it_is_worth_nothing()
    {
        var house = await WithSomebody();
        var (_, secret) = await Make(house);
        await using var db = await house.Databases.CreateDbContextAsync(Ct);
        await db.Users.Where(p => p.Id == Somebody.Id.Value).ExecuteDeleteAsync(Ct);

        Assert.Null(await house.Get<TokenStore>().Use(secret, Ct));
    }

    [Fact]
    public async Task Nobody_has_more_than_twenty_in_use_or_one_for_more_than_a_year()
    {
        var house = await WithSomebody();
        for (int i = 0; i < TokenStore.Most; i++) await Make(house);

        Assert.Null(await house.Get<TokenStore>().Make(Somebody.Id, Wanted, Ct));
        foreach (int days in new[] { 0, 367 })
            await Assert.ThrowsAsync<ArgumentException>(() => house.Get<TokenStore>().Make(Somebody.Id, Wanted with { Days = days }, Ct));
        house.Clock.Pass(Duration.FromDays(90));
        await Make(house);
    }

    private static async Task<(ApiToken Token, string Secret)> Make(AccountsHouse house)
    {
        var made = await house.Get<TokenStore>().Make(Somebody.Id, Wanted, Ct);
        Assert.NotNull(made);
        return made.Value;
    }

    private async Task<AccountsHouse> WithSomebody()
    {
        var house = await MigratedHouse();
        await house.Person("joku@example.org");
        return house;
    }
}

public sealed class Keeping_tokens_in_a_file() : Keeping_tokens(new InAFile());

public sealed class Keeping_tokens_on_PostgreSQL(PostgresServer server) : Keeping_tokens(new OnPostgres(server));
