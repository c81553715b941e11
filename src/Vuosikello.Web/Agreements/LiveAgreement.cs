using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Access;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Agreements;

/// <summary>One agreement's page.</summary>
internal sealed class LiveAgreement(AgreementId agreement, LiveAgreements pages)
    : LiveDocument(LiveAgreements.KeyOf(agreement), agreement.Partnership, Streams.Of(agreement), pages.Words)
{
    public override View View => View.Agreements;

    public override ReaderCircle? CircleOf(ReaderCircle reader) => pages.At(agreement, reader) is null ? null : reader;

    public override async ValueTask<IReadOnlyList<Fragment>?> Render(string language, ReaderCircle circle, CancellationToken ct) =>
        pages.At(agreement, circle) is not { } context ? null : await pages.Renderer.Render(async fragments =>
        {
            await fragments.Renew<AgreementMain>("agreement-main", new { Context = context });
            await fragments.Renew<AgreementSide>("agreement-side", new { Context = context });
        }, AgreementAddresses.Of(agreement));

    public override IReadOnlyList<string> Announce(IReadOnlyList<ViewChange> changes, PagePatch patch, ReaderCircle circle) =>
        pages.At(agreement, circle) is { } context ? [Words.Changed(AgreementCard.ContentOf(context.Agreement).Title, context.SeesDraft ? context.View.LastChange : null)] : [];
}
