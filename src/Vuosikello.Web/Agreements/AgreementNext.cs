using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Words;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Agreements;

/// <summary>What happens next with an agreement, and whose turn it is, in sentences.</summary>
public sealed class AgreementNext(Texts texts, AgreementWords words)
{
    private static string Language => LanguageSetup.Current;

    /// <param name="agreement">Which.</param>
    /// <param name="partnership">Where its parties have their names.</param>
    /// <param name="isMember">False for the public, which is not told of what is being written.</param>
    public IReadOnlyList<string> Of(Agreement agreement, Partnership partnership, bool isMember)
    {
        if (agreement.Standing is AgreementStanding.Terminated or AgreementStanding.Expired)
            return [texts.Agreement[$"Next.{agreement.Standing}", agreement.LastDay is { } ended ? TimeInWords.Date(ended, Language) : ""]];
        var sentences = new List<string>();
        if (isMember && agreement.Stage != AgreementStage.Settled) sentences.Add(Making(agreement, partnership));
        if (agreement.Standing == AgreementStanding.InForce) sentences.Add(Ending(agreement, partnership));
        if (isMember) sentences.AddRange(Left(agreement, partnership));
        return sentences;
    }

    // Who has left the partnership is bound, and asked, as before.
    private IEnumerable<string> Left(Agreement agreement, Partnership partnership) =>
        from party in agreement.Current?.Content.Parties ?? []
        where !partnership.Partners.ContainsKey(party.Value)
        select texts.Agreement["Next.HasLeft", partnership.NameOf(party).In(Language)].Value;

    private string Making(Agreement agreement, Partnership partnership) => agreement switch
    {
        { Stage: AgreementStage.Draft, Standing: AgreementStanding.InForce } => texts.Agreement["Next.Amendment"],
        { Stage: AgreementStage.Draft } => texts.Agreement["Next.Draft"],
        { Stage: AgreementStage.InCommentRound } => texts.Agreement["Next.InRound"],
        { Open: { Refusal: { } refusal } } => texts.Agreement["Next.Refused", partnership.NameOf(refusal.Party).In(Language)],
        { Open: { IsApprovedByAll: false } open } => texts.Agreement["Next.Offered", Waiting(open, partnership, p => open.Approvals.Any(a => a.Party == p))],
        { Open: { IsSignedByAll: false } open } => texts.Agreement["Next.Approved", Waiting(open, partnership, p => open.Signatures.Any(s => s.Party == p))],
        { Open: { } open } => texts.Agreement["Next.Signed", TimeInWords.Date(open.FirstDay(), Language)],
        _ => "",
    };

    private string Ending(Agreement agreement, Partnership partnership) => agreement switch
    {
        { Notice: { } notice } => texts.Agreement["Next.Notice", partnership.NameOf(notice.Party).In(Language), TimeInWords.Date(notice.GivenOn, Language), TimeInWords.Date(notice.EndsOn, Language)],
        { Until: null } => texts.Agreement["Next.OpenEnded", words.Of(agreement.Current!.Content.Notice)],
        { Until: { } until, Current.Content.Term.RenewedByMonths: { } months } => texts.Agreement["Next.Renews", TimeInWords.Date(until, Language), words.Months(months)],
        { Until: { } until } => texts.Agreement["Next.Expires", TimeInWords.Date(until, Language)],
    };

    private static string Waiting(AgreementVersion open, Partnership partnership, Func<PartnerId, bool> isDone) =>
        AgreementWords.Names(open.Consenting.Where(party => !isDone(party)), partnership);
}
