using Vuosikello.Domain;
using Vuosikello.Domain.Documents;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.CommentRounds;

namespace Vuosikello.Web.History.Sentences;

/// <summary>What clauses, agreements and rounds are called where another thing's history names them.</summary>
public sealed class DocumentWords(IAgreementViews agreements, IRoundViews rounds)
{
    /// <summary>A clause by its title, or by how it begins where it has none.</summary>
    public static string Clause(LocalText? title, LocalText? text) => Telling.Name(title is { IsEmpty: false } ? title : text);

    public string Round(RoundId round) => Telling.Name(rounds.Find(round)?.State.Plan.Title ?? new LocalText(round.Slug));

    public string Agreement(AgreementId agreement) => Telling.Name(agreements.Find(agreement)?.State.Draft.Title ?? new LocalText(agreement.Slug));

    /// <summary>Why a text was changed: a proposal or a remark; null when neither is the reason.</summary>
    public string? Origin(Telling telling, ChangeOrigin? origin) => origin switch
    {
        { Remark: { } remark } => telling.Texts.History["OriginRemark", telling.Name(remark.Partner), Round(remark.Round)].Value,
        { Proposal: not null } => telling.Texts.History["OriginProposal"].Value,
        _ => null,
    };
}
