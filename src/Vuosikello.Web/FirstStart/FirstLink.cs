using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Vuosikello.Projections;
using Vuosikello.Projections.Memberships;

namespace Vuosikello.Web.FirstStart;

/// <summary>
/// The link that makes the first administrator. It is sealed with the server's own keys and kept nowhere: whether it is still good follows from the log,
/// in which there is an administrator or none.
/// </summary>
public sealed class FirstLink(IDataProtectionProvider protection, IViews views, IMembershipViews memberships, IHostEnvironment environment)
{
    /// <summary>So long a printed link is good. A restart prints a new one.</summary>
    private static readonly TimeSpan Validity = TimeSpan.FromDays(2);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Vuosikello.Web.FirstStart").ToTimeLimitedDataProtector();

    /// <summary>True while the server waits for its first administrator. In Development the demo has one.</summary>
    /// <remarks>Before the views are ready nobody knows; a server that has run before must not look like a new one meanwhile.</remarks>
    public bool Waits => !environment.IsDevelopment() && views.Ready && memberships.Administrators.Count == 0;

    /// <returns>The path of a new link.</returns>
    public string New() => $"{FirstStartEndpoints.Folder}/{_seal.Protect("administrator", Validity)}";

    /// <summary>Whether such a link was printed by this server, not too long ago, and nobody is administrator yet.</summary>
    public bool IsGood(string token)
    {
        if (!Waits) return false;
        try
        {
            return _seal.Unprotect(token) == "administrator";
        }
        catch (CryptographicException)
        {
            // Not ours, or too old.
            return false;
        }
    }
}
