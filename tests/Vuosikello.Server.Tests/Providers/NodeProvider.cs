using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Vuosikello.Server.Tests.Providers;

/// <summary>A provider of sign-ins that nobody here wrote: npm's oidc-provider, as a process of its own, with its own pages of signing in.</summary>
internal sealed class NodeProvider : IDisposable
{
    public const string Secret = "of a test: with+signs & such";

    private readonly int _port = FreePort();
    private Process? _process;

    public string Issuer => $"http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Begins to answer.</summary>
    /// <param name="redirect">Where it may send people back to.</param>
    public async Task Come(Uri redirect)
    {
        string[] arguments = [Path.Combine(Folder(), "provider.mjs"), _port.ToString(CultureInfo.InvariantCulture), Secret, redirect.ToString()];
        _process = Process.Start(new ProcessStartInfo("node", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        string? said = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        if (said != "listens") throw new InvalidOperationException($"npm's oidc-provider did not start (needed: Node 20, and npm ci in {Folder()}).");
    }

    /// <summary>Goes where somebody was sent, signs in there by its pages, says yes, and returns where they are sent back to.</summary>
    public static async Task<Uri> Recognise(Uri sent, string name)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        var at = sent;
        while (true)
        {
            if (at.Authority != sent.Authority) return at;
            using var page = await browser.GetAsync(at, TestContext.Current.CancellationToken);
            if (page.Headers.Location is { } next)
            {
                at = new Uri(at, next);
                continue;
            }
            string html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(page.StatusCode == HttpStatusCode.OK, html);
            string prompt = html.Contains("value=\"login\"", StringComparison.Ordinal) ? "login" : "consent";
            using var form = new FormUrlEncodedContent([new("prompt", prompt), new("login", name), new("password", "any")]);
            string action = Regex.Match(html, "action=\"(?<action>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["action"].Value;
            using var answer = await browser.PostAsync(new Uri(at, action), form, TestContext.Current.CancellationToken);
            at = new Uri(at, answer.Headers.Location!);
        }
    }

    public void Dispose()
    {
        if (_process is not { } running) return;
        running.Kill();
        running.WaitForExit();
        running.Dispose();
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Provider");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
