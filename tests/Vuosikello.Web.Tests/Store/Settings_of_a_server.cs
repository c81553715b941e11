using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vuosikello.Commands.Import;
using Vuosikello.Events;

namespace Vuosikello.Web.Tests.Store;

/// <summary>What several instances share by a setting, and where metrics are sent by one.</summary>
public sealed class Settings_of_a_server : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_signs_in_on_one_instance_is_signed_in_on_all_that_share_its_keys(bool shared)
    {
        await using var one = Empty(shared ? ("DataProtection:KeyFolder", _folder) : ("", ""));
        await using var other = Empty(shared ? ("DataProtection:KeyFolder", _folder) : ("", ""));
        using var first = one.CreateClient(new() { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent([new("member", Site.CoordinatorOfKuuma)]);
        using var signedIn = await first.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        string session = signedIn.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("vuosikello=", StringComparison.Ordinal)).Split(';')[0];

        using var second = other.CreateClient(new() { HandleCookies = false });
        second.DefaultRequestHeaders.Add("Cookie", session);
        second.DefaultRequestHeaders.Add("Accept-Language", "fi");

        Assert.Equal(shared, (await second.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).Contains("action=\"/sign-out\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task There_is_one_embedded_event_store_and_everybody_uses_it()
    {
        await using var site = Empty();

        Assert.Single(site.Services.GetServices<IEventStore>());
    }

    [Fact]
    public async Task Metrics_are_sent_to_the_collector_that_the_standard_setting_names()
    {
        var sent = new TaskCompletionSource<(string Path, string Body)>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var collector = await Collector(sent);
        await using var site = Empty(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "100"));
        _ = site.Server;

        var (path, body) = await sent.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("/v1/metrics", path);
        Assert.Contains("vuosikello.store.can_write", body, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> Collector(TaskCompletionSource<(string Path, string Body)> sent)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            string text = Encoding.Latin1.GetString(body.ToArray());
            // The first may come before everything is there to be measured.
            if (text.Contains("vuosikello.views.position", StringComparison.Ordinal)) sent.TrySetResult((http.Request.Path, text));
            http.Response.ContentType = "application/x-protobuf";
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>A server whose log is empty.</summary>
    private Site Empty(params (string Name, string Value)[] settings) => new()
    {
        StartsEmpty = true,
        Also = host =>
        {
            foreach (var (name, value) in settings.Where(s => s.Name.Length > 0)) host.UseSetting(name, value);
            host.ConfigureTestServices(services => services.AddSingleton(new DemoFiles(_folder)));
        },
    };
}
