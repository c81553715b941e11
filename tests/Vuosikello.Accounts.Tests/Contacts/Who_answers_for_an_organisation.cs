using Vuosikello.Accounts.Contacts;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.Tests.Kit;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Tests.Contacts;

public abstract class Who_answers_for_an_organisation(IDatabaseKind kind) : OnEachDatabase(kind)
{
    private static readonly PartnershipId Here = new("seutu");
    private static readonly PartnerId Mill = new("mylly"), Choir = new("kuoro");
    private static readonly ContactId Chair = new(new Guid("4a1b3f7e-9c52-4f0d-8a6e-2f5d7b1c9e01")), Secretary = new(new Guid("4a1b3f7e-9c52-4f0d-8a6e-2f5d7b1c9e02"));
    private static readonly ContactDetails Somebody = new("Esimerkki Henkilö", "esimerkki@example.org", "+358 00 000 0000"), Another = new("Toinen Esimerkki", null, null);

    [Fact]
    public async Task They_are_those_that_were_written_last()
    {
        var persons = (await MigratedHouse()).Get<ContactPersons>();
        await persons.Replace(Here, Mill, Of((Chair, Somebody), (Secretary, Another)), Ct);

        await persons.Replace(Here, Mill, Of((Chair, Another)), Ct);

        Assert.Equal(Of((Chair, Another)), await persons.Of(Here, Mill, Ct));
    }

    [Fact]
    public async Task One_of_them_is_named_and_taken_away_beside_all_others()
    {
        var persons = (await MigratedHouse()).Get<ContactPersons>();
        await persons.Replace(Here, Mill, Of((Secretary, Another)), Ct);

        Assert.True(await persons.Set(Here, Mill, Chair, Somebody, Ct));
        Assert.False(await persons.Set(Here, Mill, Chair, Somebody, Ct));
        Assert.Equal(Of((Chair, Somebody), (Secretary, Another)), await persons.Of(Here, Mill, Ct));
        Assert.True(await persons.Set(Here, Mill, Chair, null, Ct));
        Assert.Equal(Of((Secretary, Another)), await persons.Of(Here, Mill, Ct));
    }

    [Fact]
    public async Task A_contacts_id_on_another_card_is_another_contact()
    {
        var persons = (await MigratedHouse()).Get<ContactPersons>();
        await persons.Replace(Here, Mill, Of((Chair, Somebody)), Ct);

        await persons.Replace(Here, Choir, Of((Chair, Another)), Ct);

        Assert.Equal(Of((Chair, Somebody)), await persons.Of(Here, Mill, Ct));
        Assert.Equal(Of((Chair, Another)), await persons.Of(Here, Choir, Ct));
    }

    [Fact]
    public async Task Who_is_erased_is_erased_from_every_card_however_the_address_is_written()
    {
        var persons = (await MigratedHouse()).Get<ContactPersons>();
        await persons.Replace(Here, Mill, Of((Chair, Somebody with { Email = "Esimerkki@Example.org" }), (Secretary, Another)), Ct);
        await persons.Replace(Here, Choir, Of((Chair, Somebody)), Ct);
        Assert.True(EmailAddress.TryRead("ESIMERKKI@example.ORG", out var address));

        Assert.Equal(2, await persons.Erase(address, Ct));

        Assert.Equal(Of((Secretary, Another)), await persons.Of(Here, Mill, Ct));
        Assert.Empty(await persons.Of(Here, Choir, Ct));
    }

    [Fact]
    public async Task Whose_role_is_gone_is_forgotten_unless_it_was_written_just_now()
    {
        var house = await MigratedHouse();
        var persons = house.Get<ContactPersons>();
        await persons.Replace(Here, Mill, Of((Chair, Somebody), (Secretary, Another)), Ct);

        await persons.Forget(Here, (_, contact) => contact == Chair, NodaTime.Instant.MinValue, Ct);
        Assert.Equal(2, (await persons.Of(Here, Mill, Ct)).Count);
        await persons.Forget(Here, (_, contact) => contact == Chair, NodaTime.Instant.FromUtc(2999, 1, 1, 0, 0), Ct);
        Assert.Equal(Of((Secretary, Another)), await persons.Of(Here, Mill, Ct));
    }

    private static Dictionary<ContactId, ContactDetails> Of(params (ContactId Id, ContactDetails Person)[] persons) => persons.ToDictionary(p => p.Id, p => p.Person);
}

public sealed class Contacts_in_a_file() : Who_answers_for_an_organisation(new InAFile());

public sealed class Contacts_on_PostgreSQL(PostgresServer server) : Who_answers_for_an_organisation(new OnPostgres(server));
