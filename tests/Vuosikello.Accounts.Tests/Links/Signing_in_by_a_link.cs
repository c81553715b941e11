using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Links;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.Tests.Kit;

namespace Vuosikello.Accounts.Tests.Links;

public abstract class Signing_in_by_a_link(IDatabaseKind kind) : OnEachDatabase(kind)
{
    private const string Address = "henkilo@esimerkki.example";
    private const string Browser = "this browser's secret", OtherBrowser = "another browser's secret";

    private readonly Post _post = new();

    private protected async Task<AccountsHouse> HouseOfSomebody()
    {
        var house = await MigratedHouse(_post.Register);
        await house.Person(Address);
        return house;
    }

    /// <summary>Asks for a link and reads its mail.</summary>
    private protected async Task<(string Secret, string Code)?> Ask(AccountsHouse house, string address = Address, string browser = Browser)
    {
        int before = _post.Taken.Count;
        await house.Get<AskForLink>().Ask(Somebody.At(address), browser, (secret, code) => new("Linkki", $"{secret} {code}"), Ct);
        await house.Get<OutboxRun>().SendDue(Ct);
        if (_post.Taken.Count == before) return null;
        string[] words = _post.Taken.Last().Letter.Text.Split(' ');
        return (words[0], words[1]);
    }

    [Fact]
    public async Task The_link_signs_in_once()
    {
        var house = await HouseOfSomebody();
        var (secret, _) = (await Ask(house))!.Value;

        Assert.Equal(Somebody.Id, await house.Get<UseLink>().ByLink(secret, Browser, Ct));

        Assert.Null(await house.Get<UseLink>().ByLink(secret, Browser, Ct));
        Assert.Equal(LinkState.Gone, await house.Get<UseLink>().Look(secret, Browser, Ct));
    }

    [Fact]
    public async Task Of_twenty_who_use_it_at_once_one_gets_in()
    {
        var house = await HouseOfSomebody();
        var (secret, _) = (await Ask(house))!.Value;

        var got = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => house.Get<UseLink>().ByLink(secret, Browser, Ct), Ct)));

        Assert.Single(got, member => member is not null);
    }

    [Fact]
    public async Task Looking_at_it_uses_nothing_up_in_whatever_browser()
    {
        var house = await HouseOfSomebody();
        var (secret, _) = (await Ask(house))!.Value;
        var links = house.Get<UseLink>();

        Assert.Equal(LinkState.ForAnotherBrowser, await links.Look(secret, null, Ct));
        Assert.Equal(LinkState.ForAnotherBrowser, await links.Look(secret, OtherBrowser, Ct));
        Assert.Equal(LinkState.Good, await links.Look(secret, Browser, Ct));
        Assert.Null(await links.ByLink(secret, OtherBrowser, Ct));

        Assert.Equal(Somebody.Id, await links.ByLink(secret, Browser, Ct));
    }

    [Fact]
    public async Task It_is_good_for_fifteen_minutes()
    {
        var house = await HouseOfSomebody();
        var (secret, code) = (await Ask(house))!.Value;

        house.Clock.Pass(Duration.FromMinutes(15) - Duration.FromMilliseconds(1));
        Assert.Equal(LinkState.Good, await house.Get<UseLink>().Look(secret, Browser, Ct));
        house.Clock.Pass(Duration.FromMilliseconds(1));

        Assert.Equal(LinkState.Gone, await house.Get<UseLink>().Look(secret, Browser, Ct));
        Assert.Null(await house.Get<UseLink>().ByLink(secret, Browser, Ct));
        Assert.Null(await house.Get<UseLink>().ByCode(code, Browser, Ct));
    }

    [Fact]
    public async Task The_code_signs_in_where_the_link_was_asked_for_and_nowhere_else()
    {
        var house = await HouseOfSomebody();
        var (secret, code) = (await Ask(house))!.Value;

        Assert.Null(await house.Get<UseLink>().ByCode(code, OtherBrowser, Ct));
        Assert.Equal(Somebody.Id, await house.Get<UseLink>().ByCode(code, Browser, Ct));

        Assert.Equal(LinkState.Gone, await house.Get<UseLink>().Look(secret, Browser, Ct));
    }

    [Fact]
    public async Task Five_wrong_codes_end_the_code_and_not_the_link()
    {
        var house = await HouseOfSomebody();
        var (secret, code) = (await Ask(house))!.Value;

        for (int i = 0; i < UseLink.WrongCodes; i++) Assert.Null(await house.Get<UseLink>().ByCode(Wrong(code), Browser, Ct));

        Assert.Null(await house.Get<UseLink>().ByCode(code, Browser, Ct));
        Assert.Equal(Somebody.Id, await house.Get<UseLink>().ByLink(secret, Browser, Ct));
    }

    [Fact]
    public async Task An_address_that_is_nobodys_leaves_the_same_behind_and_gets_no_mail()
    {
        var house = await HouseOfSomebody();

        Assert.NotNull(await Ask(house, browser: Browser));
        Assert.Null(await Ask(house, "tuntematon@esimerkki.example", OtherBrowser));

        await using var db = await house.Databases.CreateDbContextAsync(Ct);
        Assert.Equal(2, await db.Links.CountAsync(Ct));
        Assert.Equal(0, await db.Mails.CountAsync(Ct));
    }

    [Theory]
    [InlineData("HENKILO@Esimerkki.example")]
    [InlineData(" henkilo@esimerkki.example. ")]
    public async Task However_the_address_is_typed_the_mail_goes_to_the_one_that_the_person_gave(string typed)
    {
        var house = await HouseOfSomebody();
        Assert.NotNull(await Ask(house, typed));
        Assert.Equal(Address, _post.Taken.Last().To.Sent);
    }

    [Fact]
    public async Task Neither_secret_nor_code_stands_in_the_database()
    {
        var house = await HouseOfSomebody();
        await house.Get<AskForLink>().Ask(Somebody.At(Address), Browser, (secret, code) => new("Linkki", $"{secret} {code}"), Ct);

        await using var db = await house.Databases.CreateDbContextAsync(Ct);
        var link = await db.Links.SingleAsync(Ct);
        var mail = await db.Mails.SingleAsync(Ct);
        await house.Get<OutboxRun>().SendDue(Ct);
        string[] sent = _post.Taken.Single().Letter.Text.Split(' ');

        Assert.Equal(Secret.HashOf(sent[0]), link.SecretHash);
        Assert.NotEqual(Secret.HashOf(sent[1]), link.CodeHash);
        Assert.All(sent, word => Assert.DoesNotContain(word, mail.Sealed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_address_is_one_person_whoever_is_first()
    {
        var house = await HouseOfSomebody();
        var second = await house.Person("Henkilo@ESIMERKKI.example", new(new Guid("0b6f3c0e-7e0a-4f5e-9a59-3a8c5c3d1f02")));
        Assert.Equal(Somebody.Id.Value, second.Id);
    }

    private static string Wrong(string code) => code[..^1] + (code[^1] == '0' ? '1' : '0');
}

public sealed class Signing_in_by_a_link_from_a_file() : Signing_in_by_a_link(new InAFile());

public sealed class Signing_in_by_a_link_from_PostgreSQL(PostgresServer server) : Signing_in_by_a_link(new OnPostgres(server));
