using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Vuosikello.Events;
using Vuosikello.Projections;

namespace Vuosikello.Web;

/// <summary>
/// Whoever wrote sees what they wrote, whichever server answers next: the answer to a command leaves the command's position in a cookie, and a server
/// whose views are not that far yet waits for them, for a while. The position is sealed, so that nobody can make a server wait for what will
/// never come. Whoever has waited in vain does not wait again for the same, and nobody does while the store is away.
/// </summary>
public sealed class OwnWrites(IViews views, IStoreCondition store, IDataProtectionProvider protection)
{
    /// <summary>Longer than this nobody waits for the views; the page then says that it may show the state before.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const string Cookie = "vuosikello-wrote";
    private const string InVain = " in vain";

    /// <summary>Views that are behind for longer than this are an outage, of which pages and health tell otherwise.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private static readonly object Late = new();

    private readonly IDataProtector _seal = protection.CreateProtector("vuosikello-wrote.v1");

    /// <summary>True when the page that answers may lack what its reader has just written.</summary>
    public static bool IsLate(HttpContext? http) => http?.Items.ContainsKey(Late) is true;

    /// <summary>What this browser wrote stands at a position; the next server is to know.</summary>
    public void Leave(HttpContext http, Position position) => Leave(http, new Written(position, InVain: false));

    private void Leave(HttpContext http, Written written)
    {
        if (http.Response.HasStarted) return;
        http.Response.Cookies.Append(Cookie, Seal(written), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/",
            MaxAge = Life,
            IsEssential = true,
        });
    }

    /// <summary>Waits until the views show what the browser wrote last, wherever it did.</summary>
    public ValueTask Await(HttpContext http) =>
        http.Request.Cookies.TryGetValue(Cookie, out string? cookie) && Read(cookie) is { } written && written.Position > views.Position
            ? new(Await(http, written))
            : ValueTask.CompletedTask;

    /// <summary>Waits until the views show everything up to a position, or notes that they do not in time.</summary>
    public Task Await(HttpContext http, Position position) => Await(http, new Written(position, InVain: false));

    private async Task Await(HttpContext http, Written written)
    {
        if (written.Position <= views.Position) return;
        if (written.InVain || !store.CanWrite)
        {
            http.Items[Late] = true;
            return;
        }
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        bounded.CancelAfter(Patience);
        try
        {
            await views.WaitFor(written.Position, bounded.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            http.Items[Late] = true;
            Leave(http, written with { InVain = true });
        }
    }

    private string Seal(Written written) =>
        Base64Url.EncodeToString(_seal.Protect(Encoding.ASCII.GetBytes($"{written.Position}{(written.InVain ? InVain : "")}")));

    /// <summary>Null for what was not sealed here or by a server with the same keys.</summary>
    private Written? Read(string cookie)
    {
        try
        {
            string text = Encoding.ASCII.GetString(_seal.Unprotect(Base64Url.DecodeFromChars(cookie)));
            bool inVain = text.EndsWith(InVain, StringComparison.Ordinal);
            return new Written(new(long.Parse(inVain ? text[..^InVain.Length] : text, NumberStyles.None, CultureInfo.InvariantCulture)), inVain);
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <param name="Position">Of what the browser wrote last.</param>
    /// <param name="InVain">It has been waited for already, as long as anybody waits.</param>
    private sealed record Written(Position Position, bool InVain);
}
