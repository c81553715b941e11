using System.Globalization;
using System.Text.Json;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;

namespace Vuosikello.Web.SignIn;

/// <summary>
/// Gives the demo members accounts, so that in Development everything that people do with theirs can be tried, and names the contact persons of <c>Demo/contacts.json</c>,
/// who are invented.
/// </summary>
internal sealed class DemoPersons(DemoMembers members, PersonsStore persons, ContactPersons contacts) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // One look is enough: they were all made at the same start, the last one last.
        if (members.All is [.., var last] && await persons.Find(new MemberId(last.Id), cancellationToken) is not null) return;
        await NameContacts(cancellationToken);
        foreach (var member in members.All)
            if (EmailAddress.TryRead(AddressOf(member.Id), out var address))
                await persons.Add(new(member.Id), address, member.Name.Fi, "fi", cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task NameContacts(CancellationToken ct)
    {
        await using var json = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Demo", "contacts.json"));
        foreach (var contact in await JsonSerializer.DeserializeAsync<DemoContact[]>(json, JsonSerializerOptions.Web, ct) ?? [])
            await contacts.Set(new(contact.Partnership), new(contact.Partner), new(contact.Contact), new(contact.Name, contact.Email, null), ct);
    }

    /// <summary>A demo member's address, at a domain that RFC 2606 gives to nobody: by the last digits of the member's id.</summary>
    internal static string AddressOf(Guid member) => $"jasen-{int.Parse(member.ToString("N")[^3..], CultureInfo.InvariantCulture):00}@vuosikello.example";
}

/// <summary>Who holds a role on a card of the demo.</summary>
internal sealed record DemoContact(string Partnership, string Partner, Guid Contact, string Name, string Email);
