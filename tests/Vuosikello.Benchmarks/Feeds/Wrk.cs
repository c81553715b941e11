using System.Diagnostics;
using System.Globalization;

namespace Vuosikello.Benchmarks.Feeds;

/// <summary>wrk, which asks for one address again and again over many connections.</summary>
internal static class Wrk
{
    /// <summary>Requests per second over some seconds. Anything but 200 and 304 spoils the run.</summary>
    public static async Task<double> Rate(Uri address, params string[] headers)
    {
        string[] arguments = ["-t1", "-c64", "-d4s", .. headers.SelectMany(header => new[] { "-H", header }), address.AbsoluteUri];
        using var wrk = Process.Start(new ProcessStartInfo("wrk", arguments) { UseShellExecute = false, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("wrk did not start; apt-get install wrk");
        string output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal)) throw new InvalidOperationException(output);
        string line = output.Split('\n').Single(l => l.StartsWith("Requests/sec:", StringComparison.Ordinal));
        return double.Parse(line["Requests/sec:".Length..].Trim(), CultureInfo.InvariantCulture);
    }
}
