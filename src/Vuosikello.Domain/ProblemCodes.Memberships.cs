namespace Vuosikello.Domain;

public static partial class ProblemCodes
{
    /// <summary>There is no such invitation, it was taken back, or its secret is another one: nobody is told which. No arguments.</summary>
    public const string NoSuchInvitation = "no-such-invitation";

    /// <summary>An invitation with this id was made already, and otherwise than this one is to be. No arguments.</summary>
    public const string InvitationExists = "invitation-exists";

    /// <summary>Somebody has taken the invitation. No arguments.</summary>
    public const string InvitationIsUsed = "invitation-is-used";

    /// <summary>The invitation was not taken in time. No arguments.</summary>
    public const string InvitationHasExpired = "invitation-has-expired";

    /// <summary>The organisation that the invitation is for has left the partnership. {0} the partner.</summary>
    public const string InvitingPartnerLeft = "inviting-partner-left";

    /// <summary>An invitation ends in the future, and not too late. {0} the most days from now.</summary>
    public const string InvitationExpiryOutOfRange = "invitation-expiry-out-of-range";

    /// <summary>The person never held a role in the partnership. No arguments.</summary>
    public const string NoSuchMember = "no-such-member";

    /// <summary>An editor and a signatory act for an organisation: it has to be said for which. No arguments.</summary>
    public const string RoleNeedsPartner = "role-needs-partner";

    /// <summary>The role is for the partnership, for no one organisation. No arguments.</summary>
    public const string RoleHasNoPartner = "role-has-no-partner";

    /// <summary>Only the steering group has a chair. No arguments.</summary>
    public const string ChairIsOfSteeringGroup = "chair-is-of-steering-group";

    /// <summary>An administrator is one of the server, and made by another administrator, in no partnership. No arguments.</summary>
    public const string AdministratorIsOfServer = "administrator-is-of-server";

    /// <summary>The last administrator of the server cannot go. No arguments.</summary>
    public const string LastAdministrator = "last-administrator";
}
