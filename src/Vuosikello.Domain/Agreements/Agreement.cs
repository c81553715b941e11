using NodaTime;

namespace Vuosikello.Domain.Agreements;

/// <summary>
/// What parties agree on, as its events made it: the text that is being written, the versions that were frozen of it, and
/// how the one in force stands.
/// </summary>
/// <param name="Draft">The text that is being written; otherwise that of the last version.</param>
/// <param name="Drafting">Whether it is being written: at the beginning, and while an amendment is.</param>
/// <param name="Round">The round in which the draft is commented on.</param>
/// <param name="Versions">All that were frozen, also those that came to nothing, by number from 1.</param>
/// <param name="Standing">Whether a version is or was in force.</param>
/// <param name="InForce">The number of the version that is, or was last, in force.</param>
/// <param name="Until">The last day of the agreement in force, renewals included; null when it is open-ended. A notice may end it earlier.</param>
/// <param name="Renewals">How often the version in force was renewed.</param>
/// <param name="CommitmentsFrom">The day from which commitments of the version in force fall due.</param>
/// <param name="Notice">The notice that was given.</param>
/// <param name="FellDue">Of each commitment the last day on which it fell due.</param>
/// <param name="DraftSince">When another text was last put in the draft's place as a whole: the first one, or by beginning or dropping an amendment.</param>
/// <param name="Touched">The last change of each field, of each clause's title, text and place.</param>
public sealed partial record Agreement(
    AgreementId Id,
    AgreementContent Draft,
    bool Drafting,
    RoundId? Round,
    ValueList<AgreementVersion> Versions,
    AgreementStanding Standing,
    int? InForce,
    LocalDate? Until,
    int Renewals,
    LocalDate? CommitmentsFrom,
    Notice? Notice,
    ValueList<CommitmentDay> FellDue,
    Touch DraftSince,
    ValueList<FieldTouch> Touched,
    long Version) : IState<Agreement>
{
    /// <summary>The version that lies before the parties, or was signed by all and waits for its first day; null when there is none.</summary>
    public AgreementVersion? Open => Versions.Count > 0 && Versions[^1].Status == VersionStatus.Open ? Versions[^1] : null;

    /// <summary>The version in force; after the end of the agreement the one that was in force last; null before the first.</summary>
    public AgreementVersion? Current => InForce is { } number ? Versions[number - 1] : null;

    /// <summary>How far the version is that is being made; <see cref="AgreementStage.Settled"/> when none is.</summary>
    public AgreementStage Stage =>
        Open is { } open ? open.Stage
        : Round is not null ? AgreementStage.InCommentRound
        : Drafting ? AgreementStage.Draft
        : AgreementStage.Settled;

    /// <summary>Whether this is an agreement of the partner's: it is a party of the text that is being written, or of some version that was laid before the parties.</summary>
    public bool IsOf(PartnerId partner) => Draft.Parties.Contains(partner) || Versions.Any(version => version.Content.Parties.Contains(partner));

    /// <summary>Whether a version that was offered at this instant or later has been approved by all; what is signed is settled, what was taken back is not.</summary>
    public bool IsApprovedSince(Instant at) => Versions.Any(v => v.Offered.At >= at && v.IsApprovedByAll && v.Status != VersionStatus.TakenBack);

    /// <summary>The last day, by notice or by the term; null when there is none yet.</summary>
    public LocalDate? LastDay => Notice?.EndsOn ?? Until;

    /// <summary>The last change of any of some fields of the draft, named as in <see cref="AgreementFields"/>: what a form of theirs is based on.</summary>
    public Touch LastTouch(params ReadOnlySpan<string> fields)
    {
        var last = DraftSince;
        foreach (var touch in Touched)
            if (touch.Version > last.Version && fields.Contains(touch.Field)) last = new(touch.Version, touch.Stamp);
        return last;
    }

    /// <summary>The last change of a clause: its title, its text, its place, whether it is there.</summary>
    public Touch LastTouch(ClauseId clause) => LastTouch(
        AgreementFields.ClauseTitle(clause), AgreementFields.ClauseText(clause), AgreementFields.ClausePlace(clause), AgreementFields.Clause(clause));

    /// <summary>The version with this hash, whatever became of it.</summary>
    public AgreementVersion? VersionWith(string hash) => Versions.FirstOrDefault(version => version.Hash == hash);
}

/// <summary>A version on its way: draft → in comment round → offered → approved by all → signed by all → settled (in force).</summary>
public enum AgreementStage
{
    Draft,
    InCommentRound,
    Offered,
    Approved,
    Refused,
    Signed,
    Settled,
}

/// <summary>What has become of the agreement as a whole.</summary>
public enum AgreementStanding
{
    NotYet,
    InForce,
    Terminated,
    Expired,
}

/// <summary>A text that was frozen. Nothing of it changes; what is added is what the parties did about it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">The canonical text.</param>
/// <param name="Hash">Its SHA-256.</param>
/// <param name="Consenting">Whose bodies approve it and whose signatories sign it: its parties, and those of the version that it replaces, whom it may leave out.</param>
/// <param name="Offered">Who froze it, when.</param>
/// <param name="InForceFrom">When it came into force.</param>
public sealed record AgreementVersion(
    int Number,
    AgreementContent Content,
    ValueList<NamedParty> Parties,
    string Text,
    string Hash,
    ValueList<PartnerId> Consenting,
    Stamp Offered,
    VersionStatus Status,
    ValueList<Approval> Approvals,
    ValueList<Signature> Signatures,
    Refusal? Refusal,
    Instant? InForceFrom)
{
    public bool IsApprovedByAll => Consenting.All(party => Approvals.Any(approval => approval.Party == party));
    public bool IsSignedByAll => Consenting.All(party => Signatures.Any(signature => signature.Party == party));

    /// <summary>The day, in Helsinki, on which it comes into force once all have signed; it may have gone by.</summary>
    public LocalDate FirstDay() => Content.AmendedFrom ?? Content.Term.From;

    /// <summary>How far it has come while it is open.</summary>
    public AgreementStage Stage =>
        Refusal is not null ? AgreementStage.Refused
        : !IsApprovedByAll ? AgreementStage.Offered
        : IsSignedByAll ? AgreementStage.Signed
        : AgreementStage.Approved;
}

public enum VersionStatus
{
    /// <summary>Before the parties, or signed by all and waiting for its first day.</summary>
    Open,

    /// <summary>It came to nothing: the coordinator took it back.</summary>
    TakenBack,

    InForce,

    /// <summary>A later version took its place.</summary>
    Replaced,

    /// <summary>It was in force when the agreement ended.</summary>
    Ended,
}

/// <summary>A party's body approved: which, at which meeting, in which section of its minutes.</summary>
public sealed record Approval(PartnerId Party, string Hash, LocalText Body, LocalDate MetOn, string Section, Stamp Stamp);

/// <summary>A signatory signed for a party: who and when is in the stamp.</summary>
public sealed record Signature(PartnerId Party, string Hash, Stamp Stamp);

/// <summary>A party refused, for this reason.</summary>
public sealed record Refusal(PartnerId Party, string Hash, LocalText Reason, Stamp Stamp);

/// <summary>A party gave notice.</summary>
/// <param name="EndsOn">The last day of the agreement.</param>
public sealed record Notice(PartnerId Party, LocalText Reason, LocalDate GivenOn, LocalDate EndsOn, Stamp Stamp);

/// <summary>A day on which a commitment falls or fell due.</summary>
public sealed record CommitmentDay(CommitmentId Commitment, LocalDate On);

/// <summary>The last change of one field, named as in <see cref="AgreementFields"/>.</summary>
public sealed record FieldTouch(string Field, long Version, Stamp Stamp);

/// <summary>The names of an agreement's fields as edits, clashes, the API and the pages use them.</summary>
public static class AgreementFields
{
    public const string Title = "title";
    public const string Kind = "kind";
    public const string Under = "under";
    public const string Parties = "parties";
    public const string Term = "term";
    public const string Notice = "notice";
    public const string AmendedFrom = "amendedFrom";
    public const string Rules = "rules";
    public const string Commitments = "commitments";
    public const string Attachments = "attachments";

    public static string ClauseTitle(ClauseId clause) => $"clauses/{clause}/title";
    public static string ClauseText(ClauseId clause) => $"clauses/{clause}/text";
    public static string ClausePlace(ClauseId clause) => $"clauses/{clause}/place";

    /// <summary>Whether the clause is there at all: touched by its removal.</summary>
    public static string Clause(ClauseId clause) => $"clauses/{clause}";
}
