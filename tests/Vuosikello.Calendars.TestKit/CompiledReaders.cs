using System.Security.Cryptography;
using System.Text;

namespace Vuosikello.Calendars.TestKit;

/// <summary>The readers in C and C++: compiled when first asked for, and kept beside the kit's own build until their source changes.</summary>
internal static class CompiledReaders
{
    public const string LibicalInstall = "apt-get install gcc libc6-dev libical-dev";
    public const string KCalendarCoreInstall = "apt-get install g++ libkf5calendarcore-dev";

    private static readonly Lazy<Task<string>> LibicalReader = new(() => Compile("gcc", "libical_reader.c", LibicalInstall, "-lical"));
    private static readonly Lazy<Task<string>> LibicalRuleEngine = new(() => Compile("gcc", "libical_rules.c", LibicalInstall, "-lical"));
    private static readonly Lazy<Task<string>> KCalendarCoreReader = new(async () =>
    {
        string machine = (await CalendarReaders.Run("g++", ["-print-multiarch"], [], KCalendarCoreInstall)).Trim();
        string[] headers = [.. new[] { "", "/QtCore", "/QtGui" }.Select(part => $"/usr/include/{machine}/qt5{part}"), "/usr/include/KF5/KCalendarCore"];
        return await Compile("g++", "kcalendarcore.cpp", KCalendarCoreInstall, ["-std=c++17", "-fPIC", .. headers.Select(folder => "-isystem" + folder), "-lKF5CalendarCore", "-lQt5Core"]);
    });

    public static Task<string> Libical => LibicalReader.Value;
    public static Task<string> LibicalRules => LibicalRuleEngine.Value;
    public static Task<string> KCalendarCore => KCalendarCoreReader.Value;

    private static async Task<string> Compile(string compiler, string source, string toInstall, params string[] flags)
    {
        string script = CalendarReaders.Script(source);
        var sources = Directory.EnumerateFiles(Path.GetDirectoryName(script)!, "*.h").Order(StringComparer.Ordinal).Append(script).Select(File.ReadAllBytes);
        byte[] hash = SHA256.HashData([.. sources.SelectMany(octets => octets), .. Encoding.UTF8.GetBytes(string.Join(' ', flags))]);
        string folder = Path.GetFullPath(Path.Combine(script, "..", "..", "obj", "readers"));
        string program = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(source)}-{Convert.ToHexStringLower(hash)[..16]}");
        if (File.Exists(program)) return program;
        Directory.CreateDirectory(folder);
        // Under another name first: another run of tests may be compiling the same.
        string unfinished = $"{program}.{Environment.ProcessId}";
        await CalendarReaders.Run(compiler, ["-O1", "-Wall", "-Wno-unused-result", "-o", unfinished, script, .. flags], [], toInstall);
        File.Move(unfinished, program, overwrite: true);
        return program;
    }
}
