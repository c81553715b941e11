namespace Vuosikello.Accounts.Audit;

/// <summary>A kind of thing that the audit trail keeps. What changes rights is not among them, nor that somebody was erased: these are in the log of events for ever, and are read from there.</summary>
/// <param name="Name">As it is stored: lower case, with hyphens.</param>
/// <param name="IsCounted">
/// True for what a program may do many times: one row for each clock hour says how often, so that nobody fills the database by trying.
/// </param>
public sealed record AuditKind(string Name, bool IsCounted = false)
{
    public static readonly AuditKind SignIn = new("sign-in");
    public static readonly AuditKind SignInRefused = new("sign-in-refused", IsCounted: true);
    public static readonly AuditKind SecondStepRefused = new("second-step-refused", IsCounted: true);
    /// <summary>What a coordinator or an administrator may was refused in a session with one step.</summary>
    public static readonly AuditKind SecondStepMissing = new("second-step-missing", IsCounted: true);

    public static readonly AuditKind SignOut = new("sign-out");
    public static readonly AuditKind SessionsEnded = new("sessions-ended");
    public static readonly AuditKind PasskeyAdded = new("passkey-added");
    public static readonly AuditKind PasskeyRemoved = new("passkey-removed");
    public static readonly AuditKind SecondStepOn = new("second-step-on");
    public static readonly AuditKind SecondStepOff = new("second-step-off");

    /// <summary>An administrator took away a person's passkeys and second step and ended their sessions.</summary>
    public static readonly AuditKind WaysInTakenAway = new("ways-in-taken-away");

    /// <summary>An identity at a provider of sign-ins opens the account from now on.</summary>
    public static readonly AuditKind ProviderLinked = new("provider-linked");
    public static readonly AuditKind ProviderUnlinked = new("provider-unlinked");

    /// <summary>Somebody who had none got an account, by an invitation or by a provider.</summary>
    public static readonly AuditKind AccountMade = new("account-made");
    public static readonly AuditKind DetailsChanged = new("details-changed");

    /// <summary>Data left the server as a file: an export, a document, a list.</summary>
    public static readonly AuditKind Export = new("export", IsCounted: true);

    /// <summary>Somebody looked at what is held on themself, or downloaded it.</summary>
    public static readonly AuditKind OwnData = new("own-data");

    public static readonly AuditKind TokenMade = new("token-made");
    public static readonly AuditKind TokenRevoked = new("token-revoked");
    public static readonly AuditKind TokenUsed = new("token-used", IsCounted: true);
    public static readonly AuditKind TokenRefused = new("token-refused", IsCounted: true);
    public static readonly AuditKind GuestLinkUsed = new("guest-link-used", IsCounted: true);
    public static readonly AuditKind Import = new("import");

    /// <summary>Somebody said who holds a role on a partner's card, or that nobody does.</summary>
    public static readonly AuditKind ContactPersonChanged = new("contact-person-changed");

    /// <summary>All of them, in the order in which a person chooses among them.</summary>
    public static IReadOnlyList<AuditKind> All { get; } =
    [
        SignIn, SignInRefused, SecondStepRefused, SecondStepMissing, SignOut, SessionsEnded, AccountMade, PasskeyAdded, PasskeyRemoved, SecondStepOn, SecondStepOff, ProviderLinked, ProviderUnlinked,
        WaysInTakenAway, DetailsChanged, Export, OwnData, Import, ContactPersonChanged, TokenMade, TokenRevoked, TokenUsed, TokenRefused, GuestLinkUsed,
    ];
}
