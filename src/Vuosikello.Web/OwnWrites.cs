using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Vuosikello.Events;
using Vuosikello.Projections;

namespace Vuosikello.Web;

/// <summary>
/// Whoever wrote sees what they wrote, whichever server answers next: the answer to a command leaves the command's position in a cookie, and a server
/// whose views are not that far yet waits for them, for a while. The position is sealed, so that nobody can make a server wait for what will
/// never come.
/// </summary>
public sealed class OwnWrites(IViews views, IDataProtectionProvider protection)
{
    /// <summary>Longer than this nobody waits for the views; the page then says that it may show the state before.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const string Cookie = "vuosikello-wrote";

    /// <summary>Views that are behind for longer than this are an outage, of which pages and health tell otherwise.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private static readonly object Late = new();

    private readonly IDataProtector _seal = protection.CreateProtector("vuosikello-wrote.v1");

    /// <summary>True when the page that answers may lack what its reader has just written.</summary>
    public static bool IsLate(HttpContext? http) => http?.Items.ContainsKey(Late) is true;

    /// <summary>What this browser wrote stands at a position; the next server is to know.</summary>
    public void Leave(HttpContext http, Position position)
    {
        if (http.Response.HasStarted) return;
        http.Response.Cookies.Append(Cookie, Seal(position), new CookieOptions
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
        http.Request.Cookies.TryGetValue(Cookie, out string? cookie) && Read(cookie) is { } position && position > views.Position
            ? new(Await(http, position))
            : ValueTask.CompletedTask;

    /// <summary>Waits until the views show everything up to a position, or notes that they do not in time.</summary>
    public async Task Await(HttpContext http, Position position)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        bounded.CancelAfter(Patience);
        try
        {
            await views.WaitFor(position, bounded.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            http.Items[Late] = true;
        }
    }

    private string Seal(Position position) =>
        Base64Url.EncodeToString(_seal.Protect(System.Text.Encoding.ASCII.GetBytes(position.ToString())));

    /// <summary>Null for what was not sealed here or by a server with the same keys.</summary>
    private Position? Read(string cookie)
    {
        try
        {
            return new Position(long.Parse(_seal.Unprotect(Base64Url.DecodeFromChars(cookie)), NumberStyles.None, CultureInfo.InvariantCulture));
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
