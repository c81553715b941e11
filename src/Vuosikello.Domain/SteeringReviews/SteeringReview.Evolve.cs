namespace Vuosikello.Domain.SteeringReviews;

public sealed partial record SteeringReview
{
    /// <inheritdoc />
    public static SteeringReview? Evolve(SteeringReview? state, Fact fact) => state is null
        ? fact.Event is ReviewOpened e ? new(e.Review, e.Title, e.Span, [], [], null, 0, 0, fact.Version) : null
        : state.After(fact.Event, fact.Stamp) with { Version = fact.Version };

    private SteeringReview After(IEvent happened, Stamp stamp) => happened switch
    {
        ReviewParticipantAdded e => this with { Participants = [.. Participants, new(e.Number, e.Participant)], LastParticipant = e.Number },
        ReviewParticipantRemoved e => this with { Participants = Participants.Where(p => p.Number != e.Number).ToValueList() },
        ReviewRemarkAdded e => this with { Remarks = [.. Remarks, new(e.Number, e.About, e.Text, stamp.By, stamp.At)], LastRemark = e.Number },
        ReviewRemarkRemoved e => this with { Remarks = Remarks.Where(r => r.Number != e.Number).ToValueList() },
        ReviewClosed e => this with { Conclusion = new(e.Conclusion, stamp.By, stamp.At) },
        _ => this,
    };
}
