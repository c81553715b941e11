using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands;

/// <summary>What the person behind a stamp is in a partnership.</summary>
/// <param name="IsAdministrator">Of the server.</param>
/// <param name="IsCoordinator">Of the partnership.</param>
/// <param name="IsEditorOfFor">An editor of the very organisation that the stamp says.</param>
/// <param name="IsEditor">An editor of some organisation.</param>
/// <param name="For">The organisation that the stamp says.</param>
public readonly record struct Standing(bool IsAdministrator, bool IsCoordinator, bool IsEditorOfFor, bool IsEditor, PartnerId? For)
{
    /// <summary>Anything at all in the partnership.</summary>
    public bool IsMember { get; init; }

    /// <summary>A signatory of the very organisation that the stamp says.</summary>
    public bool IsSignatoryOfFor { get; init; }

    /// <summary>Came by a guest link that was made for the very organisation that the stamp says: may give its statement, and nothing else.</summary>
    public bool IsGuestOfFor { get; init; }

    /// <summary>In the steering group, as its chair or otherwise.</summary>
    public bool IsInSteeringGroup { get; init; }

    public bool IsSteeringChair { get; init; }

    /// <summary>The server itself: an import, a process.</summary>
    public bool IsSystem { get; init; }

    /// <summary>As the pipeline finds it.</summary>
    public static async ValueTask<Standing> Of(Stamp stamp, PartnershipId partnership, IMemberships memberships, CancellationToken ct) =>
        Of(stamp.By, stamp.For, partnership, stamp.By == SystemMember.Id ? [] : await memberships.Of(stamp.By, partnership, ct));

    /// <summary>What follows from memberships that have been looked up.</summary>
    /// <param name="by">Whose they are.</param>
    /// <param name="actingFor">The organisation that the person acts for.</param>
    public static Standing Of(MemberId by, PartnerId? actingFor, PartnershipId partnership, IReadOnlyList<Membership> memberships)
    {
        if (by == SystemMember.Id) return System(actingFor);
        var standing = new Standing(false, false, false, false, actingFor);
        foreach (var membership in memberships) standing = standing.With(membership, partnership);
        return standing;
    }

    /// <summary>Of a command to the server itself: nobody acts for an organisation there, whichever they otherwise act for.</summary>
    public static async ValueTask<Standing> OfServer(Stamp stamp, IMemberships memberships, CancellationToken ct) =>
        stamp.By == SystemMember.Id ? System(null) : new Standing(await memberships.IsAdministrator(stamp.By, ct), false, false, false, null);

    /// <summary>Of whoever came by a guest link in force.</summary>
    public static Standing OfGuest(PartnerId partner) => new(false, false, false, false, partner) { IsGuestOfFor = true };

    private static Standing System(PartnerId? actingFor) => new(true, false, false, false, actingFor) { IsSystem = true };

    private Standing With(Membership membership, PartnershipId partnership)
    {
        if (membership.Role == Role.Administrator) return this with { IsAdministrator = true };
        if (membership.Partnership != partnership) return this;
        bool ofFor = membership.Partner is not null && membership.Partner == For;
        var member = this with { IsMember = true };
        return membership.Role switch
        {
            Role.Coordinator => member with { IsCoordinator = true },
            Role.Editor when membership.Partner is not null => member with { IsEditor = true, IsEditorOfFor = IsEditorOfFor || ofFor },
            Role.Signatory => member with { IsSignatoryOfFor = IsSignatoryOfFor || ofFor },
            Role.SteeringGroupMember => member with { IsInSteeringGroup = true, IsSteeringChair = IsSteeringChair || membership.IsChair },
            _ => member,
        };
    }
}
