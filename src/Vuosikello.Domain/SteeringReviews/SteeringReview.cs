using NodaTime;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Domain.SteeringReviews;

/// <summary>
/// The steering group's review of a span of the history, as its events made it. It says what the group saw and thought; it
/// changes nothing of what it looks at, and is no adoption. A closed one never changes again.
/// </summary>
/// <param name="Id">Its partnership and short name.</param>
/// <param name="Title">Such as <c>Syksyn 2026 katselmus</c>.</param>
/// <param name="Span">The days whose history is looked at.</param>
/// <param name="Participants">Who took part, in the order in which they were added.</param>
/// <param name="Remarks">In the order in which they were made; removed ones are left out.</param>
/// <param name="Conclusion">What the chair closed it with; null while it is open.</param>
/// <param name="LastParticipant">The highest number that a participant was given; numbers are not given again.</param>
/// <param name="LastRemark">The highest number that a remark was given; numbers are not given again.</param>
/// <param name="Version">Of the last event folded in.</param>
public sealed partial record SteeringReview(
    ReviewId Id,
    LocalText Title,
    ReviewSpan Span,
    ValueList<NumberedParticipant> Participants,
    ValueList<ReviewRemark> Remarks,
    ReviewConclusion? Conclusion,
    int LastParticipant,
    int LastRemark,
    long Version) : IState<SteeringReview>
{
    public bool IsClosed => Conclusion is not null;
}

/// <summary>Whole days in Helsinki, both ends included.</summary>
public sealed record ReviewSpan(LocalDate First, LocalDate Last)
{
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    /// <summary>The moment at which the first day begins.</summary>
    public Instant Begins() => Helsinki.AtStartOfDay(First).ToInstant();

    /// <summary>The moment at which the last day has ended; it is no longer within the span.</summary>
    public Instant Ends() => Helsinki.AtStartOfDay(Last.PlusDays(1)).ToInstant();

    public bool Contains(Instant moment) => moment >= Begins() && moment < Ends();

    /// <summary>The day in Helsinki on which a moment falls.</summary>
    internal static LocalDate DayOf(Instant moment) => moment.InZone(Helsinki).Date;
}

/// <summary>Somebody who took part: a role first, an organisation or a person second.</summary>
/// <param name="Role">Such as <c>puheenjohtaja</c>; never a person's name.</param>
/// <param name="Partner">The organisation that the person spoke for, when there is one.</param>
/// <param name="Person">The person, when known to the service.</param>
public sealed record ReviewParticipant(LocalText Role, PartnerId? Partner = null, MemberId? Person = null);

/// <summary>A participant with the number by which the review knows them, from 1.</summary>
public sealed record NumberedParticipant(int Number, ReviewParticipant Participant);

/// <summary>What somebody of the steering group remarked.</summary>
/// <param name="Number">Within the review, from 1; it is how people refer to it.</param>
/// <param name="About">What it is tied to; null when it is about the span as a whole.</param>
/// <param name="Text">What they say, in the language or languages they say it in.</param>
/// <param name="By">Who made it: the only one who may remove it.</param>
/// <param name="At">When.</param>
public sealed record ReviewRemark(int Number, RemarkSubject? About, LocalText Text, MemberId By, Instant At);

/// <summary>What the chair closed the review with.</summary>
public sealed record ReviewConclusion(LocalText Text, MemberId By, Instant At);
