using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;
using Vuosikello.Events.Sqlite;

namespace Vuosikello.Processes.Tests.Kit;

/// <summary>A round on rules, an agreement and a year, from 10 August at 8 to 30 September 2026 at 16, Helsinki time, with reminders 14 and 3 days before.</summary>
public abstract class RoundScene : IAsyncLifetime
{
    private protected const int Year = 2027;
    private protected static readonly Instant Opens = Instant.FromUtc(2026, 8, 10, 5, 0), Closes = Instant.FromUtc(2026, 9, 30, 13, 0);
    private protected static readonly RoundId Round = new(TimedServer.Seutu, "paketti");
    private protected static readonly AgreementId Agreement = new(TimedServer.Seutu, "tilat");
    private protected static readonly CycleId Cycle = new(TimedServer.Seutu, Year);
    private protected static readonly ActivityId Forum = new(new Guid(1, 9, 0, new byte[8]));
    private protected static readonly LocalText Text = new("Teksti");

    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-").FullName;
    private protected HandClock Clock { get; } = new(Opens - Duration.FromDays(5));
    private protected SqliteEventStore Store { get; private set; } = null!;

    public ValueTask InitializeAsync()
    {
        Store = SqliteEventStore.Open(_folder, Clock);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The log as a test reads it.</summary>
    private protected virtual IEventStore Log => Store;

    /// <summary>The log as a server has it.</summary>
    private protected virtual IEventStore OfServer() => Log;

    private protected async Task<TimedServer> Planned()
    {
        var server = await TimedServer.Start(OfServer(), Clock);
        await server.Found();
        var clause = new ClauseId(new Guid(1, 8, 0, new byte[8]));
        await server.Send(new DraftRules(TimedServer.Seutu, [new RulesClause(clause, StandardHeadings.All[0].Id, LocalText.Empty, Text)]));
        await server.Send(new DraftAgreement(Agreement, new AgreementContent(
            AgreementKind.Partnership, null, Text, [TimedServer.Kerava, TimedServer.Tuusula], new AgreementTerm(new LocalDate(2027, 1, 1)), new NoticePeriod(1, NoticeUnit.Months), null,
            [new AgreementClause(new ClauseId(new Guid(2, 8, 0, new byte[8])), LocalText.Empty, Text)], [], [], [])));
        await server.Send(new DraftCycle(Cycle));
        await server.Send(new PlanActivity(Cycle, Forum, new ActivityDetails(
            Text, new ActivityTime.Days(new LocalDate(Year, 3, 24), new LocalDate(Year, 3, 24)), LocalText.Empty, [], [], null, [], null, [], null)));
        await server.Send(new PlanRound(Round, new RoundPlan(
            Text, LocalText.Empty, new RoundSubject(true, [Agreement], Year), [TimedServer.Kerava, TimedServer.Tuusula], Opens, Closes, [14, 3])));
        return server;
    }

    private protected const bool In = true, Out = false;

    // The documents go in first, then the round opens.
    private protected static bool AllAre(TimedServer server, bool within) =>
        (server.Rounds.Find(Round)?.State.Phase == RoundPhase.Open) == within
        && server.Rules.Find(TimedServer.Seutu) is { } rules && (rules.State.Round == Round) == within
        && server.Agreements.Find(Agreement) is { } agreement && (agreement.State.Round == Round) == within
        && server.Partnerships.Find(TimedServer.Seutu)?.Years.FirstOrDefault(y => y.Year == Year) is { } year && (year.State.Round == Round) == within && (year.State.Phase == CyclePhase.InCommentRound) == within;

    private protected async Task PutInAndTakenOutOnce()
    {
        Assert.Equal([typeof(RulesPutInRound), typeof(RulesTakenOutOfRound)], (await EventsOf(Streams.OfRules(TimedServer.Seutu)))[^2..].Select(e => e.GetType()));
        Assert.Equal(3, (await EventsOf(Streams.OfRules(TimedServer.Seutu))).Count);
        Assert.Equal([typeof(AgreementDrafted), typeof(AgreementPutInRound), typeof(AgreementTakenOutOfRound)], (await EventsOf(Streams.Of(Agreement))).Select(e => e.GetType()));
        Assert.Equal([typeof(CycleDrafted), typeof(CycleOpenedForComments), typeof(CycleReturnedToDraft)], (await EventsOf(Streams.Of(Cycle))).Select(e => e.GetType()));
    }

    private protected async Task<IEnumerable<Type>> Kinds() => (await EventsOf(Streams.Of(Round))).Select(e => e.GetType());

    private protected async Task<List<IEvent>> EventsOf(StreamName stream)
    {
        var events = new List<IEvent>();
        await foreach (var e in Log.ReadStream(stream)) events.Add(EventSerializer.Deserialize(e).Event);
        return events;
    }
}
