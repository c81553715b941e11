using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

namespace Vuosikello.ServerKit;

/// <summary>The real server as a process of its own, on a free port of loopback, with a data folder that outlives it.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Metadata = typeof(RunningServer).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(a => a.Key, a => a.Value!, StringComparer.Ordinal);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly List<(string Text, TaskCompletionSource Said)> _awaited = [];

    private RunningServer(Process process, Uri address, string dataFolder)
    {
        _process = process;
        Address = address;
        DataFolder = dataFolder;
    }

    /// <summary>The built program, as people start it.</summary>
    public static string Program => Path.ChangeExtension(Metadata["ServerAssembly"], OperatingSystem.IsWindows() ? "exe" : null);

    public Uri Address { get; }
    public string DataFolder { get; }
    public bool HasExited => _process.HasExited;
    public int ExitCode => _process.ExitCode;

    /// <summary>How much memory the process holds at this moment, in octets.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Everything that the server has written to its console so far.</summary>
    public string Output
    {
        get { lock (_output) return _output.ToString(); }
    }

    /// <summary>What of it went to standard error.</summary>
    public string Errors
    {
        get { lock (_output) return _errors.ToString(); }
    }

    /// <summary>Starts the server without waiting for it to be ready.</summary>
    /// <param name="dataFolder">Where its data is.</param>
    /// <param name="environment">Development (with the demo data) or Production.</param>
    /// <param name="settings">More settings, as environment variables name them.</param>
    public static RunningServer Launch(string dataFolder, string environment = "Development", IReadOnlyDictionary<string, string>? settings = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        var start = new ProcessStartInfo("dotnet", [Metadata["ServerAssembly"]])
        {
            WorkingDirectory = Metadata["ServerFolder"],
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["DataFolder"] = dataFolder;
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) start.Environment[name] = value;

        var process = new Process { StartInfo = start };
        var server = new RunningServer(process, address, dataFolder);
        process.OutputDataReceived += (_, line) => server.Remember(line.Data, isError: false);
        process.ErrorDataReceived += (_, line) => server.Remember(line.Data, isError: true);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Starts the server and waits until its views have caught up (<c>/health/ready</c>).</summary>
    public static async Task<RunningServer> Start(string dataFolder, string environment = "Development", IReadOnlyDictionary<string, string>? settings = null)
    {
        var server = Launch(dataFolder, environment, settings);
        await server.Ready();
        return server;
    }

    /// <summary>Runs another verb of the program to its end.</summary>
    public static Task<(int ExitCode, string Output)> RunVerb(params string[] words) => RunVerb(new Dictionary<string, string>(), words);

    /// <inheritdoc cref="RunVerb(string[])" />
    /// <param name="settings">As environment variables name them.</param>
    /// <param name="words">The verb and what follows it.</param>
    public static async Task<(int ExitCode, string Output)> RunVerb(IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Metadata["ServerAssembly"], .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Completes when the server has written a line with the text to its console; fails with its output when it ends without.</summary>
    public async Task Says(string text)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            if (_output.ToString().Contains(text, StringComparison.Ordinal)) return;
            _awaited.Add((text, said));
        }
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await Task.WhenAny(said.Task, _process.WaitForExitAsync(limit.Token));
        if (!said.Task.IsCompleted) throw new InvalidOperationException($"The server did not say '{text}':\n{Output}");
    }

    /// <summary>Waits until the server says that it is ready; fails with its output when it ends before.</summary>
    public async Task Ready()
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            if (HasExited) throw new InvalidOperationException($"The server ended with {ExitCode.ToString(CultureInfo.InvariantCulture)} before it was ready:\n{Output}");
            try
            {
                using var answer = await client.GetAsync("/health/ready", limit.Token);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet: ask again.
            }
            catch (OperationCanceledException e)
            {
                throw new TimeoutException($"The server was not ready in time:\n{Output}", e);
            }
            await Task.Delay(50, CancellationToken.None);
        }
    }

    /// <summary>A client that does not follow redirects, signed in as a demo member when one is named.</summary>
    public async Task<HttpClient> Client(string? member = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        if (member is null) return client;
        using var form = new FormUrlEncodedContent([new("member", member)]);
        using var answer = await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form);
        if ((int)answer.StatusCode >= 400) throw new InvalidOperationException($"Signing in as {member} was answered with {answer.StatusCode}.");
        return client;
    }

    /// <summary>Ends the process as a power cut would: no farewell, no flushing.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the process to end (SIGTERM) and waits for it.</summary>
    public async Task Stop()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }
        await WaitForExit();
    }

    public async Task WaitForExit()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
    }

    private void Remember(string? line, bool isError)
    {
        if (line is null) return;
        lock (_output)
        {
            _output.AppendLine(line);
            if (isError) _errors.AppendLine(line);
            foreach (var (text, said) in _awaited.Where(awaited => line.Contains(awaited.Text, StringComparison.Ordinal))) said.TrySetResult();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
