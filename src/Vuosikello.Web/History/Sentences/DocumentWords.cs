using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Web.Agreements;

namespace Vuosikello.Web.History.Sentences;

/// <summary>What clauses, agreements and rounds are called where another thing's history names them.</summary>
public sealed class DocumentWords(SeenAgreements agreements, IRoundViews rounds)
{
    /// <summary>A clause by its title, or by how it begins where it has none.</summary>
    public static string Clause(LocalText? title, LocalText? text) => Telling.Name(title is { IsEmpty: false } ? title : text);

    /// <summary>A dash for one that the reader does not see.</summary>
    public string Round(Telling telling, RoundId round) => Telling.Name(Seen(telling, round)?.Plan.Title);

    /// <inheritdoc cref="Round" />
    public string Agreement(Telling telling, AgreementId agreement) => Telling.Name(agreements.Find(agreement, telling.Sight)?.State.Draft.Title);

    /// <summary>Why a text was changed: a proposal or a remark; null when neither is the reason, or the reader does not see the round.</summary>
    public string? Origin(Telling telling, ChangeOrigin? origin) => origin switch
    {
        { Remark: { } remark } => Seen(telling, remark.Round) is null ? null : telling.Texts.History["OriginRemark", telling.Name(remark.Partner), Round(telling, remark.Round)].Value,
        { Proposal: not null } => telling.Texts.History["OriginProposal"].Value,
        _ => null,
    };

    private CommentRound? Seen(Telling telling, RoundId round) => rounds.Find(round) is { } view && telling.Sight.Sees(view.State) ? view.State : null;
}
