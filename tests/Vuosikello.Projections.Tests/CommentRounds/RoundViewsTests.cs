using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;
using Vuosikello.TestKit;

namespace Vuosikello.Projections.Tests.CommentRounds;

public sealed class RoundViewsTests : IDisposable
{
    private static readonly PartnershipId Here = Samples.PartnershipId;
    private static readonly RoundId Full = new(Here, "paketti"), Planned = new(Here, "suunniteltu"), Cancelled = new(Here, "peruttu");
    private static readonly PartnerId Town = new("kunta"), Parish = new("seurakunta"), Association = new("yhdistys");
    private static readonly ClauseId First = Clause(1), Second = Clause(2), Forum = Clause(3);
    private static readonly LocalText Finnish = new("Myös \"lauantaisin\" 🎉\nja sunnuntaisin"), All = new("Ei käy", "Nej", "No");
    private static readonly Instant Opens = Instant.FromUtc(2026, 8, 10, 5, 0), Closes = Instant.FromUtc(2026, 9, 30, 13, 0);
    private static readonly RoundPlan Plan = new(
        All, Finnish, new RoundSubject(true, [new AgreementId(Here, "tilat")], 2026), [Town, Parish], Opens, Closes, [14, 3]);

    private readonly MemoryStore _store = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-views-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_snapshot_brings_back_the_very_state_of_a_round_to_which_everything_has_happened()
    {
        var states = await Everything();
        await (await RunningViews.Over(_store, _folder)).DisposeAsync();

        await using var restored = await RunningViews.Over(_store, _folder);

        Assert.True(restored.Progress.Applied == 0, string.Join(Environment.NewLine, restored.Log));
        foreach (var (id, state) in states) Assert.True(state.Equals(restored.Rounds.Find(id)!.State), $"{id} differs");
        var round = restored.Rounds.Find(Full)!.State;
        Assert.Equal((RoundPhase.Closed, 3, 3), (round.Phase, round.Documents.Count, round.Answers.Count));
        Assert.Equal(RoundSummary.Of(states[Full]), RoundSummary.Of(round));
    }

    [Fact]
    public async Task A_snapshot_brings_back_which_changes_followed_from_which_remarks()
    {
        await Everything();
        var (remark, other) = (new RemarkReference(Full, Town, First), new RemarkReference(Full, Parish, First));
        await Append(Streams.OfRules(Here),
            new RulesDrafted(Here, StandardHeadings.All, [.. new[] { First, Second }.Select(c => new RulesClause(c, StandardHeadings.Premises, LocalText.Empty, All))]),
            new RulesClauseReworded(First, Finnish, new ChangeOrigin(Remark: remark)), new RulesClauseReworded(Second, All, new ChangeOrigin(Remark: remark)),
            new RulesClauseReworded(First, All, null), new RulesClauseReworded(First, All, new ChangeOrigin(Remark: other)),
            new RulesClauseReworded(First, Finnish, new ChangeOrigin(Remark: remark)));
        await using var living = await RunningViews.Over(_store, _folder);
        await living.Stop();

        await using var restored = await RunningViews.Over(_store, _folder);

        Assert.Equal(0, restored.Progress.Applied);
        foreach (var views in (RunningViews[])[living, restored])
        {
            Assert.Equal([(First, 1L), (Second, 2L), (First, 5L)], views.RemarkChanges.Of(remark).Select(c => (c.Clause, c.Version)));
            Assert.Equal([remark, other, remark], views.RemarkChanges.Of(Streams.OfRules(Here), First).Select(c => c.Remark));
        }
        Assert.Equal(living.RemarkChanges.Of(remark), restored.RemarkChanges.Of(remark));
    }

    private async Task<Dictionary<RoundId, CommentRound>> Everything() => new()
    {
        [Full] = await Happened(Full,
            new RoundPlanned(Full, Plan), new RoundReplanned(Plan with { Title = Finnish }), new RoundOpened(Documents()), new PartnersInvited([Association]),
            new StatementDrafted(Town, [new DraftedStand(First, Stance.Against, Finnish), new DraftedStand(Second, null, All)], All),
            new StatementDrafted(Town, [new DraftedStand(Second, null, LocalText.Empty)], null),
            new StatementSent(Town, [new ClauseStand(First, Stance.Against, Finnish)], All, Late: false),
            new PartnersReminded([Parish, Association], Instant.FromUtc(2026, 9, 27, 6, 0)),
            new RoundProlonged(Closes + Duration.FromDays(1)),
            new StatementSent(Town, [new ClauseStand(First, Stance.InFavourWithChanges, All), new ClauseStand(Forum, Stance.NothingToState, Finnish)], Finnish, Late: false),
            new RoundClosed([Town], [Parish, Association]),
            new LateStatementAllowed(Parish, Closes + Duration.FromDays(9)),
            new StatementDrafted(Parish, [new DraftedStand(First, Stance.InFavour, LocalText.Empty)], Finnish),
            new StatementSent(Parish, [new ClauseStand(First, Stance.InFavour, LocalText.Empty)], Finnish, Late: true),
            new RemarkAnswered(Town, First, AnswerKind.NotAccepted, All), new RemarkAnswered(Town, First, AnswerKind.AcceptedInPart, Finnish),
            new RemarkAnswered(Town, null, AnswerKind.Accepted, LocalText.Empty), new RemarkAnswered(Parish, null, AnswerKind.NotAccepted, All)),
        [Planned] = await Happened(Planned, new RoundPlanned(Planned, Plan with { Subject = new RoundSubject(false, [], null), RemindBefore = [], Invited = [] })),
        [Cancelled] = await Happened(Cancelled, new RoundPlanned(Cancelled, Plan), new RoundOpened([]), new RoundCancelled(All)),
    };

    private static ValueList<FrozenDocument> Documents() =>
    [
        new FrozenDocument(DocumentKind.WorkingRules, Here.Value, 17, All, new string('a', 64),
            [new FrozenClause(First, "1.1", LocalText.Empty, Finnish), new FrozenClause(Second, "1.2", All, All)]),
        new FrozenDocument(DocumentKind.Agreement, $"{Here}/tilat", 2, Finnish, new string('b', 64), []),
        new FrozenDocument(DocumentKind.AnnualCycle, $"{Here}-2026", 0, LocalText.Empty, new string('c', 64),
            [new FrozenClause(Forum, "", All, LocalText.Empty, new ActivityTime.Days(new LocalDate(2026, 3, 24), new LocalDate(2026, 3, 25)))]),
    ];

    private async Task<CommentRound> Happened(RoundId id, params IEvent[] events)
    {
        await Append(Streams.Of(id), events);
        CommentRound? state = null;
        foreach (var (index, e) in events.Index()) state = CommentRound.Evolve(state, new Fact(e, index, Stamps.Coordinator));
        return state!;
    }

    private Task Append(StreamName stream, params IEvent[] events) => _store.Append(stream, ExpectedVersion.NoStream,
        [.. events.Select((e, i) => EventSerializer.Serialize(e, Stamps.Coordinator, DeterministicGuid.Create(new Guid(1, 2, 3, new byte[8]), $"{stream} {i}")))],
        TestContext.Current.CancellationToken);

    private static ClauseId Clause(byte number) => new(new Guid(number, 5, 0, new byte[8]));
}
