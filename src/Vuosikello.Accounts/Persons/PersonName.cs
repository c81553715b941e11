using System.Diagnostics.CodeAnalysis;

namespace Vuosikello.Accounts.Persons;

/// <summary>What somebody wants to be called.</summary>
public static class PersonName
{
    /// <summary>In characters.</summary>
    public const int Longest = 200;

    /// <summary>Reads what was typed; any space in it is one.</summary>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out string? name)
    {
        name = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is > 0 and <= Longest && !name.Any(char.IsControl)) return true;
        name = null;
        return false;
    }
}
