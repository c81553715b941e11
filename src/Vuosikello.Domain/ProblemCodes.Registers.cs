namespace Vuosikello.Domain;

public static partial class ProblemCodes
{
    /// <summary>{0} what was given as a business id: its form or its check digit is wrong.</summary>
    public const string BusinessIdInvalid = "business-id-invalid";

    /// <summary>{0} what was given as a register number.</summary>
    public const string RegisterNumberInvalid = "register-number-invalid";

    /// <summary>{0} the organisation's short name: a member on its card holds no role for it.</summary>
    public const string ContactHoldsNoRole = "contact-holds-no-role";

    /// <summary>A member is a contact for members only.</summary>
    public const string MemberContactNotPublic = "member-contact-not-public";

    /// <summary>{0} the short name of the premises.</summary>
    public const string PremisesExist = "premises-exist";

    /// <summary>{0} the short name of the premises.</summary>
    public const string NoSuchPremises = "no-such-premises";
}
