namespace Vuosikello.Commands;

/// <summary>
/// The reasons that the pipeline gives, beside those of the deciders (<see cref="Domain.ProblemCodes"/>). Each has a message in
/// Finnish, Swedish and English; the arguments are listed here in the order in which messages number them.
/// </summary>
public static class CommandProblems
{
    /// <summary>The command lacks this field, or what stands there cannot be one.</summary>
    public const string Malformed = "malformed";

    /// <summary>Nobody is signed in, or the person has no role here that may do this.</summary>
    public const string NotAllowed = "not-allowed";

    /// <summary>The server asks coordinators and administrators for a second step of signing in, and this session has shown one.</summary>
    public const string SecondStepNeeded = "second-step-needed";

    /// <summary>The person does not act for this organisation. {0} the partner's id.</summary>
    public const string NotActingFor = "not-acting-for";

    /// <summary>Only the organisation that answers for the activity, one that takes part, or the coordinator may do this.</summary>
    public const string NotOwnActivity = "not-own-activity";

    /// <summary>Only a party of the agreement, or the coordinator, may write its draft.</summary>
    public const string NotOwnAgreement = "not-own-agreement";

    /// <summary>Only the organisation itself, or the coordinator, writes and confirms its card in the register.</summary>
    public const string NotOwnCard = "not-own-card";

    /// <summary>Only the organisation that lends them, or the coordinator, says what premises are like and whether they are lent.</summary>
    public const string NotOwnPremises = "not-own-premises";

    /// <summary>Only the coordinator says what kind of organisation a partner is.</summary>
    public const string KindIsTheCoordinators = "kind-is-the-coordinators";

    /// <summary>Only the coordinator says that a change follows from a remark.</summary>
    public const string OriginIsTheCoordinators = "origin-is-the-coordinators";

    /// <summary>When all bodies have approved, only a signatory refuses for its organisation.</summary>
    public const string NotSignatory = "not-signatory";

    /// <summary>A token of the API does not reach so far, or this is for people alone.</summary>
    public const string NotByToken = "not-by-token";

    /// <summary>Only the steering group and the coordinator make a link to the steering group's calendar.</summary>
    public const string LinkNeedsSteeringGroup = "link-needs-steering-group";

    /// <summary>The store is busy or cannot be reached; the same may be sent again.</summary>
    public const string StoreAway = "store-away";

    /// <summary>The store is known to be away, and writing goes on by itself when it is back. Whether this was saved just before shows when the same is sent again.</summary>
    public const string ReadOnlyForNow = "read-only-for-now";

    /// <summary>The store cannot write until a person acts (a full disk, say); nothing is lost.</summary>
    public const string StoreNeedsHelp = "store-needs-help";

    /// <summary>Too many change the same thing at this moment; the same may be sent again.</summary>
    public const string Contended = "contended";
}
