using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Events;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Past;

/// <summary>An agreement as it was: its own page, on which nothing can be done.</summary>
public sealed class PastAgreements(IAsItWas past, IPartnershipViews partnerships, SeenAgreements seen, Circle circle, CurrentMember member)
{
    /// <summary>The page; whoever does not see the draft sees it from the moment on at which the agreement first came into force.</summary>
    public async ValueTask<IResult> Show(AgreementId id, AskedMoment asked, CancellationToken ct)
    {
        var moment = asked.Past ?? throw new ArgumentException("The past needs a moment.", nameof(asked));
        if (partnerships.Find(id.Partnership) is not { } now) return TypedResults.NotFound();
        var reader = circle.Find(member.Id, member.For, id.Partnership);
        var partnership = await past.Partnership(id.Partnership, moment.Instant, ct);
        var then = seen.Then(await past.Of<Agreement>(Streams.Of(id), moment.Instant, ct), reader.Sight);
        if (partnership is null || then is null)
            return new RazorComponentResult<NotThenPage>(new { Asked = asked, Partnership = now }) { StatusCode = StatusCodes.Status404NotFound };
        return AgreementEndpoints.Page(new(partnership, then, null, reader.IsMember) { Sight = reader.Sight }, null, AgreementAttempt.None, StatusCodes.Status200OK, asked);
    }
}
