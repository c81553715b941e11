using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Words;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Rounds;

/// <summary>Rounds, documents, clauses and stands as the reader's language calls them.</summary>
public sealed class RoundWords(Texts texts, AgreementWords agreementWords, IAgreementViews agreements, IPartnershipViews partnerships)
{
    private static string Language => LanguageSetup.Current;

    public string Of(RoundPhase phase) => texts.Round[$"Phase.{phase}"];
    public string Of(Stance stance) => texts.Round[$"Stance.{stance}"];
    public string Of(AnswerKind kind) => texts.Round[$"Answer.{kind}"];

    /// <summary>What a document is called.</summary>
    public LocalText Of(FrozenDocument document) => document.Title.IsEmpty ? new LocalText(texts.Round[$"Kind.{document.Kind}"]) : document.Title;

    /// <summary>What a document is called before it has been frozen: an agreement by its draft's title, the year by its number.</summary>
    public string Of(DocumentName document, PartnershipId partnership)
    {
        string kind = texts.Round[$"Kind.{document.Kind}"];
        return document.Kind switch
        {
            DocumentKind.Agreement => agreements.Find(document.Agreement(partnership)) is { State.Draft.Title: { IsEmpty: false } title } ? title.In(Language) : kind,
            DocumentKind.AnnualCycle => $"{kind} {document.Id.Split('-')[^1]}",
            _ => kind,
        };
    }

    /// <summary>What a clause is called: its number and title, or what it begins with.</summary>
    public string Of(FrozenClause clause)
    {
        string title = clause.Title.In(Language);
        if (clause.Number.Length > 0) return title.Length > 0 ? $"{clause.Number} {title}" : $"{clause.Number} {Beginning(clause.Text)}";
        return title.Length > 0 ? title : Beginning(clause.Text);
    }

    /// <summary>When an activity takes place; of a commitment who does it and by when; empty of anything else.</summary>
    public string When(FrozenClause clause, PartnershipId partnership) => clause switch
    {
        { Time: { } time } => TimeInWords.Of(time, Language, withYear: true),
        { Commitment: { } commitment } => texts.Round["Commitment", Name(commitment.By, partnership), agreementWords.Of(commitment.Due)],
        _ => "",
    };

    /// <summary>Which text was commented on, so that it is found again years later.</summary>
    public string VersionOf(FrozenDocument document) => texts.Round["FrozenVersion", Of(document).In(Language), document.Version, document.Hash];

    /// <summary>How many of those who were asked have stated; the same words wherever it is told.</summary>
    public string Stated(CommentRound round) => texts.Round["StatedOf", round.StatedCount, round.Plan.Invited.Count];

    private string Name(PartnerId partner, PartnershipId partnership) => (partnerships.Find(partnership)?.State.NameOf(partner) ?? new LocalText(partner.Value)).In(Language);

    public static string At(Instant moment) => TimeInWords.At(moment, Language);

    /// <summary>How much is commented on: <c>14 sopimusta, 500 toimintoa</c>.</summary>
    public string Size(CommentRound round) => texts.Round["Size", round.Documents.Count, round.Documents.Sum(d => d.Clauses.Count)];

    private static string Beginning(LocalText text)
    {
        const int most = 60;
        string said = text.In(Language).ReplaceLineEndings(" ");
        if (said.Length <= most) return said;
        int end = said.LastIndexOf(' ', most);
        return $"{said[..(end > 20 ? end : most)]}…";
    }
}
