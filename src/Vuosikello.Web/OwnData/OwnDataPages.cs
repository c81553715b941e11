using NodaTime;
using Vuosikello.Accounts.PersonalData;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Exports;
using Vuosikello.Projections.Memberships;

namespace Vuosikello.Web.OwnData;

/// <summary>Everything that is held on somebody, as they download it.</summary>
/// <param name="Made">When, UTC.</param>
/// <param name="Accounts">What the accounts hold, table by table.</param>
/// <param name="IsAdministrator">Of the server.</param>
/// <param name="Events">What the log has: the person's id, in what they did and in what names them.</param>
public sealed record HeldOnPerson(
    Instant Made, Guid Id, IReadOnlyDictionary<string, IReadOnlyList<HeldRow>> Accounts, bool IsAdministrator, IReadOnlyList<HeldRoleResource> Roles, IReadOnlyList<HeldEventResource> Events);

/// <summary>A role that the person holds.</summary>
public sealed record HeldRoleResource(PartnershipId Partnership, Role Role, PartnerId? Partner, bool IsChair);

/// <summary>An event with the person's id in it.</summary>
/// <param name="Type">What happened, by its stored name; eventstore/events.md describes them.</param>
/// <param name="Of">Of what: the name of the stream.</param>
/// <param name="IsYours">Whether the person did it; else it names them.</param>
/// <param name="For">The organisation for which it was done.</param>
public sealed record HeldEventResource(Guid Id, string Type, string Of, Instant At, bool IsYours, PartnerId? For);

/// <summary>Puts it together.</summary>
public sealed class OwnDataPages(WhatIsHeld held, IMembershipViews memberships, IPersonInLog log, IClock clock)
{
    /// <exception cref="Events.StoreUnavailableException">The log cannot be read now.</exception>
    public async Task<HeldOnPerson> Find(MemberId member, CancellationToken ct)
    {
        var tables = await held.On(member, ct);
        var events = await log.Of(member, ct);
        return new(
            clock.GetCurrentInstant(), member.Value, tables.ToDictionary(table => table.Name, table => table.Rows, StringComparer.Ordinal), memberships.IsAdministrator(member),
            [.. memberships.Of(member).Select(role => new HeldRoleResource(role.Partnership, role.Role, role.Partner, role.IsChair))],
            [.. events.Select(e => new HeldEventResource(e.Id, e.Type, e.Stream.Value, e.At, e.IsTheirs, e.For))]);
    }
}
