using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.SecondSteps;
using Vuosikello.Accounts.Tests.Kit;

namespace Vuosikello.Accounts.Tests.SecondSteps;

public sealed class Codes_and_keys
{
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Are_those_of_RFC_6238(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeOf(Encoding.ASCII.GetBytes("12345678901234567890"), Totp.StepAt(Instant.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_written_as_RFC_4648_says(string octets, string text) => Assert.Equal(text, Totp.Base32(Encoding.ASCII.GetBytes(octets)));
}

public abstract class Codes_of_an_app(IDatabaseKind kind) : OnEachDatabase(kind)
{
    private byte[] _key = [];

    private async Task<(AccountsHouse House, SecondStepStore Steps, IReadOnlyList<string> Recovery)> TurnedOn()
    {
        var house = await MigratedHouse();
        await house.Person("henkilo@esimerkki.example");
        var steps = house.Get<SecondStepStore>();
        var (key, offer) = steps.Offer(Somebody.Id);
        _key = key;
        var recovery = await steps.TurnOn(Somebody.Id, offer, CodeAt(house.Clock.Now), Ct);
        house.Clock.Pass(Duration.FromSeconds(30));
        return (house, steps, recovery!);
    }

    private string CodeAt(Instant moment) => Totp.CodeOf(_key, Totp.StepAt(moment));

    [Fact]
    public async Task It_is_turned_on_by_a_code_of_the_offered_key_and_its_owner_alone()
    {
        var house = await MigratedHouse();
        var steps = house.Get<SecondStepStore>();
        var (key, offer) = steps.Offer(Somebody.Id);
        string right = Totp.CodeOf(key, Totp.StepAt(house.Clock.Now));

        Assert.Null(await steps.TurnOn(Somebody.Id, offer, right == "000000" ? "000001" : "000000", Ct));
        Assert.Null(await steps.TurnOn(new(Guid.NewGuid()), offer, right, Ct));
        Assert.Null(await steps.TurnOn(Somebody.Id, "not an offer", right, Ct));
        Assert.False(await steps.IsOn(Somebody.Id, Ct));
        Assert.Equal(SecondStepStore.RecoveryCodes, (await steps.TurnOn(Somebody.Id, offer, right, Ct))!.Distinct(StringComparer.Ordinal).Count());

        await using var db = await house.Databases.CreateDbContextAsync(Ct);
        Assert.DoesNotContain(Convert.ToBase64String(key), (await db.SecondSteps.SingleAsync(Ct)).Sealed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_taken_once_and_none_of_an_earlier_moment_after_it()
    {
        var (house, steps, _) = await TurnedOn();
        string now = CodeAt(house.Clock.Now), before = CodeAt(house.Clock.Now - Duration.FromSeconds(30));

        Assert.False(await steps.Take(Somebody.Id, before, Ct));
        Assert.True(await steps.Take(Somebody.Id, $"{now[..3]} {now[3..]}", Ct));
        Assert.False(await steps.Take(Somebody.Id, now, Ct));
    }

    [Fact]
    public async Task Of_many_who_bring_the_same_code_at_once_one_is_let_in()
    {
        var (house, steps, _) = await TurnedOn();
        string now = CodeAt(house.Clock.Now);

        bool[] taken = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => steps.Take(Somebody.Id, now, Ct), Ct)));

        Assert.Single(taken, one => one);
    }

    [Theory]
    [InlineData(-30, true)]
    [InlineData(59, true)]
    [InlineData(-31, false)]
    [InlineData(60, false)]
    public async Task A_code_of_the_step_before_or_after_is_taken_as_clocks_differ(int seconds, bool taken)
    {
        var (house, steps, _) = await TurnedOn();
        // At the very beginning of a step.
        house.Clock.Pass(Duration.FromMinutes(10));
        Assert.Equal(taken, await steps.Take(Somebody.Id, CodeAt(house.Clock.Now + Duration.FromSeconds(seconds)), Ct));
    }

    [Fact]
    public async Task After_five_wrong_ones_a_right_one_is_not_looked_at_for_a_quarter_of_an_hour()
    {
        var (house, steps, recovery) = await TurnedOn();
        for (int i = 0; i < 5; i++) Assert.False(await steps.Take(Somebody.Id, "wrong", Ct));

        Assert.False(await steps.Take(Somebody.Id, CodeAt(house.Clock.Now), Ct));
        Assert.False(await steps.Take(Somebody.Id, recovery[0], Ct));
        house.Clock.Pass(Duration.FromMinutes(15));
        Assert.True(await steps.Take(Somebody.Id, CodeAt(house.Clock.Now), Ct));
    }

    [Fact]
    public async Task A_recovery_code_works_once_however_it_is_typed_and_only_for_its_owner()
    {
        var (_, steps, recovery) = await TurnedOn();
        string typed = $"{recovery[0][..5]}-{recovery[0][5..]}".ToLowerInvariant();

        Assert.False(await steps.Take(new(Guid.NewGuid()), recovery[0], Ct));
        Assert.True(await steps.Take(Somebody.Id, typed, Ct));
        Assert.False(await steps.Take(Somebody.Id, typed, Ct));
        Assert.Equal(SecondStepStore.RecoveryCodes - 1, await steps.CodesLeft(Somebody.Id, Ct));
    }

    [Fact]
    public async Task Recovery_codes_have_eighty_bits_and_are_hashed_together_with_whose_they_are()
    {
        var (house, _, recovery) = await TurnedOn();

        Assert.All(recovery, code => Assert.Equal(80, code.Length * 5));
        await using var db = await house.Databases.CreateDbContextAsync(Ct);
        var kept = await db.RecoveryCodes.Select(c => c.Hash).ToListAsync(Ct);
        Assert.Equal(recovery.Select(code => Secret.HashOf($"recovery\n{Somebody.Id}\n{code}")).Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Turned_off_nothing_is_left_of_it()
    {
        var (house, steps, recovery) = await TurnedOn();

        await steps.TurnOff(Somebody.Id, Ct);

        Assert.False(await steps.IsOn(Somebody.Id, Ct));
        Assert.Equal(0, await steps.CodesLeft(Somebody.Id, Ct));
        Assert.False(await steps.Take(Somebody.Id, CodeAt(house.Clock.Now), Ct));
        Assert.False(await steps.Take(Somebody.Id, recovery[0], Ct));
    }
}

public sealed class Codes_of_an_app_in_a_file() : Codes_of_an_app(new InAFile());

public sealed class Codes_of_an_app_in_PostgreSQL(PostgresServer server) : Codes_of_an_app(new OnPostgres(server));
