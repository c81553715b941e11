namespace Vuosikello.Domain;

public static partial class ProblemCodes
{
    /// <summary>{0} the short name, which no agreement of the partnership has.</summary>
    public const string NoSuchAgreement = "no-such-agreement";

    /// <summary>{0} the short name.</summary>
    public const string AgreementExists = "agreement-exists";

    /// <summary>{0} the short name, which is no framework agreement of the partnership.</summary>
    public const string NoSuchFramework = "no-such-framework";

    /// <summary>{0} the year, {1} the number: the working rules have no adopted version of that year, number and hash.</summary>
    public const string NoSuchRulesVersion = "no-such-rules-version";

    /// <summary>A commitment is linked to an activity that the partnership does not have. No arguments.</summary>
    public const string NoSuchActivityHere = "no-such-activity-here";

    /// <summary>The clause is not in the agreement. No arguments.</summary>
    public const string NoSuchAgreementClause = "no-such-agreement-clause";

    /// <summary>The agreement has a clause with this id already. No arguments.</summary>
    public const string AgreementClauseExists = "agreement-clause-exists";

    /// <summary>An agreement needs two parties at least. No arguments.</summary>
    public const string TooFewParties = "too-few-parties";

    /// <summary>What is open-ended cannot be renewed. No arguments.</summary>
    public const string RenewalNeedsEnd = "renewal-needs-end";

    /// <summary>{0} the party: what a commitment names is none of the agreement's.</summary>
    public const string CommitmentNotByParty = "commitment-not-by-party";

    /// <summary>{0} the day, {1} the month, which has no such day.</summary>
    public const string NoSuchDay = "no-such-day";

    /// <summary>{0} what is not a SHA-256 of 64 hexadecimal digits.</summary>
    public const string ChecksumInvalid = "checksum-invalid";

    /// <summary>The draft has neither a clause nor a version of the working rules. No arguments.</summary>
    public const string NothingAgreed = "nothing-agreed";

    /// <summary>What is open-ended or renewed by itself needs a notice period, or it could never end. No arguments.</summary>
    public const string NoticePeriodNeeded = "notice-period-needed";

    /// <summary>{0} the last day of the term, which is over.</summary>
    public const string TermIsOver = "term-is-over";

    /// <summary>{0} the round in which the agreement is commented on; until it is over, nothing changes the text.</summary>
    public const string AgreementInRound = "agreement-in-round";

    /// <summary>The text was frozen and lies before the parties: the coordinator can take it back to draft. No arguments.</summary>
    public const string AgreementIsFrozen = "agreement-is-frozen";

    /// <summary>The text was signed: it is changed by an amendment that all sign again. No arguments.</summary>
    public const string AgreementNeedsAmendment = "agreement-needs-amendment";

    /// <summary>Somebody changed the draft after the version that the coordinator read. No arguments.</summary>
    public const string TextChangedMeanwhile = "text-changed-meanwhile";

    /// <summary>No version lies before the parties now. No arguments.</summary>
    public const string NothingOffered = "nothing-offered";

    /// <summary>{0} the hash given, {1} the hash of the version that lies before the parties: the text is another than the one that was read.</summary>
    public const string HashIsAnother = "hash-is-another";

    /// <summary>{0} the partner, which is no party of the agreement.</summary>
    public const string NotAParty = "not-a-party";

    /// <summary>{0} the party that refused the version.</summary>
    public const string VersionWasRefused = "version-was-refused";

    /// <summary>{0} the parties whose bodies have not approved the version yet.</summary>
    public const string NotApprovedYet = "not-approved-yet";

    /// <summary>{0} the day of the meeting, which is still to come.</summary>
    public const string MeetingToCome = "meeting-to-come";

    /// <summary>{0} the day of the meeting, {1} the later day on which the version was laid before the parties.</summary>
    public const string MeetingBeforeOffer = "meeting-before-offer";

    /// <summary>Approvals are not corrected any more once somebody has signed. No arguments.</summary>
    public const string SigningHasBegun = "signing-has-begun";

    /// <summary>The party has signed: it withdraws its signature before it refuses. No arguments.</summary>
    public const string AlreadySigned = "already-signed";

    /// <summary>All parties have signed: nothing of it is taken back any more. No arguments.</summary>
    public const string AllHaveSigned = "all-have-signed";

    /// <summary>The agreement is not in force yet. No arguments.</summary>
    public const string AgreementNotInForce = "agreement-not-in-force";

    /// <summary>Another amendment is being made. No arguments.</summary>
    public const string AmendmentUnderWay = "amendment-under-way";

    /// <summary>{0} the first day of the amendment, {1} the last day of the agreement.</summary>
    public const string AmendmentAfterEnd = "amendment-after-end";

    /// <summary>{0} the first day of the amendment, {1} the first day of the term.</summary>
    public const string AmendmentBeforeStart = "amendment-before-start";

    /// <summary>The draft has a first day of an amendment, but nothing is in force that it could amend. No arguments.</summary>
    public const string NothingToAmend = "nothing-to-amend";

    /// <summary>{0} the last day of the agreement, which has ended.</summary>
    public const string AgreementHasEnded = "agreement-has-ended";

    /// <summary>{0} the day on which the agreement ends because of a notice that was given.</summary>
    public const string NoticeGivenAlready = "notice-given-already";

    /// <summary>The parties agreed on no notice period. No arguments.</summary>
    public const string NoNoticePeriod = "no-notice-period";
}
