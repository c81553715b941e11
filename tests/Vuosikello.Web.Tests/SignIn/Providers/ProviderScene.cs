using System.Net;
using System.Text.RegularExpressions;

namespace Vuosikello.Web.Tests.SignIn.Providers;

/// <summary>A server with a provider of sign-ins, and people who use it.</summary>
internal sealed class ProviderScene : IAsyncDisposable
{
    public const string Begin = "/sign-in/with/koe";

    private ProviderScene(Site site, FakeProvider provider) => (Site, Provider) = (site, provider);

    public Site Site { get; }

    public FakeProvider Provider { get; }

    /// <param name="settings">More settings of the provider, below its name.</param>
    public static Task<ProviderScene> Start(params (string Name, string Value)[] settings) => Start(_ => { }, settings);

    /// <inheritdoc cref="Start(ValueTuple{string, string}[])" />
    /// <param name="also">More settings of the server.</param>
    public static async Task<ProviderScene> Start(Action<Microsoft.AspNetCore.Hosting.IWebHostBuilder> also, params (string Name, string Value)[] settings)
    {
        var clock = new MovingClock(Site.Today);
        var provider = await FakeProvider.Start(clock);
        var site = new Site
        {
            Clock = clock,
            Also = builder =>
            {
                also(builder);
                foreach (var (name, value) in new[] { ("Authority", provider.Issuer), ("ClientId", FakeProvider.Client), ("ClientSecret", FakeProvider.Secret), ("Label", "Koe") }.Concat(settings))
                    builder.UseSetting($"OpenIdConnect:koe:{name}", value);
            },
        };
        return new(site, provider);
    }

    /// <summary>Signs in by the provider.</summary>
    public async Task<Answer> SignIn(Visitor visitor, string back = "/") => await visitor.Get(await Recognised(visitor, back));

    /// <summary>Where somebody comes back to who went to the provider and was recognised.</summary>
    public async Task<string> Recognised(Visitor visitor, string back = "/")
    {
        var sent = await visitor.Get($"{Begin}?return={Uri.EscapeDataString(back)}");
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        return Provider.Recognise(sent.Location!);
    }

    /// <summary>Links the provider's identity to the account of whoever is signed in.</summary>
    public async Task<Answer> Link(Visitor visitor)
    {
        var page = await visitor.Post("/account/providers/link", await visitor.Form("/account", "action=\"/account/providers/link\""));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        string address = Regex.Match(page.Text, "http://127[^\"]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        return await visitor.Get(Provider.Recognise(new Uri(address)));
    }

    public static async Task<bool> IsSignedIn(Visitor visitor) => (await visitor.Get("/account")).Status == HttpStatusCode.OK;

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
