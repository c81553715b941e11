using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Outcome = Vuosikello.Commands.Outcome;

namespace Vuosikello.Processes.Memberships;

/// <summary>
/// Somebody was erased → each of their roles ends, in every partnership. A command's id follows from the role and the list's version, so each ends once,
/// however often and on however many servers it is tried; after a restart all who were erased are gone through again.
/// </summary>
internal sealed partial class RolesOfErasedPersons(
    IErasedPersons erased, IPartnershipViews partnerships, IMembershipViews memberships, IViews views, PatientSender sender, ILogger<RolesOfErasedPersons> logger)
    : BackgroundService
{
    private static readonly Guid Endings = new("9d0b7a52-6f0d-4d53-9a2e-5f3c1b8e7a41");

    private readonly Channel<bool> _glances = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var following = views.OnChange(Changed);
        await views.BecomeReady(stoppingToken);
        _glances.Writer.TryWrite(true);
        await foreach (bool _ in _glances.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                foreach (var view in partnerships.All) await EndIn(view.Id, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The next change of any list, or a restart, tries again.
                Interrupted(failure);
            }
        }
    }

    private void Changed(IReadOnlyList<ViewChange> changes)
    {
        foreach (var change in changes)
            if (change.Stream == Streams.OfAdministrators || Streams.IsOfMembers(change.Stream, out var _)) _glances.Writer.TryWrite(true);
    }

    private async Task EndIn(PartnershipId partnership, CancellationToken ct)
    {
        if (erased.All.Count == 0 || memberships.ListOf(partnership) is not { } list) return;
        foreach (var (member, roles) in list.Members)
        {
            if (roles.Count == 0 || !erased.Include(new(member))) continue;
            foreach (var role in roles) await End(partnership, new(member), role, list.Version, ct);
        }
    }

    private async Task End(PartnershipId partnership, MemberId member, HeldRole role, long version, CancellationToken ct)
    {
        string cause = string.Create(CultureInfo.InvariantCulture, $"{partnership}\n{member}\n{role.Role}\n{role.Partner}\n{version}");
        var outcome = await sender.Send(
            new(DeterministicGuid.Create(Endings, cause)), stamp => new Send<EndRole>(new(partnership, member, role.Role, role.Partner), stamp), ct);
        if (outcome is not Outcome.Done) NotEnded(role.Role, member, partnership, outcome.GetType().Name);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The roles of erased persons could not all be ended; it is tried again when somebody's role changes, and at the next start of the server")]
    private partial void Interrupted(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The role {Role} of erased member {Member} in {Partnership} could not be ended ({Reason}). End it by hand on the page of members")]
    private partial void NotEnded(Role role, MemberId member, PartnershipId partnership, string reason);
}
