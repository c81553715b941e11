using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.Rules;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Rules;
using Vuosikello.Projections.SteeringReviews;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Partners;
using Vuosikello.Web.Resources;
using Vuosikello.Web.Reviews;
using Vuosikello.Web.Rounds;

namespace Vuosikello.Web.Home;

/// <summary>Which rounds, agreements, rules and reviews of a partnership wait for a member.</summary>
public sealed class WaitingDocuments(
    IPartnershipViews partnerships, IRoundViews rounds, IAgreementViews agreements, IRulesViews rules, IReviewViews reviews, Texts texts, IClock clock)
{
    /// <param name="partnership">Which.</param>
    /// <param name="standing">What the member is there.</param>
    /// <param name="member">Who.</param>
    public IEnumerable<Waiting> Of(PartnershipId partnership, Standing standing, MemberId member) =>
    [
        .. rounds.Of(partnership).Select(view => Statement(view.State, standing)).OfType<Waiting>(),
        .. agreements.Of(partnership).Select(view => Agreed(view.State, standing)).OfType<Waiting>(),
        .. Card(partnership, standing) is { } card ? new[] { card } : [],
        .. May<AnswerRemark>(standing) ? rounds.Of(partnership).Select(view => Remarks(view.State)).OfType<Waiting>() : [],
        .. May<TakeProposal>(standing) && Proposals(partnership) is { } proposals ? new[] { proposals } : [],
        .. reviews.Of(partnership).Where(view => !view.State.IsClosed && view.State.Participants.Any(p => p.Participant.Person == member))
            .Select(view => new Waiting(texts.Waiting["Review"], view.State.Title, ReviewAddresses.Of(view.State.Id))),
    ];

    private Waiting? Statement(CommentRound round, Standing standing) => WaitsForPartner.Statement(round, standing, clock.GetCurrentInstant()) is { } until
        ? new(texts.Waiting["Statement", RoundWords.At(until)], round.Plan.Title, RoundAddresses.Statement(round.Id), until) : null;

    private Waiting? Agreed(Agreement agreement, Standing standing) => WaitsForPartner.Consent(agreement, standing) is { } consent
        ? new(texts.Waiting[consent.ToString()], agreement.Open!.Content.Title, AgreementAddresses.Sign(agreement.Id)) : null;

    /// <summary>Remarks without an answer that can be answered: their document has not been adopted since, and nobody may replace them any more.</summary>
    private Waiting? Remarks(CommentRound round)
    {
        if (round.Phase != RoundPhase.Closed) return null;
        var (now, answered) = (clock.GetCurrentInstant(), round.Answers.Select(a => (a.Partner, a.Clause)).ToHashSet());
        var open = round.Documents.Where(document => !IsAdoptedSince(document, round)).SelectMany(document => document.Clauses).Select(clause => clause.Id).ToHashSet();
        if (open.Count == 0) return null;
        int count = 0;
        foreach (var statement in round.Statements)
        {
            if (statement.Sent is not { } sent || round.TakesStatementOf(statement.Partner, now)) continue;
            if (!sent.General.IsEmpty && !answered.Contains((statement.Partner, null))) count++;
            count += sent.Stands.Count(stand => !stand.Text.IsEmpty && open.Contains(stand.Clause) && !answered.Contains((statement.Partner, stand.Clause)));
        }
        return count == 0 ? null : new(texts.Waiting["Remarks"], round.Plan.Title, $"{RoundAddresses.Answers(round.Id)}?show=open", Count: count);
    }

    private bool IsAdoptedSince(FrozenDocument document, CommentRound round) => round.OpenedAt is { } opened && document.Kind switch
    {
        DocumentKind.WorkingRules => rules.Find(round.Id.Partnership)?.State.IsAdoptedSince(opened) == true,
        DocumentKind.Agreement => agreements.Find(DocumentName.Of(document).Agreement(round.Id.Partnership))?.State.IsApprovedSince(opened) == true,
        _ => partnerships.Find(round.Id.Partnership)?.Years.FirstOrDefault(y => y.Year == round.Plan.Subject.Year)?.State.IsAdopted == true,
    };

    private Waiting? Proposals(PartnershipId partnership) => rules.Find(partnership)?.State.Proposals.Count(p => p.IsOpen) is > 0 and var count
        ? new(texts.Waiting["Proposals"], WorkingRules.Name, $"/{partnership}/rules/draft", Count: count) : null;

    /// <summary>The own organisation's card, when it was asked about and nobody has confirmed it since.</summary>
    private Waiting? Card(PartnershipId partnership, Standing standing)
    {
        if (standing.For is not { } own || partnerships.Find(partnership)?.State is not { } state || !state.Partners.TryGetValue(own.Value, out var card)) return null;
        bool waits = state.Cards[own.Value] is { AskedOn: not null } dates && dates.IsStale(CardDates.DayOf(clock.GetCurrentInstant()));
        return waits && Rights.Check(typeof(ConfirmPartnerCard), standing, own) is null ? new(texts.Waiting["Card"], card.Name, PartnerAddresses.Of(partnership, own)) : null;
    }

    private static bool May<TCommand>(Standing standing) where TCommand : ICommand => Rights.Check(typeof(TCommand), standing) is null;
}
