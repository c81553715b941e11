using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;

namespace Vuosikello.Benchmarks;

/// <summary>What the figures came from.</summary>
internal static class Machine
{
    public static string Words()
    {
        string cpu = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
            : RuntimeInformation.ProcessArchitecture.ToString();
        string disk = DriveInfo.GetDrives().Where(drive => Path.GetTempPath().StartsWith(drive.Name, StringComparison.Ordinal)).MaxBy(drive => drive.Name.Length)?.DriveFormat ?? "?";
        return string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores of {cpu}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, files on {disk}; {RuntimeInformation.FrameworkDescription}, server GC {GCSettings.IsServerGC}");
    }

    /// <summary>How busy the machine is with everything, in processes that want to run, over the last minute.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
