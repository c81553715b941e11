using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Vuosikello.Accounts.Persons;

/// <summary>An e-mail address that mail can be sent to.</summary>
/// <remarks>
/// <para>Two are the same when their <see cref="Key"/> is: upper and lower case do not count, neither in the domain (RFC 5321 2.4) nor before it, where no
/// server of today makes a difference. What stands after a plus does: only the receiving server knows whether it means the same mailbox.</para>
/// <para>A domain of any script is compared by the form in which it is looked up (RFC 5891). Before the at-sign only ASCII is taken: not every server
/// between here and there forwards more (RFC 6531), and letters that merely look alike could pass for somebody else's.</para>
/// </remarks>
public sealed class EmailAddress : IEquatable<EmailAddress>
{
    /// <summary>RFC 5321 4.5.3.1 and RFC 3696 erratum 1690: the longest address that fits a mail's envelope.</summary>
    private const int Longest = 254;
    private const int LongestLocal = 64;

    /// <summary>RFC 5322 3.2.3: what may stand in a local part without quotes, besides letters, digits and dots.</summary>
    private const string Atoms = "!#$%&'*+-/=?^_`{|}~";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string local, string domain)
    {
        Sent = $"{local}@{domain}";
        Key = Sent.ToLowerInvariant();
        Shown = $"{local}@{Idn.GetUnicode(domain)}";
    }

    /// <summary>As mail servers take it: the domain in ASCII.</summary>
    public string Sent { get; }

    /// <summary>By which addresses are compared and found.</summary>
    public string Key { get; }

    /// <summary>As people read it: the domain in its own script.</summary>
    public string Shown { get; }

    /// <summary>Reads what somebody typed or pasted; space around it does not count.</summary>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        if (typed is null || typed.Length > 4 * Longest) return false;
        string text = typed.Trim();
        int at = text.LastIndexOf('@');
        if (at < 1 || !IsLocal(text.AsSpan(0, at)) || Domain(text[(at + 1)..]) is not { } domain || at + 1 + domain.Length > Longest) return false;
        address = new(text[..at], domain);
        return true;
    }

    public bool Equals(EmailAddress? other) => other?.Key == Key;

    public override bool Equals(object? obj) => Equals(obj as EmailAddress);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Shown;

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        if (local.Length > LongestLocal || local[0] == '.' || local[^1] == '.' || local.IndexOf("..", StringComparison.Ordinal) >= 0) return false;
        foreach (char c in local)
            if (!char.IsAsciiLetterOrDigit(c) && c != '.' && !Atoms.Contains(c, StringComparison.Ordinal)) return false;
        return true;
    }

    /// <returns>The domain in ASCII and lower case; null when it cannot be one.</returns>
    private static string? Domain(string text)
    {
        try
        {
            string domain = Idn.GetAscii(text.Normalize(NormalizationForm.FormC).TrimEnd('.')).ToLowerInvariant();
            return domain.Contains('.', StringComparison.Ordinal) && !char.IsAsciiDigit(domain[^1]) ? domain : null;
        }
        catch (ArgumentException)
        {
            // Not Unicode, or not a name that can be looked up.
            return null;
        }
    }
}
