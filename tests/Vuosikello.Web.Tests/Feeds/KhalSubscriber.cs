using Vuosikello.Calendars.TestKit;

namespace Vuosikello.Web.Tests.Feeds;

/// <summary>A real subscriber: vdirsyncer fetches the feed over HTTP, khal shows it on Helsinki's clock.</summary>
internal sealed class KhalSubscriber : IDisposable
{
    private const string ToInstall = "apt-get install vdirsyncer khal";
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("vuosikello-khal-");
    private readonly Dictionary<string, string> _environment;

    public KhalSubscriber(Uri feed)
    {
        string events = Path.Combine(_home.FullName, "events", "feed");
        Directory.CreateDirectory(events);
        _environment = new(StringComparer.Ordinal) { ["HOME"] = _home.FullName, ["TZ"] = "Europe/Helsinki", ["LC_ALL"] = "C.UTF-8", ["XDG_CONFIG_HOME"] = _home.FullName, ["XDG_DATA_HOME"] = _home.FullName, ["XDG_CACHE_HOME"] = _home.FullName };
        File.WriteAllText(Sub("vdirsyncer.conf"), $"""
            [general]
            status_path = "{Sub("status")}"
            [pair feed]
            a = "disk"
            b = "web"
            collections = null
            conflict_resolution = "b wins"
            [storage disk]
            type = "filesystem"
            path = "{events}"
            fileext = ".ics"
            [storage web]
            type = "http"
            url = "{feed}"
            """);
        File.WriteAllText(Sub("khal.conf"), $"""
            [calendars]
            [[feed]]
            path = {events}
            [locale]
            local_timezone = Europe/Helsinki
            default_timezone = Europe/Helsinki
            timeformat = %H:%M
            dateformat = %Y-%m-%d
            longdateformat = %Y-%m-%d
            datetimeformat = %Y-%m-%d %H:%M
            longdatetimeformat = %Y-%m-%d %H:%M
            [sqlite]
            path = {Sub("khal.db")}
            """);
    }

    public async Task Sync()
    {
        await Run("/usr/bin/vdirsyncer", "-c", Sub("vdirsyncer.conf"), "discover");
        await Run("/usr/bin/vdirsyncer", "-c", Sub("vdirsyncer.conf"), "sync");
    }

    public async Task<string[]> List(string from, string to)
    {
        string listed = await Run("/usr/bin/khal", "-c", Sub("khal.conf"), "list", "--day-format", "", "--format", "{start-date} {start-time}-{end-time} {title}", from, to);
        return listed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public void Dispose() => _home.Delete(recursive: true);

    private string Sub(string name) => Path.Combine(_home.FullName, name);

    private Task<string> Run(string program, params string[] arguments) => CalendarReaders.Run(program, arguments, [], ToInstall, _environment);
}
