using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Web.Agreements;

namespace Vuosikello.Web.Rounds;

/// <summary>Where the pages of comment rounds are.</summary>
public static class RoundAddresses
{
    public static string All(PartnershipId partnership) => $"/{partnership}/rounds";
    public static string New(PartnershipId partnership) => $"/{partnership}/rounds/new";
    public static string Of(RoundId round) => $"/{round.Partnership}/rounds/{round.Slug}";
    public static string Plan(RoundId round) => $"{Of(round)}/plan";
    public static string Statement(RoundId round) => $"{Of(round)}/statement";
    public static string Answers(RoundId round) => $"{Of(round)}/answers";
    public static string Summary(RoundId round) => $"{Of(round)}/summary";
    public static string Pdf(RoundId round) => $"{Of(round)}/summary.pdf";

    /// <summary>The page of a document that a round is on, as it is now.</summary>
    public static string Of(DocumentName document, PartnershipId partnership) => document.Kind switch
    {
        DocumentKind.Agreement => AgreementAddresses.Of(document.Agreement(partnership)),
        DocumentKind.AnnualCycle => $"/{partnership}/{document.Id.Split('-')[^1]}",
        _ => $"/{partnership}/rules",
    };

    /// <summary>Stands for the remark on the whole where a clause's id would stand.</summary>
    public const string Whole = "general";

    /// <summary>The name of a remark within a page of its round.</summary>
    public static string Anchor(PartnerId partner, ClauseId? clause) => $"r-{partner}-{(clause is { } id ? id.ToString() : Whole)}";
}
