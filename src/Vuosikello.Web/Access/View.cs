namespace Vuosikello.Web.Access;

/// <summary>
/// Everything that can be looked at, and every form. Pages, the API, feeds and live pages show the same views; who may see which says
/// <see cref="ViewRights"/>. Of a view that several may see, what stands in it may differ: that follows from who looks (<see cref="Live.ReaderCircle"/>).
/// </summary>
public enum View
{
    // of the server

    /// <summary>The front page, and the list of partnerships: those that its reader sees.</summary>
    Front,
    SignIn,
    SignInLink,
    DemoSignIn,
    SignOut,
    Account,
    FirstStart,
    Administration,
    Audit,
    Proof,
    Health,

    /// <summary>Scripts, styles, pictures, <c>robots.txt</c>.</summary>
    Files,
    ApiDocument,
    DevelopmentMail,

    /// <summary>The connection of live pages; each page that is opened over it is a view of its own.</summary>
    LiveConnection,

    // of a partnership, for whoever sees the partnership

    /// <summary>What it is made of.</summary>
    Partnership,

    /// <summary>The register of partners, and their cards.</summary>
    Partners,

    /// <summary>The register of what partners lend.</summary>
    Premises,
    Board,
    Wheel,
    Feed,
    Subscribing,
    Activity,
    History,
    Comparison,
    Rules,
    RulesTemplate,

    /// <summary>Agreements: everybody sees what is or was in force, the parties their drafts too.</summary>
    Agreements,
    Commitments,
    Reviews,

    // of a partnership, for its members and those in them

    /// <summary>Who changed what of an activity.</summary>
    ActivityChanges,
    RulesDraft,
    Rounds,
    Round,
    Export,
    GuestLinks,

    /// <summary>What a guest link opens: a round and one statement in it.</summary>
    Guest,
    Members,
    MemberList,
    Invitation,
    Changes,
    CalendarLinks,
    PrivateFeed,

    // forms

    NewPartner,

    /// <summary>Bringing a table into the register of partners.</summary>
    PartnerFile,

    /// <summary>The register of partners as a table, with the contacts that members see.</summary>
    PartnerTable,
    PremisesForm,
    PartnerCardForm,
    NewActivity,
    EditActivity,
    WithdrawActivity,
    ActivityFile,
    YearSetup,
    ClauseForm,
    Proposal,
    RulesHeadings,
    RulesAdoption,
    RulesStart,
    NewAgreement,
    AgreementDraft,
    AgreementSigning,
    AgreementNotice,
    RoundPlan,
    Statement,
    RoundAnswers,
    RoundChange,
    ReviewRemark,
}
