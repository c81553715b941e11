using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Events;
using Vuosikello.Projections.Agreements;
using Vuosikello.TestKit;

namespace Vuosikello.Projections.Tests.Agreements;

public sealed class AgreementViewsTests : IDisposable
{
    private static readonly PartnershipId Here = Samples.PartnershipId;
    private readonly MemoryStore _store = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-views-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Whatever_was_done_to_agreements_a_snapshot_brings_back_the_very_states_that_the_folds_made()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED"), out int wanted) ? wanted : Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"VUOSIKELLO_SEED={seed}");
        var random = new Random(seed);
        var plays = new Dictionary<AgreementId, Agreement>();
        for (int i = 0; i < 40; i++) plays.Add(new AgreementId(Here, $"a{i}"), await Played(random, $"a{i}"));
        await (await RunningViews.Over(_store, _folder)).DisposeAsync();

        await using var restored = await RunningViews.Over(_store, _folder);

        Assert.True(restored.Progress.Applied == 0, string.Join(Environment.NewLine, restored.Log));
        foreach (var (id, state) in plays) Assert.True(state.Equals(restored.Agreements.Find(id)!.State), $"{id} differs; VUOSIKELLO_SEED={seed}");
        Assert.Equal(40, restored.Agreements.Of(Here).Length);
        Assert.Empty(restored.Agreements.Of(new PartnershipId("muu")));
    }

    [Fact]
    public async Task Commitments_are_found_by_the_cycles_year_and_by_activity_while_the_agreement_holds()
    {
        var content = AgreementSamples.Content;
        var once = new Commitment(new CommitmentId(new Guid(1, 1, 1, new byte[8])), AgreementSamples.Kerava, new LocalText("Avaa tilat"), CommitmentDue.On(new LocalDate(2027, 3, 1)), []);
        await InForce(content with { Commitments = [.. content.Commitments, once] });
        await using var views = await RunningViews.Over(_store);

        var due = views.Agreements.CommitmentsIn(new CycleId(Here, 2027));
        Assert.Equal([(once.Id, new LocalDate(2027, 3, 1), false), (AgreementSamples.Report, new LocalDate(2027, 11, 30), false)], due.Select(d => (d.Commitment.Id, d.On, d.FellDue)));
        Assert.Equal([(AgreementSamples.Report, true)], views.Agreements.CommitmentsIn(new CycleId(Here, 2026)).Select(d => (d.Commitment.Id, d.FellDue)));
        Assert.Empty(views.Agreements.CommitmentsIn(new CycleId(Here, 2028)));
        Assert.Equal([AgreementSamples.Report], views.Agreements.CommitmentsOf(new CycleId(Here, 2027), Samples.ActivityId).Select(d => d.Commitment.Id));
    }

    [Fact]
    public async Task What_is_due_is_told_under_the_title_in_force_whatever_the_draft_is_called()
    {
        var content = AgreementSamples.Content;
        await Append("tilat", [.. Until2026(content).Append(new AmendmentStarted(null)).Append(new AgreementRetitled(new LocalText("Salainen"))).Select(Fact)]);
        await using var views = await RunningViews.Over(_store);
        Assert.All(views.Agreements.CommitmentsIn(new CycleId(Here, 2027)), due => Assert.Equal(content.Title, due.Title));
        Assert.NotEmpty(views.Agreements.CommitmentsIn(new CycleId(Here, 2027)));
    }

    [Fact]
    public async Task What_is_only_drafted_commits_nobody()
    {
        await Append("tilat", Fact(new AgreementDrafted(AgreementSamples.Id, AgreementSamples.Content), 0));
        await using var views = await RunningViews.Over(_store);
        Assert.Empty(views.Agreements.CommitmentsIn(new CycleId(Here, 2026)));
    }

    private Task InForce(AgreementContent content) => Append("tilat", [.. Until2026(content).Select(Fact)]);

    private static IEvent[] Until2026(AgreementContent content) =>
    [
        new AgreementDrafted(AgreementSamples.Id, content),
        new AgreementOffered(1, [], "text", "hash"),
        new AgreementCameIntoForce(1, HelsinkiDays.StartOf(AgreementSamples.Content.Term.From)),
        new CommitmentFellDue(AgreementSamples.Report, new LocalDate(2026, 11, 30), HelsinkiDays.StartOf(new LocalDate(2026, 11, 30))),
    ];

    private async Task<Agreement> Played(Random random, string slug)
    {
        var play = new AgreementPlay(random.Next(2) == 0 ? 12 : null);
        // the way to an agreement in force, so that most plays have signed versions
        AgreementMove[] way = [new(7, 1, 1, 9), new(10, 2, 1, 9), new(10, 1, 1, 9), new(13, 2, 1, 9), new(13, 1, 1, 9), new(18, 1, 1, 1)];
        var moves = way.Take(random.Next(way.Length + 1)).Concat(Enumerable.Range(0, 40)
            .Select(_ => new AgreementMove(random.Next(AgreementPlay.Kinds), random.Next(1, 20), random.Next(1, 400), random.Next(40)))).ToList();
        foreach (var _ in play.Play(moves)) { }
        await Append(slug, [.. play.Facts]);
        return play.State;
    }

    private static Fact Fact(IEvent e, int version) => new(e, version, Stamps.Coordinator);

    private Task Append(string slug, params Fact[] facts) => _store.Append(
        Streams.Of(new AgreementId(Here, slug)), ExpectedVersion.NoStream,
        [.. facts.Select((fact, i) => EventSerializer.Serialize(fact.Event, fact.Stamp, new Guid(i, 3, 0, System.Text.Encoding.ASCII.GetBytes(slug.PadRight(8)[..8]))))],
        TestContext.Current.CancellationToken);
}
