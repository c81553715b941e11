using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;
using Vuosikello.Processes.Tests.Kit;

namespace Vuosikello.Processes.Tests.Time;

/// <summary>Documents are in a round that is still planned: its opening is under way somewhere, or a crash broke it off.</summary>
public sealed class Openings_that_broke_off : RoundScene
{
    private readonly HeldTime _time = new();

    [Fact]
    public async Task An_opening_that_a_crash_broke_off_between_the_documents_and_the_round_is_finished_when_it_has_had_its_time()
    {
        // what the crash left in the log: the rules are in the round, the others are not, and the round is planned still
        await Left(cut => cut.Send(new PutRulesInRound(TimedServer.Seutu, Round)));

        await using var after = await TimedServer.Start(Store, Clock, time: _time);
        await _time.SomebodyWaits();
        Assert.Equal([typeof(RoundPlanned)], await Kinds());
        _time.Pass();
        await after.Shows(() => AllAre(after, In));

        Assert.Equal([typeof(RoundPlanned), typeof(RoundOpened)], await Kinds());
        Assert.Single((await EventsOf(Streams.OfRules(TimedServer.Seutu))).OfType<RulesPutInRound>());
    }

    [Fact]
    public async Task An_opening_that_another_server_is_about_to_finish_stays_that_servers()
    {
        await Left(_ => Task.CompletedTask);
        await using var other = await TimedServer.Start(Store, Clock, withProcesses: false);
        await using var watching = await TimedServer.Start(Store, Clock, time: _time);
        await other.Send(new PutRulesInRound(TimedServer.Seutu, Round));
        await _time.SomebodyWaits();
        var command = new CommandId(new Guid(1, 7, 0, new byte[8]));

        await other.Send(new OpenRound(Round, [Forum]), id: command);
        _time.Pass();
        await watching.Shows(() => AllAre(watching, In));

        Assert.Equal(command, watching.Rounds.Find(Round)!.State.Opened!.Command);
        Assert.Equal([typeof(RoundPlanned), typeof(RoundOpened)], await Kinds());
    }

    [Fact]
    public async Task A_broken_off_opening_that_cannot_be_finished_lets_its_documents_go()
    {
        await Left(cut => cut.Send(new PutRulesInRound(TimedServer.Seutu, Round)));
        Clock.Set(Closes);
        _time.Pass();

        await using var after = await TimedServer.Start(Store, Clock, time: _time);
        await after.Shows(() => after.Rules.Find(TimedServer.Seutu) is { State: { Round: null, Version: 2 } });

        Assert.Equal([typeof(RoundPlanned)], await Kinds());
        Assert.Equal(new RulesTakenOutOfRound(Round), (await EventsOf(Streams.OfRules(TimedServer.Seutu)))[^1]);
    }

    [Fact]
    public async Task A_document_that_a_broken_off_opening_left_in_the_round_comes_out_when_the_round_is_no_longer_to_be_on_it()
    {
        await Left(async cut =>
        {
            await cut.Send(new PutAgreementInRound(Agreement, Round));
            await cut.Send(new OpenCycleForComments(Cycle, Round));
            await OnRulesAlone(cut);
        });
        _time.Pass();

        await using var after = await TimedServer.Start(Store, Clock, time: _time);
        await after.Shows(() => OthersAreOut(after));

        Assert.Equal([typeof(RoundPlanned), typeof(RoundReplanned)], await Kinds());
        Assert.Equal(new AgreementTakenOutOfRound(Round), (await EventsOf(Streams.Of(Agreement)))[^1]);
        Assert.Equal(new CycleReturnedToDraft(), (await EventsOf(Streams.Of(Cycle)))[^1]);
    }

    [Fact]
    public async Task A_document_that_is_in_an_open_round_which_is_not_on_it_comes_out()
    {
        await Left(async cut =>
        {
            await cut.Send(new PutAgreementInRound(Agreement, Round));
            await cut.Send(new OpenCycleForComments(Cycle, Round));
            await OnRulesAlone(cut);
            await cut.Send(new OpenRound(Round, []));
        });

        await using var after = await TimedServer.Start(Store, Clock, time: _time);
        await after.Shows(() => OthersAreOut(after));

        var opened = Assert.IsType<RoundOpened>((await EventsOf(Streams.Of(Round)))[^1]);
        Assert.Equal([DocumentKind.WorkingRules], opened.Documents.Select(d => d.Kind));
        Assert.Equal(new RulesPutInRound(Round), (await EventsOf(Streams.OfRules(TimedServer.Seutu)))[^1]);
    }

    /// <summary>What a server left in the log that was stopped in the middle of something.</summary>
    private async Task Left(Func<TimedServer, Task> what)
    {
        await using (await Planned())
        {
        }
        await using var cut = await TimedServer.Start(Store, Clock, withProcesses: false);
        await what(cut);
    }

    private static Task OnRulesAlone(TimedServer server) =>
        server.Send(new ReplanRound(Round, server.Rounds.Find(Round)!.State.Plan with { Subject = new RoundSubject(true, [], null) }, 0));

    private static bool OthersAreOut(TimedServer server) =>
        server.Agreements.Find(Agreement) is { State.Round: null } && server.Partnerships.Find(TimedServer.Seutu)?.Years.FirstOrDefault(y => y.Year == Year) is { State.Round: null };
}
