using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Domain.Tests.Activities;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.SteeringReviews;

/// <summary>A review is never an adoption: what holds for random commands in random order.</summary>
public sealed class Whatever_a_review_does
{
    private static readonly ReviewId Id = new(Samples.PartnershipId, "kevat-2026");

    private static Gen<LocalText> Text { get; } = Gen.Elements("", "Hyvä.", "\a", new string('x', 20_001)).Select(t => new LocalText(t));

    private static Gen<RemarkSubject?> Subject { get; } =
        from kind in Gen.Elements(Enum.GetValues<SubjectKind>())
        from number in Gen.Choose(-1, 3)
        from version in Gen.Elements(null, "2026.1")
        select number < 0 && version is null ? null : new RemarkSubject(kind, "kuuma-seutu", number < 0 ? null : number, version);

    private static Gen<IReviewCommand> Command { get; } = Gen.OneOf(
        from first in Gen.Choose(1, 28)
        from last in Gen.Choose(1, 28)
        from title in Text
        select (IReviewCommand)new OpenReview(Id, title, new(new LocalDate(2026, 2, first), new LocalDate(2026, 2, last))),
        from role in Text
        select (IReviewCommand)new AddReviewParticipant(Id, new(role)),
        from number in Gen.Choose(0, 3)
        select (IReviewCommand)new RemoveReviewParticipant(Id, number),
        from about in Subject
        from text in Text
        select (IReviewCommand)new AddReviewRemark(Id, about, text),
        from number in Gen.Choose(0, 3)
        select (IReviewCommand)new RemoveReviewRemark(Id, number),
        from text in Text
        select (IReviewCommand)new CloseReview(Id, text));

    private static readonly Arbitrary<List<(IReviewCommand Command, bool ByCoordinator)>> Histories =
        (from command in Command from first in Gen.Elements(true, false) select (command, first)).ListOf().Select(l => l.ToList()).ToArbitrary();

    private static void Always(Func<SteeringReview?, ValueList<IEvent>, SteeringReview?, bool> holds) => Prop.ForAll(Histories, history =>
    {
        SteeringReview? state = null;
        foreach (var (command, byCoordinator) in history)
        {
            var stamp = byCoordinator ? Stamps.Coordinator : Stamps.Editor;
            stamp = stamp with { At = Instant.FromUtc(2026, 2, 20, 0, 0) };
            var decision = SteeringReviewDecider.Decide(state, command, new(Samples.Partnership, new(stamp.At)), stamp);
            var events = decision is Decision.Accepted accepted ? accepted.Events : [];
            var after = events.Aggregate(state, (s, e) => SteeringReview.Evolve(s, new Fact(e, (s?.Version ?? -1) + 1, stamp)));
            if (!holds(state, events, after)) return false;
            state = after;
        }
        return true;
    }).Check(ActivityGenerators.Thoroughly);

    [Fact]
    public void Its_events_are_of_reviews_alone() =>
        Always((_, events, _) => events.All(e => e.GetType().Namespace == typeof(ReviewOpened).Namespace));

    [Fact]
    public void Nothing_follows_a_closing() => Always((before, events, after) => before is not { IsClosed: true } || (events.Count == 0 && after == before));

    [Fact]
    public void Numbers_are_given_once() => Always((_, _, after) => after is null
        || (after.Remarks.Select(r => r.Number).Distinct().Count() == after.Remarks.Count
            && after.Participants.Select(p => p.Number).Distinct().Count() == after.Participants.Count));
}
