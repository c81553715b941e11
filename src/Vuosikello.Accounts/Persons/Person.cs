using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Vuosikello.Accounts.Persons;

/// <summary>
/// Somebody who can sign in. The id is the member's id that events carry; all the rest is erased with the person.
/// There are no passwords, so the database has no column for one, nor for a telephone number.
/// </summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>What others see the person called.</summary>
    public string Name { get; set; } = "";

    /// <summary>In which mails are written: <c>fi</c>, <c>sv</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "fi";

    /// <summary>Since when the person can sign in.</summary>
    public Instant Since { get; init; }

    /// <summary>When the name was changed last: by it other servers notice.</summary>
    public Instant Changed { get; set; }
}
