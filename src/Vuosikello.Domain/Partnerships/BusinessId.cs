using System.Diagnostics.CodeAnalysis;

namespace Vuosikello.Domain.Partnerships;

/// <summary>
/// A Finnish business id (Y-tunnus): seven digits, a hyphen, a check digit. Its form is told by <see cref="IsValid"/>, so that what somebody
/// typed wrong can be told of. Source: the Finnish Tax Administration's definition of the identifier.
/// </summary>
public readonly record struct BusinessId(string Value)
{
    private const int Digits = 7;

    /// <summary>Of the digits before the hyphen, from the left.</summary>
    private static ReadOnlySpan<int> Weights => [7, 9, 10, 5, 8, 4, 2];

    public override string ToString() => Value;

    /// <summary>Tells whether it is seven digits, a hyphen and the check digit that belongs to them.</summary>
    public static bool IsValid([NotNullWhen(true)] string? value)
    {
        if (value is not { Length: Digits + 2 } || value[Digits] != '-' || !char.IsAsciiDigit(value[^1])) return false;
        int sum = 0;
        for (int i = 0; i < Digits; i++)
        {
            if (!char.IsAsciiDigit(value[i])) return false;
            sum += (value[i] - '0') * Weights[i];
        }
        // A remainder of one has no check digit: such numbers are not given out.
        int check = (sum % 11) switch { 0 => 0, 1 => -1, var rest => 11 - rest };
        return sum > 0 && check == value[^1] - '0';
    }

    /// <summary>
    /// What people write, in the form that is kept: the hyphen and the leading zero of old six-digit ids may be missing, and <c>FI</c> of a VAT
    /// number may stand before it. What is none stays as it was written, to be refused by that.
    /// </summary>
    /// <returns>Null for what is blank.</returns>
    public static BusinessId? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        string typed = text.Trim();
        string bare = typed.StartsWith("FI", StringComparison.OrdinalIgnoreCase) ? typed[2..] : typed;
        bare = bare.Replace("-", "", StringComparison.Ordinal).Replace("–", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (bare.Length is not (Digits or Digits + 1) || !bare.All(char.IsAsciiDigit)) return new(typed);
        string whole = bare.PadLeft(Digits + 1, '0');
        return new($"{whole[..Digits]}-{whole[^1]}");
    }
}
