using NodaTime;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>What a round asks, whom, and when.</summary>
/// <param name="Title">What the round is called.</param>
/// <param name="Introduction">What the invited are asked to look at; may be empty.</param>
/// <param name="Subject">What is commented on.</param>
/// <param name="Invited">The partners that are asked, each once.</param>
/// <param name="Opens">From this instant on, UTC; pages show Helsinki time.</param>
/// <param name="Closes">Until this instant, which itself is outside, UTC.</param>
/// <param name="RemindBefore">Days before the closing's day in Helsinki, 1 to 60; see <see cref="RoundMoments"/>.</param>
public sealed record RoundPlan(
    LocalText Title,
    LocalText Introduction,
    RoundSubject Subject,
    ValueList<PartnerId> Invited,
    Instant Opens,
    Instant Closes,
    ValueList<int> RemindBefore);

/// <summary>What a round is on: one document, or several of them as a package.</summary>
/// <param name="Rules">The partnership's working rules.</param>
/// <param name="Agreements">Agreements of the partnership, each once.</param>
/// <param name="Year">The annual cycle of this year with its activities.</param>
public sealed record RoundSubject(bool Rules, ValueList<AgreementId> Agreements, int? Year)
{
    /// <summary>True when there is nothing to comment on.</summary>
    public bool IsNothing() => !Rules && Agreements.Count == 0 && Year is null;

    /// <summary>The year's annual cycle; null when the round is not on a year.</summary>
    public CycleId? Cycle(PartnershipId partnership) => Year is { } year ? new CycleId(partnership, year) : null;

    /// <summary>The documents that are meant, in the order in which they are read.</summary>
    public IEnumerable<DocumentName> Documents(PartnershipId partnership) =>
    [
        .. Rules ? new[] { DocumentName.OfRules(partnership) } : [],
        .. Agreements.Select(DocumentName.Of),
        .. Cycle(partnership) is { } cycle ? new[] { DocumentName.Of(cycle) } : [],
    ];
}
