using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.Agreements;

namespace Vuosikello.Web.Agreements;

/// <summary>
/// The one way to agreements for whatever shows any: whole to those who see their drafts, to everybody else as they are in force, and otherwise not at
/// all. What a page is not given it cannot tell.
/// </summary>
public sealed class SeenAgreements(IAgreementViews agreements)
{
    /// <returns>Null when there is none, or nothing of it that the reader may see.</returns>
    public AggregateView<Agreement>? Find(AgreementId id, Sight sight) => agreements.Find(id) is { } view ? As(view, sight.Sees(view.State)) : null;

    /// <summary>A partnership's, sorted by their ids' text.</summary>
    public IEnumerable<AggregateView<Agreement>> Of(PartnershipId partnership, Sight sight) =>
        agreements.Of(partnership).Select(view => As(view, sight.Sees(view.State))).OfType<AggregateView<Agreement>>();

    /// <summary>One as it was: whoever sees the draft now sees that of then.</summary>
    public AggregateView<Agreement>? Then(AggregateView<Agreement>? then, Sight sight) =>
        then is not null && agreements.Find(then.State.Id) is { } now ? As(then, sight.Sees(now.State)) : null;

    private static AggregateView<Agreement>? As(AggregateView<Agreement> view, bool isWhole) =>
        isWhole ? view : view.State.AsInForce() is { Current.Offered: var stamp } shown ? new(shown, stamp, stamp, default) : null;
}
