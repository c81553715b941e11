using NodaTime;

namespace Vuosikello.Accounts.Contacts;

/// <summary>Who holds a role in which an organisation is reached. The role is on the organisation's card, which is in the log; who it is is here alone.</summary>
public sealed class ContactPerson
{
    public string Partnership { get; init; } = "";

    public string Partner { get; init; } = "";

    /// <summary>The contact's id on the card.</summary>
    public Guid Contact { get; init; }

    public string Name { get; set; } = "";

    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary>When somebody last wrote it.</summary>
    public Instant Changed { get; set; }
}
