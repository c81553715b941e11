using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.Words;

namespace Vuosikello.Web.History.Sentences;

/// <summary>What happened to an agreement: its text, and what the parties and time did with its versions.</summary>
public sealed class AgreementSentences(DocumentWords documents) : ISentences
{
    public SubjectKind Kind => SubjectKind.Agreement;

    public Subject SubjectOf(Telling telling) => new(
        Title(telling), Streams.IsOf(telling.Happened.Entry.Stream, out AgreementId agreement) ? $"/{agreement.Partnership}/agreements/{agreement.Slug}" : null);

    public Sentence? Of(Telling telling) => OfFields(telling) ?? OfClauses(telling) ?? OfParties(telling) ?? OfTime(telling);

    private Sentence? OfFields(Telling telling)
    {
        var (title, before) = (Title(telling), telling.Before<Agreement>()?.Draft);
        var values = new AgreementValues(telling, documents);
        return telling.Event switch
        {
            AgreementDrafted e => telling.Say(Telling.Name(e.Content.Title)).Pair(telling.Label("parties"), null, telling.Names(e.Content.Parties)),
            AgreementRetitled e => telling.Say(Telling.Name(before?.Title ?? e.Title)).Change(telling.Label("title"), before?.Title, e.Title),
            AgreementKindChosen e => telling.Say(title).Pair(telling.Label("kind"), values.Of(before?.Kind), values.Of(e.Kind)),
            AgreementPlacedUnder e => telling.Say(title).Pair(telling.Label("under"), values.Under(before?.Under), values.Under(e.Under)),
            AgreementPartiesChosen e => telling.Say(title).Pair(telling.Label("parties"), before is null ? null : telling.Names(before.Parties), telling.Names(e.Parties)),
            AgreementTermSet e => telling.Say(title).Pair(telling.Label("term"), values.Of(before?.Term), values.Of(e.Term)),
            AgreementNoticePeriodSet e => telling.Say(title).Pair(telling.Label("notice"), values.Of(before?.Notice), values.Of(e.Notice)),
            AmendmentDated e => telling.Say(title).Pair(telling.Label("amendedFrom"), values.Of(before?.AmendedFrom), values.Of(e.From)),
            AgreementRulesChosen e => telling.Say(title).Pair(telling.Label("rules"), values.Of(before?.Rules), values.Of(e.Rules)),
            AgreementCommitmentsSet e => telling.Say(title).Change(telling.Label("commitments"), values.Of(before?.Commitments), values.Of(e.Commitments)),
            AgreementAttachmentsSet e => telling.Say(title).Change(telling.Label("attachments"), AgreementValues.Of(before?.Attachments), AgreementValues.Of(e.Attachments)),
            AgreementPutInRound e => telling.Say(title).Pair(telling.Label("round"), null, documents.Round(telling, e.Round)),
            AgreementTakenOutOfRound e => telling.Say(title).Pair(telling.Label("round"), null, documents.Round(telling, e.Round)),
            _ => null,
        };
    }

    private Sentence? OfClauses(Telling telling)
    {
        var (title, clauses) = (Title(telling), telling.Before<Agreement>()?.Draft.Clauses);
        return telling.Event switch
        {
            AgreementClauseAdded e => From(telling, telling.Say(title, DocumentWords.Clause(e.Clause.Title, e.Clause.Text)).Change(telling.Label("text"), null, e.Clause.Text), e.Origin),
            AgreementClauseRetitled e => From(telling, telling.Say(title, NameOf(e.Clause)).Change(telling.Label("title"), Find(e.Clause)?.Title, e.Title), e.Origin),
            AgreementClauseReworded e => From(telling, telling.Say(title, NameOf(e.Clause)).Change(telling.Label("text"), Find(e.Clause)?.Text, e.Text), e.Origin),
            AgreementClauseMoved e => From(telling, telling.Say(title, NameOf(e.Clause)).Pair(telling.Label("after"), null, e.After is { } after ? NameOf(after) : telling.Texts.History["First"]), e.Origin),
            AgreementClauseRemoved e => From(telling, telling.Say(title, NameOf(e.Clause)).Change(telling.Label("text"), Find(e.Clause)?.Text, null), e.Origin),
            _ => null,
        };

        AgreementClause? Find(ClauseId id) => clauses?.FirstOrDefault(c => c.Id == id);
        string NameOf(ClauseId id) => Find(id) is { } clause ? DocumentWords.Clause(clause.Title, clause.Text) : "–";
    }

    private static Sentence? OfParties(Telling telling)
    {
        string title = Title(telling);
        return telling.Event switch
        {
            AgreementOffered e => telling.Say(title, e.Number).Pair(telling.Label("parties"), null, string.Join(", ", e.Parties.Select(p => Telling.Name(p.Name)))).Pair(telling.Label("hash"), null, e.Hash),
            AgreementReturnedToDraft e => telling.Say(title, e.Number),
            AgreementApproved e => telling.Say(title, e.Number, telling.Name(e.Party))
                .Pair(telling.Label("body"), null, $"{Telling.Name(e.Body)} {TimeInWords.Date(e.MetOn, Telling.Language)} {e.Section}".TrimEnd()).Pair(telling.Label("hash"), null, e.Hash),
            AgreementRefused e => telling.Say(title, e.Number, telling.Name(e.Party)).Quote(telling.Label("reason"), e.Reason),
            AgreementSigned e => telling.SayAs(telling.OwnOr(nameof(AgreementSigned), e.Party), title, e.Number, telling.Name(e.Party)).Pair(telling.Label("hash"), null, e.Hash),
            AgreementSignatureWithdrawn e => telling.Say(title, e.Number, telling.Name(e.Party)),
            AmendmentStarted => telling.Say(title),
            AmendmentDropped => telling.Say(title),
            AgreementNoticeGiven e when telling.Say(title, telling.Name(e.Party), TimeInWords.Date(e.EndsOn, Telling.Language)) is var notice =>
                // why is between the partners; that it ends, and when, is everybody's
                telling.ToMember ? notice.Quote(telling.Label("reason"), e.Reason) : notice,
            _ => null,
        };
    }

    // Time did these: whoever's clock noticed it says nothing.
    private static Sentence? OfTime(Telling telling)
    {
        string title = Title(telling);
        return telling.Event switch
        {
            AgreementCameIntoForce e => telling.Say(title, e.Number, TimeInWords.At(e.At, Telling.Language)),
            AgreementRenewed e => telling.Say(title, TimeInWords.Date(e.Until, Telling.Language)),
            AgreementTerminated e => telling.Say(title, TimeInWords.Date(e.LastDay, Telling.Language)),
            AgreementExpired e => telling.Say(title, TimeInWords.Date(e.LastDay, Telling.Language)),
            CommitmentFellDue e => FellDue(telling, title, e),
            _ => null,
        };
    }

    private static Sentence FellDue(Telling telling, string title, CommitmentFellDue e)
    {
        var commitment = telling.Before<Agreement>()?.Current?.Content.Commitments.FirstOrDefault(c => c.Id == e.Commitment);
        return telling.Say(title, Telling.Name(commitment?.What), TimeInWords.Date(e.On, Telling.Language)).Pair(telling.Label("partner"), null, commitment is null ? null : telling.Name(commitment.By));
    }

    // What the public is told happens to the text in force; its draft may have another title by then.
    private static string Title(Telling telling)
    {
        var (before, after) = (telling.Before<Agreement>(), telling.After<Agreement>());
        var inForce = Audiences.Of(telling.Event.GetType()) == Audience.Public ? after?.Current ?? before?.Current : null;
        return Telling.Name(inForce?.Content.Title ?? (after ?? before)?.Draft.Title);
    }

    private Sentence From(Telling telling, Sentence sentence, ChangeOrigin? origin) => sentence.Pair(telling.Label("origin"), null, documents.Origin(telling, origin));
}
