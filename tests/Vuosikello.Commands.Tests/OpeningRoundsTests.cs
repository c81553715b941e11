using NodaTime;
using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

/// <summary>Two rounds that share a document, opened at the same moment, and openings that are broken off half-way.</summary>
public sealed class OpeningRoundsTests
{
    private static readonly LocalText Text = new("Teksti");
    private static readonly AgreementId Agreement = new(Seutu.Id, "tilat");
    private static readonly RoundId One = new(Seutu.Id, "yksi"), Two = new(Seutu.Id, "kaksi");
    private static readonly StreamName Rules = Streams.OfRules(Seutu.Id);

    [Fact]
    public async Task Of_two_rounds_that_open_on_one_document_at_the_same_moment_one_opens()
    {
        var flaky = new FlakyStore(new MemoryStore());
        var house = await Planned(flaky, (One, new(true, [Agreement], null)), (Two, new(true, [], 2026)));

        // the other one opens just when the first has looked at everything and is about to write
        bool once = true;
        Task<Outcome>? other = null;
        flaky.BeforeAppend = async _ =>
        {
            if (!once) return;
            once = false;
            other = house.Send(new OpenRound(Two, [Seutu.Workshop]));
            await Task.Yield();
        };
        var outcomes = new[] { await house.Send(new OpenRound(One, [])), await other! };

        Assert.Single(outcomes.OfType<Outcome.Done>());
        Assert.Equal(ProblemCodes.DocumentInAnotherRound, Assert.Single(Assert.Single(outcomes.OfType<Outcome.Refused>()).Problems).Code);
        var opened = outcomes[0] is Outcome.Done ? One : Two;
        Assert.Single(await Opened(house, One, Two), opened);
        var held = (await house.Events(Rules)).OfType<RulesPutInRound>().Last();
        Assert.Equal(opened, held.Round);
    }

    [Fact]
    public async Task Many_rounds_on_one_year_opened_at_once_by_two_servers_open_one()
    {
        var store = new MemoryStore();
        RoundId[] all = [.. Enumerable.Range(1, 8).Select(n => new RoundId(Seutu.Id, $"kierros-{n}"))];
        var house = await Planned(store, [.. all.Select(id => (id, new RoundSubject(false, [], 2026)))]);
        House[] servers = [house, new House(store)];

        await Task.WhenAll(all.Select((id, n) => Task.Run(() => servers[n % 2].Send(new OpenRound(id, [Seutu.Workshop])))));

        var opened = Assert.Single(await Opened(house, all));
        var year = (await house.Events(Streams.Of(Seutu.Year))).OfType<CycleOpenedForComments>();
        Assert.Equal(new CycleOpenedForComments(opened), Assert.Single(year));
    }

    [Fact]
    public async Task What_went_into_a_round_that_could_not_open_comes_out_again()
    {
        var flaky = new FlakyStore(new MemoryStore());
        var house = await Planned(flaky, (One, new(true, [Agreement], null)));
        // the agreement is offered to its parties between the look at it and its turn
        flaky.BeforeAppend = async stream =>
        {
            if (stream != Rules) return;
            flaky.BeforeAppend = _ => Task.CompletedTask;
            await house.Done(new OfferAgreement(Agreement, 0));
        };

        var refused = Assert.IsType<Outcome.Refused>(await house.Send(new OpenRound(One, [])));

        Assert.Equal(ProblemCodes.DocumentNotDraft, Assert.Single(refused.Problems).Code);
        Assert.Empty(await Opened(house, One));
        Assert.IsType<RulesTakenOutOfRound>((await house.Events(Rules))[^1]);
    }

    [Fact]
    public async Task An_opening_that_was_broken_off_after_its_documents_went_in_is_finished_by_the_next_try()
    {
        var store = new MemoryStore();
        var flaky = new FlakyStore(store);
        var house = await Planned(flaky, (One, new(true, [Agreement], 2026)));
        flaky.BeforeAppend = stream => stream == Streams.Of(One) ? throw new InvalidOperationException("The machine lost its power.") : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Send(new OpenRound(One, [Seutu.Workshop])));
        Assert.IsType<RulesPutInRound>((await house.Events(Rules))[^1]);

        var next = new House(store);
        await next.Done(new OpenRound(One, [Seutu.Workshop]), SystemMember.Id);

        Assert.Equal([One], await Opened(next, One));
        Assert.Single((await next.Events(Rules)).OfType<RulesPutInRound>());
        Assert.Single((await next.Events(Streams.Of(Agreement))).OfType<AgreementPutInRound>());
        Assert.Single((await next.Events(Streams.Of(Seutu.Year))).OfType<CycleOpenedForComments>());
    }

    [Fact]
    public async Task A_document_that_another_server_took_out_of_the_plan_is_not_put_in_by_a_server_that_remembers_the_old_plan()
    {
        var store = new MemoryStore();
        var planned = await Planned(store, (One, new(true, [Agreement], null)));
        await new House(store).Done(new ReplanRound(One, Plan(new(true, [], null)), 0));

        await planned.Done(new OpenRound(One, []));

        Assert.Equal([DocumentKind.WorkingRules], (await planned.Events(Streams.Of(One))).OfType<RoundOpened>().Single().Documents.Select(d => d.Kind));
        Assert.Equal([typeof(AgreementDrafted)], (await planned.Events(Streams.Of(Agreement))).Select(e => e.GetType()));
    }

    [Fact]
    public async Task While_too_many_write_to_a_document_the_opening_is_to_be_tried_again_and_not_refused()
    {
        var flaky = new FlakyStore(new MemoryStore());
        var house = await Planned(flaky, (One, new(true, [Agreement], 2026)));
        flaky.BeforeAppend = stream => stream == Streams.Of(Agreement) ? throw new WrongExpectedVersionException(stream, ExpectedVersion.Any, 0) : Task.CompletedTask;
        var command = Seutu.CommandNumber(1);

        var again = Assert.IsType<Outcome.TryAgain>(await house.Send(new OpenRound(One, [Seutu.Workshop]), id: command));

        Assert.Equal(CommandProblems.Contended, again.Problem.Code);
        Assert.IsType<RulesTakenOutOfRound>((await house.Events(Rules))[^1]);
        Assert.Equal([typeof(CycleDrafted)], (await house.Events(Streams.Of(Seutu.Year))).Select(e => e.GetType()));
        flaky.BeforeAppend = _ => Task.CompletedTask;
        await house.Done(new OpenRound(One, [Seutu.Workshop]), id: command);
        Assert.Equal([One], await Opened(house, One));
    }

    private static RoundPlan Plan(RoundSubject subject) =>
        new(Text, LocalText.Empty, subject, [Seutu.Kerava], Seutu.Now + Duration.FromDays(1), Seutu.Now + Duration.FromDays(30), []);

    private static async Task<House> Planned(IEventStore store, params (RoundId Id, RoundSubject Subject)[] rounds)
    {
        var house = await House.WithSeutu(store);
        await house.Done(Seutu.Plan());
        await house.Done(new DraftRules(Seutu.Id, [new RulesClause(new ClauseId(new Guid(1, 8, 0, new byte[8])), StandardHeadings.All[0].Id, LocalText.Empty, Text)]));
        await house.Done(new DraftAgreement(Agreement, new AgreementContent(
            AgreementKind.Partnership, null, Text, [Seutu.Kerava, Seutu.Tuusula], new AgreementTerm(new LocalDate(2027, 1, 1)), new NoticePeriod(1, NoticeUnit.Months), null,
            [new AgreementClause(new ClauseId(new Guid(2, 8, 0, new byte[8])), LocalText.Empty, Text)], [], [], [])));
        foreach (var (id, subject) in rounds)
            await house.Done(new PlanRound(id, Plan(subject)));
        return house;
    }

    private static async Task<List<RoundId>> Opened(House house, params RoundId[] rounds)
    {
        List<RoundId> opened = [];
        foreach (var round in rounds)
            if ((await house.Events(Streams.Of(round))).OfType<RoundOpened>().Any()) opened.Add(round);
        return opened;
    }
}
