using System.Xml.Linq;

namespace Vuosikello.Architecture.Tests;

/// <summary>What projects refer to, as their project files say.</summary>
internal static class References
{
    /// <summary>The design: who may refer to whom. A project that is not named here may not exist.</summary>
    public static IReadOnlyDictionary<string, string[]> Allowed { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Calendars"] = [],
        ["Events"] = ["Domain"],
        ["Events.Sqlite"] = ["Events"],
        ["Events.EventStoreDb"] = ["Events"],
        ["Commands"] = ["Domain", "Events"],
        ["Projections"] = ["Domain", "Events", "Calendars"],
        ["Processes"] = ["Commands", "Projections"],
        ["Web"] = ["Domain", "Events", "Events.Sqlite", "Events.EventStoreDb", "Commands", "Calendars", "Projections", "Processes"],
    };

    /// <summary>The packages of the two projects that know nothing but time.</summary>
    public static IReadOnlyDictionary<string, string[]> AllowedPackages { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Domain"] = ["NodaTime"],
        ["Calendars"] = ["NodaTime"],
    };

    /// <summary>Every reference of a project that the design does not allow; empty when all is well.</summary>
    public static IEnumerable<string> Broken(string project, XDocument file)
    {
        if (!Allowed.TryGetValue(project, out var allowed)) return [$"{project} is not in the design"];
        var projects = Named(file, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["Vuosikello.".Length..]);
        var packages = AllowedPackages.TryGetValue(project, out var few) ? Named(file, "PackageReference").Except(few, StringComparer.Ordinal) : [];
        var frameworks = few is null ? [] : Named(file, "FrameworkReference");
        return [.. projects.Except(allowed, StringComparer.Ordinal).Concat(packages).Concat(frameworks).Select(to => $"{project} → {to}")];
    }

    private static IEnumerable<string> Named(XDocument file, string kind) =>
        file.Descendants(kind).Select(e => e.Attribute("Include")?.Value).OfType<string>();
}

/// <summary>The project's own files.</summary>
internal static class Tree
{
    /// <summary>The folder that holds the solution, above the tests' binaries.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static IEnumerable<string> Projects => Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories);

    /// <summary>C# files that people write, below a folder of the project.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories).Where(IsWritten);

    private static bool IsWritten(string file) =>
        !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules");

    private static string Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Vuosikello.sln"))) return at.FullName;
        }
        throw new DirectoryNotFoundException($"There is no Vuosikello.sln above {folder}.");
    }
}
