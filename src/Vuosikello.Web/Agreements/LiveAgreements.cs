using Vuosikello.Domain;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Agreements;

/// <summary>
/// Agreements are live: <c>agreement/kuuma-seutu/puitesopimus</c>, and the editor of their draft with <c>/draft</c> behind it. What lies before a
/// signatory is not: it stays what it was when it was opened.
/// </summary>
public sealed class LiveAgreements(IPartnershipViews partnerships, IAgreementViews agreements, SeenAgreements seen, FragmentRenderer renderer, LiveWords words) : ILivePages
{
    public string Kind => "agreement";

    public static string KeyOf(AgreementId agreement) => $"agreement/{agreement}";

    /// <summary>The editor of its draft.</summary>
    public static string DraftOf(AgreementId agreement) => $"{KeyOf(agreement)}/draft";

    public ILivePage? Find(string rest) => rest.Split('/') switch
    {
        [var partnership, var slug] when IdOf(partnership, slug) is { } id => new LiveAgreement(id, this),
        [var partnership, var slug, "draft"] when IdOf(partnership, slug) is { } id => new LiveAgreementDraft(id, this),
        _ => null,
    };

    internal LiveWords Words => words;
    internal FragmentRenderer Renderer => renderer;
    internal IAgreementViews Agreements => agreements;
    internal SeenAgreements Seen => seen;

    /// <summary>The agreement as a circle may see it; null when there is none, or nothing that the public may see.</summary>
    internal AgreementContext? At(AgreementId agreement, ReaderCircle circle) =>
        partnerships.Find(agreement.Partnership) is { } partnership && seen.Find(agreement, circle.Sight) is { } view
            ? new(partnership, view, circle.Standing, circle.IsMember) { Sight = circle.Sight } : null;

    private static AgreementId? IdOf(string partnership, string slug) => Slug.IsValid(partnership) && Slug.IsValid(slug) ? new(new(partnership), slug) : null;
}
