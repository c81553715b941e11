using System.Security.Cryptography;
using System.Text;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Web.Agreements;

/// <summary>
/// A short mark of what a form showed, so that the answer tells what its editor touched without carrying long texts twice. Only what was touched is
/// changed; what others changed meanwhile stays.
/// </summary>
public static class Seen
{
    public static string Of(LocalText text) => Mark(text.Fi, text.Sv, text.En);

    public static string Of(Commitment commitment) => Mark(
        commitment.By.Value, Of(commitment.What), commitment.Due.ToString(), string.Join(' ', commitment.Activities));

    public static string Of(Attachment attachment) => Mark(Of(attachment.Title), attachment.Link, attachment.Sha256);

    // Lengths keep one part from running into the next.
    private static string Mark(params string?[] parts)
    {
        string whole = string.Concat(parts.Select(p => p is null ? "-" : FormattableString.Invariant($"{p.Length}:{p}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..16];
    }
}
