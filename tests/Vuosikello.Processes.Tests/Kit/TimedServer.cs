using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Rules;

namespace Vuosikello.Processes.Tests.Kit;

/// <summary>One server with commands, views and processes, on a store that may be shared with others and outlives it.</summary>
internal sealed class TimedServer(ServiceProvider services, IReadOnlyList<IHostedService> hosted, HandClock clock) : IAsyncDisposable
{
    public static readonly PartnershipId Seutu = new("seutu");
    public static readonly PartnerId Kerava = new("kerava"), Tuusula = new("tuusula");
    private static readonly LocalText Text = new("Teksti");
    private static int _commands;

    public IAgreementViews Agreements => services.GetRequiredService<IAgreementViews>();
    public IRoundViews Rounds => services.GetRequiredService<IRoundViews>();
    public IRulesViews Rules => services.GetRequiredService<IRulesViews>();
    public IPartnershipViews Partnerships => services.GetRequiredService<IPartnershipViews>();
    public IViews Views => services.GetRequiredService<IViews>();

    /// <param name="store">May be shared.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="withProcesses">Without them nothing is done but what is sent.</param>
    /// <param name="time">How long waits take; as long as they say when it is left out.</param>
    public static async Task<TimedServer> Start(IEventStore store, HandClock clock, bool withProcesses = true, TimeProvider? time = null)
    {
        var provider = new ServiceCollection()
            .AddSingleton<IClock>(clock)
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton<IMemberships, Signatories>()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(_ => new Borrowed(store))
            .AddSingleton<IEventStore>(s => s.GetRequiredService<Borrowed>())
            .AddCommands()
            .AddProjections()
            .AddProcesses(new ProcessOptions { LongestWait = TimeSpan.FromMilliseconds(10) })
            .BuildServiceProvider();
        var hosted = provider.GetServices<IHostedService>().Where(service => withProcesses || service.GetType().Assembly != typeof(ProcessOptions).Assembly).ToList();
        foreach (var service in hosted) await service.StartAsync(TestContext.Current.CancellationToken);
        return new TimedServer(provider, hosted, clock);
    }

    public async Task Send<TCommand>(TCommand command, PartnerId? party = null, CommandId? id = null) where TCommand : ICommand
    {
        var done = Assert.IsType<Outcome.Done>(await Answer(command, party, id));
        await Views.WaitFor(done.Position, TestContext.Current.CancellationToken);
    }

    /// <summary>Why a command is refused.</summary>
    public async Task<IReadOnlyList<Problem>> Refused<TCommand>(TCommand command) where TCommand : ICommand =>
        Assert.IsType<Outcome.Refused>(await Answer(command, null, null)).Problems;

    private async Task<Outcome> Answer<TCommand>(TCommand command, PartnerId? party, CommandId? id) where TCommand : ICommand
    {
        await using var scope = services.CreateAsyncScope();
        var member = party is { } of ? Signatories.Of(of) : SystemMember.Id;
        var stamp = new Stamp(id ?? new CommandId(new Guid(Interlocked.Increment(ref _commands), 4, 0, new byte[8])), member, party, clock.GetCurrentInstant());
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Send<TCommand>(command, stamp));
    }

    public async Task Found()
    {
        await Send(new FoundPartnership(Seutu, new LocalText("Seutu")));
        foreach (var party in (PartnerId[])[Kerava, Tuusula])
            await Send(new AdmitPartner(Seutu, new Partner(party, PartnerKind.Municipality, new LocalText(party.Value), [], [])));
    }

    /// <summary>An agreement that both parties have approved and signed.</summary>
    public async Task<AgreementId> Agree(string slug, AgreementTerm term, NoticePeriod? notice = null, params Commitment[] commitments)
    {
        var id = new AgreementId(Seutu, slug);
        var clause = new AgreementClause(new ClauseId(new Guid(1, 5, 0, new byte[8])), LocalText.Empty, Text);
        await Send(new DraftAgreement(id, new AgreementContent(
            AgreementKind.Partnership, null, Text, [Kerava, Tuusula], term, notice, null, [clause], [], commitments.ToValueList(), [])));
        await Send(new OfferAgreement(id, 0));
        string hash = Agreements.Find(id)!.State.Open!.Hash;
        var today = HelsinkiDays.Of(clock.GetCurrentInstant());
        foreach (var party in (PartnerId[])[Kerava, Tuusula]) await Send(new ApproveAgreement(id, party, hash, Text, today, ""), party);
        foreach (var party in (PartnerId[])[Kerava, Tuusula]) await Send(new SignAgreement(id, party, hash), party);
        return id;
    }

    /// <summary>Waits until the agreement is shown so.</summary>
    public Task Shows(AgreementId id, Func<Agreement, bool> so) => Shows(() => Agreements.Find(id) is { } view && so(view.State));

    /// <summary>Waits until the round is shown so.</summary>
    public Task Shows(RoundId id, Func<CommentRound, bool> so) => Shows(() => Rounds.Find(id) is { } view && so(view.State));

    /// <summary>Waits until the views are so.</summary>
    public async Task Shows(Func<bool> so)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var changes = Views.OnChange(_ => Look());
        Look();
        await seen.Task.WaitAsync(TestContext.Current.CancellationToken);

        void Look()
        {
            if (so()) seen.TrySetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in hosted.Reverse()) await service.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }

    private sealed class Signatories : IMemberships
    {
        public static MemberId Of(PartnerId party) => new(party == Kerava ? new Guid(1, 6, 0, new byte[8]) : new Guid(2, 6, 0, new byte[8]));

        public ValueTask<IReadOnlyList<Membership>> Of(MemberId member, PartnershipId partnership, CancellationToken ct) =>
            ValueTask.FromResult<IReadOnlyList<Membership>>(
                [.. from party in (PartnerId[])[Kerava, Tuusula] where member == Of(party) select new Membership(member, Seutu, Role.Signatory, party)]);

        public ValueTask<bool> IsAdministrator(MemberId member, CancellationToken ct) => ValueTask.FromResult(false);
    }
}
