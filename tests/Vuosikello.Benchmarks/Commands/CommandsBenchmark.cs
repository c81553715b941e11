using System.Diagnostics;
using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Benchmarks.Store;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Events.Sqlite;

namespace Vuosikello.Benchmarks.Commands;

/// <summary>
/// Whole commands through the pipeline (log, shape, rights, retry, load, decide, append) on the embedded store by 64 writers, each with
/// a request scope of its own, beside plain rows of the same size, 64 to a transaction. <c>commands [folder] [rounds]</c>
/// </summary>
public sealed class CommandsBenchmark : IBenchmark
{
    private const int Writers = 64, Activities = 1000, CommandsOfOne = 1000;

    /// <summary>As many as one region has: each command reads the partnership beside the activity.</summary>
    private const int Partners = 4000;
    private static readonly PartnershipId Seutu = new("seutu");
    private static readonly CycleId Year = new(Seutu, 2026);
    private static readonly MemberId Editor = new(Id(0, 7));
    private static readonly PartnerId Kerava = new("kerava");

    public string Name => "commands";

    public async Task Run(Session session, string[] args)
    {
        string folder = Directory.CreateDirectory(Path.Combine(args.ElementAtOrDefault(0) ?? Path.GetTempPath(), $"vuosikello-commands-{Environment.ProcessId}")).FullName;
        int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        var waits = new List<double>();
        try
        {
            await session.Figures.Compare("whole commands/s, 64 writers", 0.4, rounds, () => Send(folder, waits), () => Limit(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        session.Figures.Within("a command from sending to durable, 64 writers, p50", null, Figures.Median(waits), "ms");
        session.Figures.Within("a command from sending to durable, 64 writers, p99", 20, Figures.Percentile(waits, 0.99), "ms");
    }

    private static async Task<double> Send(string folder, List<double> waits)
    {
        string own = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
        await using var store = SqliteEventStore.Open(own, SystemClock.Instance);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IEventStore>(_ => new Borrowed(store))
            .AddSingleton<IMemberships, OneEditor>()
            .AddSingleton<IClock>(SystemClock.Instance)
            .AddCommands()
            .BuildServiceProvider();
        await Prepare(services);

        var work = Enumerable.Range(0, Writers).Select(CommandsOf).ToList();
        long start = Stopwatch.GetTimestamp();
        double[][] all = await Task.WhenAll(work.Select(commands => Task.Run(() => Write(services, commands))));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        foreach (double[] some in all) waits.AddRange(some);
        return Writers * CommandsOfOne / seconds;
    }

    private static async Task<double[]> Write(ServiceProvider services, List<(RescheduleActivity? Move, EditActivity? Edit, Stamp Stamp)> commands)
    {
        double[] waits = new double[commands.Count];
        for (int i = 0; i < commands.Count; i++)
        {
            var (move, edit, stamp) = commands[i];
            long start = Stopwatch.GetTimestamp();
            if (move is not null) await Done(services, move, stamp);
            else await Done(services, edit!, stamp);
            waits[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return waits;
    }

    private static async Task Prepare(ServiceProvider services)
    {
        int command = 0;
        await Done(services, new FoundPartnership(Seutu, new LocalText("Seutu")), System());
        await Done(services, new AdmitPartner(Seutu, new Partner(Kerava, PartnerKind.Municipality, new LocalText("Kerava"), [], [])), System());
        foreach (int[] some in Enumerable.Range(0, Partners).Chunk(BringInPartners.Most))
            await Done(services, new BringInPartners(Seutu, some.Select(i => new Partner(new($"yhdistys-{i}"), PartnerKind.Association, new LocalText($"Yhdistys {i} ry"), [], [])).ToValueList()), System());
        await Done(services, new DraftCycle(Year), System());
        await Task.WhenAll(Enumerable.Range(0, Activities).Select(i => Done(services, new PlanActivity(Year, Activity(i), Details()), System())));

        Stamp System() => new(new CommandId(Id(1, Interlocked.Increment(ref command))), SystemMember.Id, null, Instant.FromUtc(2026, 1, 1, 0, 0));
    }

    private static async Task Done<TCommand>(ServiceProvider services, TCommand command, Stamp stamp) where TCommand : ICommand
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Send<TCommand>(command, stamp));
        if (outcome is not Outcome.Done { Repeated: false }) throw new InvalidOperationException($"{command} ended in {outcome}.");
    }

    private static List<(RescheduleActivity? Move, EditActivity? Edit, Stamp Stamp)> CommandsOf(int writer)
    {
        var own = Enumerable.Range(0, Activities).Where(i => i % Writers == writer).Select(Activity).ToList();
        return [.. Enumerable.Range(0, CommandsOfOne).Select(i =>
        {
            var activity = own[i % own.Count];
            long basedOn = i / own.Count;
            var stamp = new Stamp(new CommandId(Id(10 + writer, i)), Editor, Kerava, Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMilliseconds(i));
            var day = new LocalDate(2026, 1, 1).PlusDays(i % 300);
            return i % 2 == 0
                ? (new RescheduleActivity(Seutu, activity, basedOn, new ActivityTime.Exact(day.At(new LocalTime(16, i % 60)), day.At(new LocalTime(19, 0)))), (EditActivity?)null, stamp)
                : (null, new EditActivity(Seutu, activity, basedOn, new ActivityChanges { Title = new(new LocalText($"Alueellinen työpaja ja yhteiskoulutus {i}", "Regional verkstad")) }), stamp);
        })];
    }

    private static ActivityDetails Details() => new(
        new LocalText("Työpaja"), new ActivityTime.Days(new LocalDate(2026, 3, 24), new LocalDate(2026, 3, 24)), LocalText.Empty, [], [], null, [], null, [], null);

    private static Task<double> Limit(string folder)
    {
        const int Rows = Writers * CommandsOfOne;
        using var plain = new PlainSqlite(Path.Combine(folder, $"{Guid.NewGuid():N}.db"));
        var work = SampleEvents.Appends(0, 1, Rows, Activities);
        long start = Stopwatch.GetTimestamp();
        foreach (var chunk in work.Chunk(Writers)) plain.Insert(chunk);
        return Task.FromResult(Rows / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static ActivityId Activity(int number) => new(Id(2, number));
    private static Guid Id(int kind, int number) => DeterministicGuid.Create(Guid.Empty, $"{kind}-{number}");

    private sealed class OneEditor : IMemberships
    {
        private static readonly Membership[] Standing = [new(Editor, Seutu, Role.Editor, Kerava)];

        public ValueTask<IReadOnlyList<Membership>> Of(MemberId member, PartnershipId partnership, CancellationToken ct) => new(Standing);

        public ValueTask<bool> IsAdministrator(MemberId member, CancellationToken ct) => new(false);
    }

    /// <summary>The store outlives the services.</summary>
    private sealed class Borrowed(IEventStore store) : IEventStore
    {
        public Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default) => store.Append(stream, expected, events, ct);
        public IAsyncEnumerable<RecordedEvent> ReadStream(StreamName stream, long fromVersion = 0, CancellationToken ct = default) => store.ReadStream(stream, fromVersion, ct);
        public IAsyncEnumerable<RecordedEvent> ReadAll(Position after, CancellationToken ct = default) => store.ReadAll(after, ct);
        public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position after, CancellationToken ct = default) => store.Subscribe(after, ct);
        public Task<Position> End(CancellationToken ct = default) => store.End(ct);
    }
}
