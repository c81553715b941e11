using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Events;
using Vuosikello.Projections;

namespace Vuosikello.Web.Tests.Store;

/// <summary>Whoever wrote waits for the views of the server that answers next, but not again and again for what does not come.</summary>
public sealed class Whoever_wrote : IStoreCondition, IViews
{
    private readonly OwnWrites _writes;
    private string _cookie = "";
    private int _waits;

    public Whoever_wrote() => _writes = new(this, this, new EphemeralDataProtectionProvider());

    public Position Position { get; private set; }
    public bool CanWrite { get; private set; } = true;
    public bool Ready => true;

    [Fact]
    public async Task In_vain_waits_once_and_is_told_from_then_on_that_the_page_may_lack_it()
    {
        Write(7);

        Assert.True(await IsLate());
        Assert.True(await IsLate());

        Assert.Equal(1, _waits);
        Position = new(7);
        Assert.False(await IsLate());
    }

    [Fact]
    public async Task Anew_waits_anew()
    {
        Write(7);
        await IsLate();
        Write(8);

        Assert.True(await IsLate());

        Assert.Equal(2, _waits);
    }

    [Fact]
    public async Task Does_not_wait_while_the_store_is_away()
    {
        Write(7);
        CanWrite = false;

        Assert.True(await IsLate());
        Assert.Equal(0, _waits);

        CanWrite = true;
        await IsLate();
        Assert.Equal(1, _waits);
    }

    [Fact]
    public async Task Does_not_wait_for_the_hub_to_be_reached_which_tells_pages_all_that_they_lack()
    {
        await using var site = new Site();
        using var client = site.CreateClient(new() { HandleCookies = false });
        var wrote = new DefaultHttpContext();
        site.Services.GetRequiredService<OwnWrites>().Leave(wrote, new Position(long.MaxValue));
        client.DefaultRequestHeaders.Add("Cookie", CookieOf(wrote));

        using var answer = await client.PostAsync(new Uri("/hubs/board/negotiate?negotiateVersion=1", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        // Whoever has waited in vain is told so in the cookie.
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private void Write(long position)
    {
        var http = new DefaultHttpContext();
        _writes.Leave(http, new Position(position));
        _cookie = CookieOf(http);
    }

    /// <summary>Whether the next page says that it may lack what was written.</summary>
    private async Task<bool> IsLate()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = _cookie;
        await _writes.Await(http);
        if (http.Response.Headers.SetCookie.Count > 0) _cookie = CookieOf(http);
        return OwnWrites.IsLate(http);
    }

    private static string CookieOf(HttpContext http) => http.Response.Headers.SetCookie[^1]!.Split(';')[0];

    /// <summary>As if the patience had come to its end.</summary>
    Task IViews.WaitFor(Position position, CancellationToken ct)
    {
        _waits++;
        return Task.FromCanceled(new CancellationToken(canceled: true));
    }

    Task IStoreCondition.Until(bool canWrite, CancellationToken ct) => throw new NotSupportedException();
    Task IViews.BecomeReady(CancellationToken ct) => throw new NotSupportedException();
    IDisposable IViews.OnChange(Action<IReadOnlyList<ViewChange>> callback) => throw new NotSupportedException();
}
