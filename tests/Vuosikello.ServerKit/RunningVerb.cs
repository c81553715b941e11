using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Vuosikello.ServerKit;

/// <summary>A verb of the program as a process of its own, which can be broken off.</summary>
public sealed class RunningVerb : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output, _errors;

    private RunningVerb(Process process)
    {
        _process = process;
        (_output, _errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    /// <param name="settings">Environment variables.</param>
    public static RunningVerb Start(IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        var start = new ProcessStartInfo(RunningServer.Program, words)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Ends it as a power cut would, unless it has ended by itself.</summary>
    /// <returns>Whether it had not.</returns>
    public async Task<bool> Kill()
    {
        bool ran = !_process.HasExited;
        _process.Kill();
        await _process.WaitForExitAsync();
        return ran && _process.ExitCode != 0;
    }

    /// <summary>Does as Ctrl-C does.</summary>
    public async Task Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Completes when it has ended, with all that it said.</summary>
    public async Task<(int ExitCode, string Output)> End()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _output + await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
    }
}
