using Vuosikello.Domain;
using Vuosikello.Events.Proof;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Exports;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Proof;

/// <summary>What somebody gets who asks for an export.</summary>
/// <param name="IsTheirs">False where there is something, but more in it than they see.</param>
/// <param name="Export">Null where there is nothing for them.</param>
public sealed record SeenExport(bool IsTheirs, Export? Export);

/// <summary>Exports hold drafts, and what came of comment rounds: of an agreement its parties get one, of the working rules whoever sees the rounds on them.</summary>
public sealed class SeenExports(IExports exports, SeenAgreements agreements, IRoundViews rounds, Circle circle)
{
    public async ValueTask<SeenExport> Of(AgreementId agreement, HttpContext http)
    {
        var sight = circle.Find(http.User, agreement.Partnership).Sight;
        if (agreements.Find(agreement, sight) is not { } view) return new(true, null);
        return sight.Sees(view.State) ? new(true, await exports.Of(agreement, http.RequestAborted)) : new(false, null);
    }

    public async ValueTask<SeenExport> OfRules(PartnershipId partnership, HttpContext http)
    {
        var sight = circle.Find(http.User, partnership).Sight;
        bool seesAll = rounds.Of(partnership).All(round => !round.State.Plan.Subject.Rules || sight.Sees(round.State));
        return seesAll ? new(true, await exports.OfRules(partnership, http.RequestAborted)) : new(false, null);
    }
}
