using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Feeds;

namespace Vuosikello.Benchmarks;

/// <summary>The feed of 1,000 events beside a static file of the same bytes on the same server: plain, gzip, 304; loaded by wrk in turns. <c>feed [rounds]</c></summary>
public sealed class FeedBenchmark : IBenchmark
{
    private const int Events = 1_000;
    private const double Goal = 0.9;
    private const string Address = "http://127.0.0.1:5185";

    /// <inheritdoc />
    public string Name => "feed";

    /// <inheritdoc />
    public async Task Run(Session session, string[] args)
    {
        int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 3;
        var views = new OneYear(Events);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IPartnershipViews>(views).AddSingleton<IBoardViews>(views).AddSingleton<IClock>(views).AddFeeds();
        await using var app = builder.Build();
        app.Urls.Add(Address);
        var feed = app.Services.GetRequiredService<IFeeds>().Find(new(OneYear.Id, FeedScope.Year, "2026", FeedChoice.In("fi")))!;
        var folder = Directory.CreateTempSubdirectory("vuosikello-feed-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "plain.ics"), feed.Plain.ToArray());
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "gzip.ics"), feed.Gzip.ToArray());
            app.UseFeeds();
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(folder.FullName),
                RequestPath = "/static",
                ContentTypeProvider = new FileExtensionContentTypeProvider(new Dictionary<string, string>(StringComparer.Ordinal) { [".ics"] = "text/calendar" }),
            });
            app.UseRouting();
            app.MapFeeds();
            await app.StartAsync();
            await Compare(session.Figures, "plain", rounds, [], [], "plain.ics");
            await Compare(session.Figures, "gzip", rounds, ["-H", "Accept-Encoding: gzip"], [], "gzip.ics");
            await Compare(session.Figures, "304", rounds, ["-H", $"If-None-Match: \"{feed.Tag}\""], ["-H", $"If-None-Match: {await StaticTag()}"], "plain.ics");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Compare(Figures figures, string what, int rounds, string[] ofFeed, string[] ofFile, string file)
    {
        var (feeds, files) = (new List<double>(), new List<double>());
        for (int round = 0; round < rounds; round++)
        {
            feeds.Add(await Wrk([.. ofFeed, $"{Address}/feeds/{OneYear.Id}/2026.ics"]));
            files.Add(await Wrk([.. ofFile, $"{Address}/static/{file}"]));
        }
        figures.AtLeast($"requests/s for the feed of {Events:N0} events, {what}", Goal, Figures.Median(feeds), Figures.Median(files));
    }

    private static async Task<double> Wrk(string[] arguments)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t1", "-c16", "-d3s", .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        string output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        string line = output.Split('\n').Single(l => l.StartsWith("Requests/sec:", StringComparison.Ordinal));
        return double.Parse(line["Requests/sec:".Length..].Trim(), CultureInfo.InvariantCulture);
    }

    private static async Task<string> StaticTag()
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri($"{Address}/static/plain.ics"));
        return answer.Headers.ETag!.Tag;
    }

    /// <summary>A year of activities of every kind.</summary>
    private sealed class OneYear : IPartnershipViews, IBoardViews, IClock
    {
        private static readonly Stamp Stamp = new(new(Guid.Empty), new(Guid.Empty), null, Instant.FromUtc(2026, 1, 1, 0, 0));
        private readonly BoardView _board;

        public OneYear(int activities)
        {
            var cycle = new CycleId(Id, 2026);
            var partnership = Partnership.Evolve(null, new Fact(new PartnershipFounded(Id, new("Jokilaakso")), 0, Stamp))!;
            var year = AnnualCycle.Evolve(null, new Fact(new CycleDrafted(cycle), 0, Stamp))!;
            All = [new PartnershipView(partnership, [new CycleView(year, Stamp)]) { ChangedAt = Stamp.At }];
            var views = Enumerable.Range(1, activities).Select(n => View(cycle, n));
            _board = new BoardView(cycle, [.. views], new(1)) { ChangedAt = Stamp.At };
        }

        public static PartnershipId Id { get; } = new("jokilaakso");
        public ImmutableArray<PartnershipView> All { get; }
        PartnershipView? IPartnershipViews.Find(PartnershipId id) => id == Id ? All[0] : null;
        BoardView? IBoardViews.Find(CycleId cycle) => cycle == _board.Cycle ? _board : null;
        ActivityView? IBoardViews.FindActivity(ActivityId activity) => _board.Activities.FirstOrDefault(a => a.Id == activity);
        Instant IClock.GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant();

        private static ActivityView View(CycleId cycle, int n)
        {
            var day = new LocalDate(2026, 1, 1).PlusDays(n * 7 % 365);
            var exact = new ActivityTime.Exact(day.At(new(9 + (n % 9), 0)), day.At(new(11 + (n % 9), 0)));
            ActivityTime time = (n % 10) switch
            {
                < 6 => exact,
                < 8 => new ActivityTime.Days(day, day),
                _ => new ActivityTime.Recurring(exact, new Recurrence(Frequency.Weekly, 1, new(2026, 12, 31), []), []),
            };
            var details = new ActivityDetails(new($"Tapahtuma {n}: yhteinen työpaja"), time, new("Kaikille avoin työpaja, jossa valmistellaan seuraavaa vuotta."), [], [], new(new("koordinaattori")), [], new("Kunnantalo", "Katu 1"), [], null);
            var id = new ActivityId(new Guid(n, 0, 0, new byte[8]));
            return new ActivityView(Domain.Activities.Activity.Evolve(null, new Fact(new ActivityPlanned(id, cycle, details), 0, Stamp))!, Stamp, Stamp, new(1));
        }
    }
}
