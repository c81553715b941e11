using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Vuosikello.Projections;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Feeds;

namespace Vuosikello.Benchmarks.Feeds;

/// <summary>A feed of 1 MB beside the same bytes as files of nginx, at the same moment on the same machine: plain, gzip, 304; loaded by wrk in turns. <c>feed [rounds]</c></summary>
public sealed class FeedBenchmark : IBenchmark
{
    private const int Events = 1_400;
    private const double Goal = 1.0;
    private const string File = "feed.ics";

    /// <inheritdoc />
    public string Name => "feed";

    /// <inheritdoc />
    public async Task Run(Session session, string[] args)
    {
        int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 3;
        var views = new OneYear(Events);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IPartnershipViews>(views).AddSingleton<IBoardViews>(views).AddSingleton<IAgreementViews>(views).AddSingleton<IClock>(views).AddSingleton<IViews>(views).AddSingleton<IMembershipViews>(new NoMembers()).AddFeeds();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseFeeds();
        app.UseRouting();
        app.MapFeeds();
        await app.StartAsync();

        var feed = (await app.Services.GetRequiredService<IFeeds>().Find(OneYear.Feed, default))!.Value.Feed;
        await using var nginx = await Nginx.Start((File, feed.Plain.ToArray()), (File + ".gz", feed.Gzip.ToArray()));
        var ours = new Uri(new Uri(app.Urls.Single()), $"/feeds/{OneYear.Feed.Partnership}/2026.ics");
        var theirs = new Uri(nginx.Address, File);
        string what = string.Create(CultureInfo.InvariantCulture, $"requests/s for a feed of {feed.Plain.Length / 1024:N0} KB");
        await session.Figures.Compare($"{what}, plain", Goal, rounds, () => Wrk.Rate(ours), () => Wrk.Rate(theirs));
        await session.Figures.Compare($"{what}, gzip ({feed.Gzip.Length / 1024} KB)", Goal, rounds, () => Wrk.Rate(ours, "Accept-Encoding: gzip"), () => Wrk.Rate(theirs, "Accept-Encoding: gzip"));
        string tag = await nginx.Tag(File);
        await session.Figures.Compare($"{what}, 304", Goal, rounds, () => Wrk.Rate(ours, $"If-None-Match: \"{feed.Tag}\""), () => Wrk.Rate(theirs, $"If-None-Match: {tag}"));
    }
}
