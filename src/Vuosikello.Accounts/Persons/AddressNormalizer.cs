using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Identity;

namespace Vuosikello.Accounts.Persons;

/// <summary>Identity looks addresses up by the same key as the rest of the accounts.</summary>
internal sealed class AddressNormalizer : ILookupNormalizer
{
    [return: NotNullIfNotNull(nameof(name))]
    public string? NormalizeName(string? name) => name?.ToUpperInvariant();

    [return: NotNullIfNotNull(nameof(email))]
    public string? NormalizeEmail(string? email) => EmailAddress.TryRead(email, out var address) ? address.Key : email;
}
