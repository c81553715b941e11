using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Vuosikello.Calendars.TestKit;

/// <summary>A real subscriber: vdirsyncer fetches feeds over HTTP and keeps them on its disk, khal shows what is there.</summary>
public sealed class KhalSubscriber : IDisposable
{
    private const string ToInstall = "apt-get install vdirsyncer khal";
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("vuosikello-khal-");
    private readonly Dictionary<string, string> _environment;

    /// <summary>Subscribes to feeds that it will know by their numbers, from 0.</summary>
    public KhalSubscriber(params Uri[] feeds)
    {
        _environment = new(StringComparer.Ordinal) { ["HOME"] = _home.FullName, ["TZ"] = "UTC", ["LC_ALL"] = "C.UTF-8", ["XDG_CONFIG_HOME"] = _home.FullName, ["XDG_DATA_HOME"] = _home.FullName, ["XDG_CACHE_HOME"] = _home.FullName };
        for (int feed = 0; feed < feeds.Length; feed++) Directory.CreateDirectory(Events(feed));
        File.WriteAllText(Sub("vdirsyncer.conf"), $"[general]\nstatus_path = \"{Sub("status")}\"\n" + string.Concat(feeds.Select((address, n) => $"""
            [pair feed{n}]
            a = "disk{n}"
            b = "web{n}"
            collections = null
            conflict_resolution = "b wins"
            [storage disk{n}]
            type = "filesystem"
            path = "{Events(n)}"
            fileext = ".ics"
            [storage web{n}]
            type = "http"
            url = "{address}"

            """)));
        File.WriteAllText(Sub("khal.conf"), $"""
            [calendars]
            [[feed]]
            path = {Events(0)}
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

    /// <summary>Fetches all feeds. New events come, changed ones change, and those that are gone go.</summary>
    public async Task Sync()
    {
        await Run("/usr/bin/vdirsyncer", "", "-c", Sub("vdirsyncer.conf"), "discover");
        await Run("/usr/bin/vdirsyncer", "", "-c", Sub("vdirsyncer.conf"), "sync");
    }

    /// <summary>How many events it keeps of a feed, each with its overrides.</summary>
    public int Kept(int feed = 0) => Directory.GetFiles(Events(feed)).Length;

    /// <summary>What it shows of each feed on the days from first to last, both included.</summary>
    public async Task<IReadOnlyList<ReaderOccurrence>[]> Shown(IReadOnlyList<(LocalDate First, LocalDate Last)> days)
    {
        string[] questions = [.. days.Select((d, feed) => $"{LocalDatePattern.Iso.Format(d.First)} {LocalDatePattern.Iso.Format(d.Last)} {Events(feed)}\n")];
        string output = await Run("/usr/bin/python3", string.Concat(questions), CalendarReaders.Script("khal_collection.py"));
        return CalendarReaders.Answers(output);
    }

    /// <summary>What `khal list` says of the first feed to people in Helsinki.</summary>
    public async Task<string[]> List(string from, string to)
    {
        string listed = await Run("/usr/bin/khal", "", "-c", Sub("khal.conf"), "list", "--day-format", "", "--format", "{start-date} {start-time}-{end-time} {title}", from, to);
        return listed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public void Dispose() => _home.Delete(recursive: true);

    private string Events(int feed) => Path.Combine(_home.FullName, "events", string.Create(CultureInfo.InvariantCulture, $"feed{feed}"));

    private string Sub(string name) => Path.Combine(_home.FullName, name);

    private Task<string> Run(string program, string input, params string[] arguments) =>
        CalendarReaders.Run(program, arguments, Encoding.UTF8.GetBytes(input), ToInstall, _environment);
}
