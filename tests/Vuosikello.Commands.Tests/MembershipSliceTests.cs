using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

/// <summary>Roles that are held in the log, and what they let people do on any server of it.</summary>
public sealed class MembershipSliceTests : IAsyncLifetime
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static readonly PartnershipId Elsewhere = new("toinen");
    private static readonly InvitationId Id = new(new Guid(77, 0, 0, new byte[8]));
    private readonly MemoryStore _store = new();
    private readonly FixedClock _clock = new();
    private IMediator _one = null!, _other = null!;
    private int _commands;

    public async ValueTask InitializeAsync()
    {
        await Seutu.Begin(new House(_store));
        (_one, _other) = (Server(), Server());
        await Done(new FoundPartnership(Elsewhere, new LocalText("Toinen")), SystemMember.Id);
        await Done(new GrantRole(Seutu.Id, Members.Coordinator, Role.Coordinator, null, false), SystemMember.Id);
        await Done(new AppointAdministrator(Members.Administrator), SystemMember.Id);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_role_lets_somebody_in_and_its_end_shuts_them_out_on_every_server_at_once()
    {
        var plan = Seutu.Plan(id: Seutu.ActivityNumber(41));
        Assert.IsType<Outcome.Forbidden>(await Send(plan, Members.EditorOfKerava, actingFor: Seutu.Kerava));

        await Done(new GrantRole(Seutu.Id, Members.EditorOfKerava, Role.Editor, Seutu.Kerava, false), Members.Coordinator);
        Assert.IsType<Outcome.Done>(await Send(plan, Members.EditorOfKerava, actingFor: Seutu.Kerava, on: _other));

        await Done(new EndRole(Seutu.Id, Members.EditorOfKerava, Role.Editor, Seutu.Kerava), Members.Coordinator);
        Assert.IsType<Outcome.Forbidden>(await Send(Seutu.Plan(id: Seutu.ActivityNumber(42)), Members.EditorOfKerava, actingFor: Seutu.Kerava, on: _other));
    }

    [Fact]
    public async Task When_a_partner_leaves_its_editor_may_edit_no_more_and_again_when_it_is_back()
    {
        await Done(new GrantRole(Seutu.Id, Members.EditorOfKerava, Role.Editor, Seutu.Kerava, false), Members.Coordinator);
        var kerava = (await Events<PartnerJoined>(Streams.Of(Seutu.Id))).Single(joined => joined.Partner.Id == Seutu.Kerava).Partner;

        await Done(new DismissPartner(Seutu.Id, Seutu.Kerava), Members.Coordinator);
        Assert.IsType<Outcome.Forbidden>(await Send(Seutu.Plan(id: Seutu.ActivityNumber(43)), Members.EditorOfKerava, actingFor: Seutu.Kerava, on: _other));
        await Done(new AdmitPartner(Seutu.Id, kerava), Members.Coordinator);
        Assert.IsType<Outcome.Done>(await Send(Seutu.Plan(id: Seutu.ActivityNumber(43)), Members.EditorOfKerava, actingFor: Seutu.Kerava, on: _other));
    }

    [Fact]
    public async Task A_member_stands_on_the_card_of_an_organisation_for_which_they_hold_a_role()
    {
        var card = Seutu.Partner(Seutu.Kerava) with { Contacts = [new(new(new Guid(1, 0, 0, new byte[8])), new LocalText("sihteeri"), Member: Members.EditorOfKerava)] };
        var change = new ChangePartnerCard(Seutu.Id, card);
        await Done(new GrantRole(Seutu.Id, Members.EditorOfKerava, Role.Editor, Seutu.Tuusula, false), Members.Coordinator);

        Assert.Equal(ProblemCodes.ContactHoldsNoRole, Assert.Single(Assert.IsType<Outcome.Refused>(await Send(change, Members.Coordinator)).Problems).Code);
        Assert.IsType<Outcome.Refused>(await Send(new BringInPartners(Seutu.Id, [card]), Members.Coordinator));
        await Done(new GrantRole(Seutu.Id, Members.EditorOfKerava, Role.Signatory, Seutu.Kerava, false), Members.Coordinator);
        Assert.IsType<Outcome.Done>(await Send(change, Members.Coordinator, on: _other));
    }

    [Fact]
    public async Task A_coordinator_invites_grants_and_ends_in_the_own_partnership_only()
    {
        await Done(new GrantRole(Elsewhere, Members.Reader, Role.Reader, null, false), SystemMember.Id);

        Assert.IsType<Outcome.Forbidden>(await Send(Invitation(Elsewhere), Members.Coordinator));
        Assert.IsType<Outcome.Forbidden>(await Send(new GrantRole(Elsewhere, Members.Coordinator, Role.Coordinator, null, false), Members.Coordinator));
        Assert.IsType<Outcome.Forbidden>(await Send(new EndRole(Elsewhere, Members.Reader, Role.Reader, null), Members.Coordinator));
        Assert.IsType<Outcome.Done>(await Send(Invitation(Seutu.Id), Members.Coordinator));
        Assert.IsType<Outcome.Forbidden>(await Send(new GrantRole(Seutu.Id, Members.Reader, Role.Coordinator, null, false), Members.Reader));
    }

    [Fact]
    public async Task Whoever_has_the_secret_takes_an_invitation_and_gives_the_role_up_again()
    {
        await Done(Invitation(Seutu.Id), Members.Coordinator);

        Assert.IsType<Outcome.NotFound>(await Send(new AcceptInvitation(Seutu.Id, Id, Hash.Replace('9', '8')), Members.Stranger));
        await Done(new AcceptInvitation(Seutu.Id, Id, Hash), Members.Stranger);
        Assert.Equal([new InvitationAccepted(Id, Members.Stranger, Role.Signatory, Seutu.Kerava, false)], await Events<InvitationAccepted>(Streams.OfMembers(Seutu.Id)));
        await Done(new GiveUpRole(Seutu.Id, Role.Signatory, Seutu.Kerava), Members.Stranger);
        Assert.Equal([new RoleEnded(Members.Stranger, Role.Signatory, Seutu.Kerava)], await Events<RoleEnded>(Streams.OfMembers(Seutu.Id)));
    }

    [Fact]
    public async Task An_administrator_appoints_and_dismisses_others_and_nobody_else_does()
    {
        Assert.IsType<Outcome.Forbidden>(await Send(new AppointAdministrator(Members.Coordinator), Members.Coordinator));
        await Done(new AppointAdministrator(Members.Coordinator), Members.Administrator);
        await Done(new DismissAdministrator(Members.Administrator), Members.Coordinator);

        Assert.IsType<Outcome.Forbidden>(await Send(new FoundPartnership(new("kolmas"), new LocalText("Kolmas")), Members.Administrator, on: _other));
        Assert.Equal(
            ProblemCodes.LastAdministrator,
            Assert.Single(Assert.IsType<Outcome.Refused>(await Send(new DismissAdministrator(Members.Coordinator), Members.Coordinator)).Problems).Code);
    }

    [Fact]
    public async Task Everybody_may_have_themself_erased_and_only_an_administrator_somebody_else()
    {
        Assert.IsType<Outcome.Forbidden>(await Send(new ErasePerson(Members.Reader), Members.Coordinator));
        await Done(new ErasePerson(Members.Reader), Members.Administrator);
        await Done(new EraseOneself(), Members.Stranger);

        Assert.Equal([new PersonErased(Members.Reader), new PersonErased(Members.Stranger)], await Events<PersonErased>(Streams.OfAdministrators));
    }

    [Fact]
    public async Task What_is_no_command_is_refused_before_anything_else()
    {
        Assert.Equal("secretHash", await Flaw(Invitation(Seutu.Id) with { SecretHash = Hash[1..] }));
        Assert.Equal("secretHash", await Flaw(new AcceptInvitation(Seutu.Id, Id, null!)));
        Assert.Equal("invitation", await Flaw(new RevokeInvitation(Seutu.Id, default)));
        Assert.Equal("role", await Flaw(new GrantRole(Seutu.Id, Members.Reader, (Role)99, null, false)));
        Assert.Equal("partner", await Flaw(new EndRole(Seutu.Id, Members.Reader, Role.Editor, new("Ei näin"))));
        Assert.Equal("member", await Flaw(new DismissAdministrator(default)));
        Assert.Equal("member", await Flaw(new ErasePerson(default)));
        Assert.Equal("partnership", await Flaw(new GiveUpRole(default, Role.Reader, null)));

        async Task<string> Flaw<TCommand>(TCommand command) where TCommand : ICommand
        {
            var problem = Assert.Single(Assert.IsType<Outcome.Refused>(await Send(command, Members.Coordinator)).Problems);
            Assert.Equal(CommandProblems.Malformed, problem.Code);
            return problem.Field;
        }
    }

    private InviteMember Invitation(PartnershipId partnership) =>
        new(partnership, Id, Role.Signatory, Seutu.Kerava, false, Hash, Seutu.Now + Duration.FromDays(14));

    private async Task Done<TCommand>(TCommand command, MemberId by) where TCommand : ICommand => Assert.IsType<Outcome.Done>(await Send(command, by));

    private Task<Outcome> Send<TCommand>(TCommand command, MemberId by, PartnerId? actingFor = null, IMediator? on = null) where TCommand : ICommand =>
        (on ?? _one).Send(new Send<TCommand>(command, new Stamp(new CommandId(new Guid(++_commands, 7, 0, new byte[8])), by, actingFor, Seutu.Now)));

    private async Task<List<TEvent>> Events<TEvent>(StreamName stream) where TEvent : IEvent
    {
        var events = new List<TEvent>();
        await foreach (var recorded in _store.ReadStream(stream, 0))
            if (EventSerializer.Deserialize(recorded).Event is TEvent happened) events.Add(happened);
        return events;
    }

    /// <summary>One of several servers on the store, with rights as the log has them.</summary>
    private IMediator Server() => new ServiceCollection()
        .AddSingleton<IEventStore>(_store)
        .AddSingleton<IClock>(_clock)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddCommands(House.Quick)
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true })
        .CreateScope().ServiceProvider.GetRequiredService<IMediator>();

    private sealed class FixedClock : IClock
    {
        public Instant GetCurrentInstant() => Seutu.Now;
    }
}
