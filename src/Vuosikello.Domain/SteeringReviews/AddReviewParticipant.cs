using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.SteeringReviews;

/// <summary>Says that somebody took part in the review.</summary>
public sealed record AddReviewParticipant(ReviewId Review, ReviewParticipant Participant) : IReviewCommand;

/// <summary>Says that they did not take part after all.</summary>
/// <param name="Review">Which one.</param>
/// <param name="Number">The participant's number within the review.</param>
public sealed record RemoveReviewParticipant(ReviewId Review, int Number) : IReviewCommand;

public static partial class SteeringReviewDecider
{
    private static Decision Add(SteeringReview state, AddReviewParticipant command, Partnership partnership)
    {
        var participant = command.Participant;
        if (state.Participants.Any(p => p.Participant == participant)) return Decision.Accept();
        IEnumerable<Problem> problems =
        [
            .. Texts.Required(participant.Role, "participant", Texts.NameLimit),
            .. participant.Partner is { } partner && !partnership.Partners.ContainsKey(partner.Value ?? "")
                ? new[] { new Problem(ProblemCodes.NoSuchPartner, "participant", [partner.Value ?? ""]) } : [],
            .. TooMany(state.Participants.Count + 1, ParticipantLimit, "participant"),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new ReviewParticipantAdded(state.LastParticipant + 1, participant)));
    }

    private static Decision Remove(SteeringReview state, RemoveReviewParticipant command)
    {
        if (state.Participants.Any(p => p.Number == command.Number)) return Decision.Accept(new ReviewParticipantRemoved(command.Number));
        return command.Number >= 1 && command.Number <= state.LastParticipant
            ? Decision.Accept()
            : Decision.Refuse(new Problem(ProblemCodes.NoSuchReviewParticipant, "number", [Texts.Iso(command.Number)]));
    }
}
