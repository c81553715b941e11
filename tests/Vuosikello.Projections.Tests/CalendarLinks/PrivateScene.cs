using System.Text;
using NodaTime;
using Vuosikello.Calendars.TestKit.Linting;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.CalendarLinks;
using Vuosikello.Projections.Feeds;
using Vuosikello.TestKit;

namespace Vuosikello.Projections.Tests.CalendarLinks;

/// <summary>A partnership whose private calendars are looked at, at a time that the test sets. Every calendar passes the linter.</summary>
internal sealed class PrivateScene : IAsyncDisposable, IClock
{
    private readonly MemoryStore _store = new();
    private RunningViews? _views;
    private int _commands;

    private static FeedSettings Settings { get; } = new(new Uri("https://vuosikello.example/"));

    public static PartnershipId Here => Samples.PartnershipId;

    public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 22, 10, 0);

    public static async Task<PrivateScene> Begin()
    {
        var scene = new PrivateScene();
        await scene.Happens(Streams.Of(Here), [.. Samples.Founding, new PartnerJoined(new(AgreementSamples.Tuusula, PartnerKind.Municipality, new LocalText("Tuusulan kunta", "Tusby kommun"), [], []))]);
        foreach (int year in (int[])[2025, 2026, 2027])
        {
            var cycle = new CycleId(Here, year);
            await scene.Happens(Streams.Of(cycle), [new CycleDrafted(cycle)]);
        }
        return scene;
    }

    /// <summary>Something happens, each by a command of its own, a minute after the last or at a time of its own.</summary>
    public async Task Happens(StreamName stream, IEvent[] events, Instant? at = null)
    {
        foreach (var happened in events)
        {
            var stamp = new Stamp(new(new Guid(++_commands, 6, 0, new byte[8])), Stamps.Coordinator.By, null, at ?? Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(_commands));
            await _store.Append(stream, ExpectedVersion.Any, [EventSerializer.Serialize(happened, stamp, EventIds.For(stamp.Command, 0))], TestContext.Current.CancellationToken);
        }
    }

    /// <summary>An agreement that has come into force.</summary>
    public Task InForce(AgreementTerm term, NoticePeriod? notice, string slug = "tilat", params IEvent[] then)
    {
        var id = new AgreementId(Here, slug);
        var content = AgreementSamples.Content with { Term = term, Notice = notice };
        return Happens(Streams.Of(id), [new AgreementDrafted(id, content), new AgreementOffered(1, [new NamedParty(AgreementSamples.Tuusula, new LocalText("Tuusulan kunta"))], "text", "hash"), new AgreementCameIntoForce(1, HelsinkiDays.StartOf(term.From)), .. then]);
    }

    public Task Round(string slug, Instant opens, Instant closes, params IEvent[] then)
    {
        var id = new RoundId(Here, slug);
        var plan = new RoundPlan(new LocalText("Kierros"), LocalText.Empty, new(true, [], null), [AgreementSamples.Kerava], opens, closes, []);
        return Happens(Streams.Of(id), [new RoundPlanned(id, plan), .. then]);
    }

    public Task Review(string slug, Instant opened, params IEvent[] then)
    {
        var id = new ReviewId(Here, slug);
        return Happens(Streams.Of(id), [new ReviewOpened(id, new LocalText("Katselmus"), new(new(2026, 1, 1), new(2026, 5, 31))), .. then], opened);
    }

    public async Task<PrivateContent> SteeringGroup() => (await Contents()).SteeringGroup(_views!.Partnerships.Find(Here)!);

    public Task<PrivateContent> Mine(MemberId owner, params PartnerId[] partners) => Mine(owner, [], partners);

    public async Task<PrivateContent> Mine(MemberId owner, (DatedEntry, Instant)[] waiting, params PartnerId[] partners) =>
        (await Contents()).Mine(_views!.Partnerships.Find(Here)!, owner, partners, waiting);

    /// <summary>The feed of a content, with what was rendered before it.</summary>
    public RenderedCalendar Render(PrivateContent content, FeedChoice? choice = null, Feed? before = null, FeedWork? work = null)
    {
        var canonical = PrivateCalendar.Canonical(content.Kind, choice ?? FeedChoice.In("fi") with { Deadlines = true }, content.Partnership.State)!;
        var rendered = new PrivateCalendar(Settings, work ?? new FeedWork(), this).Render(content, canonical, before);
        Assert.Empty(CalendarLinter.Lint(Bytes(rendered.Feed)));
        return rendered;
    }

    /// <summary>Each event's title and day or hour, in the order of the calendar.</summary>
    public static string[] Told(Feed feed)
    {
        var told = new List<string>();
        string start = "";
        foreach (string line in Lines(feed).SkipWhile(line => line != "BEGIN:VEVENT"))
        {
            if (line.StartsWith("DTSTART", StringComparison.Ordinal)) start = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..];
            if (line.StartsWith("SUMMARY:", StringComparison.Ordinal)) told.Add($"{start} {line["SUMMARY:".Length..]}");
        }
        return [.. told];
    }

    public static string[] Lines(Feed feed) => Encoding.UTF8.GetString(Bytes(feed)).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    public static byte[] Bytes(Feed feed)
    {
        using var bytes = new MemoryStream();
        foreach (var piece in feed.Plain) bytes.Write(piece.Span);
        return bytes.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        if (_views is not null) await _views.DisposeAsync();
    }

    public Instant GetCurrentInstant() => Now;

    private async Task<PrivateContents> Contents()
    {
        _views ??= await RunningViews.Over(_store);
        await _views.Shows(await _store.End(TestContext.Current.CancellationToken));
        return new(new(_views.Partnerships, _views.Boards, _views.Agreements, Settings), _views.Agreements, _views.Rounds, _views.Reviews, Settings, this);
    }
}
