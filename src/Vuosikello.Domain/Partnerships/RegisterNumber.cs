using System.Diagnostics.CodeAnalysis;

namespace Vuosikello.Domain.Partnerships;

/// <summary>
/// A number in a register that has no check digit, an association's in the register of associations (rekisterinumero) foremost: up to seven
/// digits, kept without the dots that people write in them.
/// </summary>
public readonly record struct RegisterNumber(string Value)
{
    private const int MostDigits = 7;

    /// <summary>With a dot before the last three digits, as the register writes it.</summary>
    public override string ToString() => IsValid(Value) && Value.Length > 3 ? $"{Value[..^3]}.{Value[^3..]}" : Value;

    /// <summary>Tells whether it is one to seven digits that begin with no zero.</summary>
    public static bool IsValid([NotNullWhen(true)] string? value) =>
        value is { Length: > 0 and <= MostDigits } && value[0] != '0' && value.All(char.IsAsciiDigit);

    /// <summary>What people write, without dots and spaces. What is none stays as it was written, to be refused by that.</summary>
    /// <returns>Null for what is blank.</returns>
    public static RegisterNumber? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        string bare = text.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Trim().TrimStart('0');
        return new(IsValid(bare) ? bare : text.Trim());
    }
}
