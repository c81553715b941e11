using Microsoft.Playwright;
using Vuosikello.ServerKit;

namespace Vuosikello.Browser.Tests;

/// <summary>People at work, one test after the other on one server, while another one is looked at page by page.</summary>
[CollectionDefinition(nameof(People_at_work))]
public sealed class People_at_work : ICollectionFixture<Browser>;

/// <summary>One server with the demo data and one Chromium for all tests that share it; each test opens contexts of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Chromiums = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Two servers, two Chromiums and the tests share the machine: what is late is slow, not wrong.
    private const float Patience = 20_000;

    private readonly TemporaryFolder _data = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public RunningServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await RunningServer.Start(_data.Path);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromiums.FirstOrDefault(File.Exists)
                ?? throw new InvalidOperationException("Chromium is missing. Install it with: sudo apt-get install chromium"),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A new person at a browser of their own: signed in as a demo member, or as nobody.</summary>
    public async Task<Person> Person(string? member = null, string language = "fi", int width = 1280, int height = 900, bool javaScript = true, ColorScheme? scheme = null)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Server.Address.ToString(),
            Locale = language,
            TimezoneId = "Europe/Helsinki",
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = javaScript,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        if (member is not null) await SignIn(context, member);
        return new Person(context, page);
    }

    private static async Task SignIn(IBrowserContext context, string member)
    {
        var form = context.APIRequest.CreateFormData();
        form.Set("member", member);
        var answer = await context.APIRequest.PostAsync("/sign-in/demo", new() { Form = form, MaxRedirects = 0 });
        Assert.True(answer.Status is 302 or 303, $"Signing in as {member} was answered with {answer.Status}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (Server is not null) await Server.DisposeAsync();
        _data.Dispose();
    }
}

/// <summary>Somebody at a browser.</summary>
public sealed record Person(IBrowserContext Context, IPage Page) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
