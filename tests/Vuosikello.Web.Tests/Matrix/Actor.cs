using Vuosikello.Accounts.Tokens;
using Vuosikello.Commands;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Web.Tests.Matrix;

/// <summary>Somebody who tries everything, with what they are according to this test, not to the program.</summary>
/// <param name="Member">Null for the public.</param>
/// <param name="For">The organisation that they act for.</param>
/// <param name="Reach">Of a token: they come with one of Kuuma instead of a session.</param>
internal sealed record Actor(string Name, string? Member, string? For, bool IsAdministrator, TokenReach? Reach, params (string Partnership, Role Role, bool IsChair)[] Roles)
{
    public const string Kuuma = "kuuma-seutu", Elsewhere = "paijat-hame";

    private const string Id = "0c5a3f10-7a51-4d0b-8a61-0000000000";

    /// <summary>Somebody with an account and nothing else; their role is ended before the test begins.</summary>
    public const string Stranger = Id + "09";

    /// <summary>One for each role, of the own and of another partner, of the own and of another partnership.</summary>
    public static IReadOnlyList<Actor> All { get; } =
    [
        new("the public", null, null, false, null),
        new("a stranger", Stranger, null, false, null),
        new("a reader", Id + "12", null, false, null, (Kuuma, Role.Reader, false)),
        new("an editor", Id + "02", "tuusula", false, null, (Kuuma, Role.Editor, false)),
        new("an editor of another partner", Id + "17", "kerava", false, null, (Kuuma, Role.Editor, false)),
        new("a signatory", Id + "15", "tuusula", false, null, (Kuuma, Role.Signatory, false)),
        new("a signatory of another partner", Id + "11", "kerava", false, null, (Kuuma, Role.Signatory, false)),
        new("a member of the steering group", Id + "10", null, false, null, (Kuuma, Role.SteeringGroupMember, false), (Elsewhere, Role.SteeringGroupMember, false)),
        new("the chair", Id + "14", null, false, null, (Kuuma, Role.SteeringGroupMember, true), (Elsewhere, Role.SteeringGroupMember, true)),
        new("the coordinator", Id + "01", null, false, null, (Kuuma, Role.Coordinator, false)),
        new("a coordinator elsewhere", Id + "04", null, false, null, (Elsewhere, Role.Coordinator, false)),
        new("the administrator", Id + "13", null, true, null),
        new("a token that reads", Id + "01", null, false, TokenReach.Read, (Kuuma, Role.Coordinator, false)),
        new("a token that plans", Id + "01", null, false, TokenReach.Plan, (Kuuma, Role.Coordinator, false)),
        new("a token that coordinates", Id + "01", null, false, TokenReach.Coordinate, (Kuuma, Role.Coordinator, false)),
    ];

    /// <summary>What lets others in or speaks for the partnership about who belongs to it: no program does it.</summary>
    private static readonly string[] ByPeopleAlone =
        ["InviteMember", "RevokeInvitation", "GrantRole", "EndRole", "RestrictPartnershipToMembers", "OpenPartnershipToAll", "MakeGuestLink"];

    /// <summary>What a need means, said once more.</summary>
    /// <param name="partner">Which organisation the command names, or whose the thing is; null for none.</param>
    public bool May(string command, Need need, string partnership, string? partner) =>
        (Reach is not { } reach || (partnership == Kuuma && WithToken(command, need, reach))) && Could(need, partnership, partner);

    /// <summary>The same for the person, whatever they come with: what is shown of a form follows from that.</summary>
    public bool Could(Need need, string partnership, string? partner)
    {
        bool own = partner is null || partner == For;
        bool runs = IsAdministrator || Holds(partnership, Role.Coordinator);
        return need switch
        {
            Need.Oneself => Member is not null,
            Need.Administrator => IsAdministrator,
            Need.Coordinator => runs,
            Need.Editor or Need.EditorOfOwn => runs || (Holds(partnership, Role.Editor) && own),
            Need.OfThePartner => runs || ((Holds(partnership, Role.Editor) || Holds(partnership, Role.Signatory)) && own),
            Need.SignatoryOfFor => Holds(partnership, Role.Signatory) && own,
            Need.EditorOrSignatoryOfFor or Need.EditorOrSignatoryOrGuestOfFor => (Holds(partnership, Role.Editor) || Holds(partnership, Role.Signatory)) && own,
            Need.Member => IsAdministrator || IsMember(partnership),
            Need.SteeringGroup => Holds(partnership, Role.SteeringGroupMember),
            Need.SteeringChair => Roles.Any(role => role.Partnership == partnership && role.IsChair),
            _ => throw new ArgumentOutOfRangeException(nameof(need), need, "This test does not say what the need means."),
        };
    }

    /// <summary>Any role there, and not with a token of elsewhere.</summary>
    public bool IsMember(string partnership) => Roles.Any(role => role.Partnership == partnership);

    /// <summary>Whether they are somebody there: signed in, or with a token of that partnership.</summary>
    public bool IsSomebody(string partnership) => Member is not null && (Reach is null || partnership == Kuuma);

    private bool Holds(string partnership, Role role) => Roles.Any(held => held.Partnership == partnership && held.Role == role);

    private static bool WithToken(string command, Need need, TokenReach reach) => need switch
    {
        Need.Editor or Need.EditorOfOwn => reach != TokenReach.Read,
        Need.Coordinator => reach == TokenReach.Coordinate && !ByPeopleAlone.Contains(command),
        _ => false,
    };
}
