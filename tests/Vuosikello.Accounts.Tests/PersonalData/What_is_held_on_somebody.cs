using System.Net;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Accounts.Invitations;
using Vuosikello.Accounts.Links;
using Vuosikello.Accounts.Looks;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.PersonalData;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Accounts.Tests.Kit;
using Vuosikello.Accounts.Tokens;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Accounts.Tests.PersonalData;

public abstract class What_is_held_on_somebody(IDatabaseKind kind) : OnEachDatabase(kind)
{
    private protected const string Address = "Koe.Henkilo@esimerkki.example", OtherAddress = "toinen@esimerkki.example";
    private static readonly MemberId Other = new(new Guid("0b6f3c0e-7e0a-4f5e-9a59-3a8c5c3d1f02"));

    [Fact]
    public async Task Every_table_either_holds_something_on_persons_or_says_why_it_does_not()
    {
        await using var db = await (await MigratedHouse()).Databases.CreateDbContextAsync(Ct);
        var tables = db.Model.GetEntityTypes().Where(type => !type.IsOwned()).Select(type => type.ClrType).ToHashSet();

        var known = PersonalTables.All.Select(table => table.Row).Concat(PersonalTables.OfNobody.Keys).ToList();

        Assert.True(tables.SetEquals(known), $"Add to {nameof(PersonalTables)}: {string.Join(", ", tables.Except(known).Select(t => t.Name))}; take away: {string.Join(", ", known.Except(tables).Select(t => t.Name))}");
        Assert.Equal(known.Count, known.Distinct().Count());
    }

    [Fact]
    public async Task Somebody_who_used_everything_downloads_a_row_of_every_table_and_nothing_of_others()
    {
        var house = await UsedHouse();

        var held = await house.Get<WhatIsHeld>().On(Somebody.Id, Ct);

        Assert.Equal(PersonalTables.All.Select(table => table.Name).Order(StringComparer.Ordinal), held.Select(table => table.Name).Order(StringComparer.Ordinal));
        Assert.All(held, table => Assert.True(table.Rows.Count > 0, $"There is no row of {table.Name}: let the kit make one, so that this test sees what becomes of it."));
        string all = string.Join('\n', held.SelectMany(table => table.Rows).SelectMany(row => row.Values));
        Assert.Contains("Koe Henkilö", all, StringComparison.Ordinal);
        Assert.DoesNotContain(OtherAddress, all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Other.ToString(), all, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_is_erased_has_no_row_any_more_but_a_trail_without_a_network_and_others_have_all_of_theirs()
    {
        var house = await UsedHouse();
        var before = await Counts(house, Other);
        var ended = new List<Guid>();
        house.Get<SessionStore>().Ended += (_, e) => ended.AddRange(e.Sessions);

        Assert.Equal(1, await house.Get<Vuosikello.Accounts.PersonalData.Erasure>().Erase([Somebody.Id.Value, Guid.NewGuid()], Ct));

        var held = await house.Get<WhatIsHeld>().On(Somebody.Id, Ct);
        Assert.Equal(["audit"], held.Where(table => table.Rows.Count > 0).Select(table => table.Name));
        Assert.All(held.Single(table => table.Name == "audit").Rows, row => Assert.Null(row["network"]));
        Assert.Equal(before, await Counts(house, Other));
        Assert.Null(house.Get<PersonNames>().Of(Somebody.Id));
        Assert.NotNull(house.Get<PersonNames>().Of(Other));
        Assert.Single(ended);
        Assert.Equal(0, await house.Get<Vuosikello.Accounts.PersonalData.Erasure>().Erase([Somebody.Id.Value], Ct));
    }

    private static async Task<string> Counts(AccountsHouse house, MemberId member) =>
        string.Join(", ", (await house.Get<WhatIsHeld>().On(member, Ct)).Select(table => $"{table.Name} {table.Rows.Count}"));

    private protected async Task<AccountsHouse> UsedHouse()
    {
        var house = await MigratedHouse();
        await Use(house, Somebody.Id, Address);
        await Use(house, Other, OtherAddress);
        return house;
    }

    /// <summary>Leaves a row in every table.</summary>
    private static async Task Use(AccountsHouse house, MemberId member, string address)
    {
        await house.Person(address, member);
        var at = Somebody.At(address);
        await house.Get<SessionStore>().Begin(member, "Firefox, Linux", Ways.Link, twoSteps: false, new("tuusula"), Ct);
        await house.Get<LastLooks>().Move(member, new("kuuma-seutu"), 5, house.Clock.Now, Ct);
        await house.Get<AskForLink>().Ask(at, "browser", (secret, code) => new($"Aihe {address}", $"{secret} {code}"), Ct);
        await house.Get<Outbox>().Send(at, "test", new("Aihe", $"Hei {address}"), Duration.FromDays(1), Ct);
        await house.Get<IAudit>().Note(AuditKind.SignIn, new() { By = member, From = IPAddress.Parse("192.0.2.7") }, Ct);
        await house.Get<TokenStore>().Make(member, new("Koe", new("kuuma-seutu"), null, TokenReach.Read, 7), Ct);
        await house.Get<InvitationMails>().Send(new(Guid.NewGuid()), new("kuuma-seutu"), at, "fi", new("Kutsu", address), Duration.FromDays(1), house.Clock.Now + Duration.FromDays(1), Ct);
        await house.Get<ContactPersons>().Replace(
            new("kuuma-seutu"), new(address[..5].ToLowerInvariant().Replace('.', '-')), new Dictionary<ContactId, ContactDetails> { [new(member.Value)] = new("Koe Henkilö", address, "+358 40 000 0000") }, Ct);
        await using var db = await house.Databases.CreateDbContextAsync(Ct);
        db.ProvidedRoles.Add(new() { Member = member.Value, Issuer = "https://koe.example", Partnership = "kuuma-seutu", Role = Role.Reader });
        db.SecondSteps.Add(new() { Member = member.Value, Sealed = "x", Since = house.Clock.Now });
        db.RecoveryCodes.Add(new() { Member = member.Value, Hash = Secret.HashOf(address) });
        db.UserClaims.Add(new() { UserId = member.Value, ClaimType = "koe", ClaimValue = address });
        db.UserLogins.Add(new() { UserId = member.Value, LoginProvider = "koe", ProviderKey = address });
        db.UserTokens.Add(new() { UserId = member.Value, LoginProvider = "koe", Name = "koe", Value = address });
        db.Set<IdentityUserPasskey<Guid>>().Add(new()
        {
            UserId = member.Value,
            CredentialId = Encoding.UTF8.GetBytes(address),
            Data = new() { Name = $"Puhelin {address}", PublicKey = [1], CreatedAt = house.Clock.Now.ToDateTimeOffset(), Transports = [], AttestationObject = [2], ClientDataJson = [3] },
        });
        await db.SaveChangesAsync(Ct);
    }
}

public sealed class What_a_file_holds_on_somebody() : What_is_held_on_somebody(new InAFile())
{
    [Fact]
    public async Task Nothing_of_an_erased_person_is_left_in_any_file_of_the_database_while_it_is_open()
    {
        var house = await UsedHouse();
        await house.Get<PersonsStore>().Change(Somebody.Id, "Uusi Henkilö", "fi", Ct);
        Assert.Contains(Files(), file => Holds(file, "Koe.Henkilo"));

        await house.Get<Vuosikello.Accounts.PersonalData.Erasure>().Erase([Somebody.Id.Value], Ct);

        foreach (string trace in new[] { "koe.henkilo", "uusi henkilö" })
            Assert.DoesNotContain(Files(), file => Holds(file, trace));
        Assert.Contains(Files(), file => Holds(file, OtherAddress));
    }

    private string[] Files() => Directory.GetFiles(Folder, "accounts.db*");

    private static bool Holds(string file, string text)
    {
        try
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new StreamReader(open, Encoding.Latin1);
            return all.ReadToEnd().Contains(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)), StringComparison.OrdinalIgnoreCase);
        }
        catch (FileNotFoundException)
        {
            // The write-ahead log goes with the last connection.
            return false;
        }
    }
}

public sealed class What_PostgreSQL_holds_on_somebody(PostgresServer server) : What_is_held_on_somebody(new OnPostgres(server));
