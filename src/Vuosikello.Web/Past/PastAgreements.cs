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
public sealed class PastAgreements(IAsItWas past, IPartnershipViews partnerships, Circle circle, CurrentMember member)
{
    /// <summary>The page; the public sees it from the moment on at which the agreement first came into force.</summary>
    public async ValueTask<IResult> Show(AgreementId id, AskedMoment asked, CancellationToken ct)
    {
        var moment = asked.Past ?? throw new ArgumentException("The past needs a moment.", nameof(asked));
        if (partnerships.Find(id.Partnership) is not { } now) return TypedResults.NotFound();
        bool isMember = await circle.IsMember(member.Id, id.Partnership, ct);
        var partnership = await past.Partnership(id.Partnership, moment.Instant, ct);
        var then = await past.Of<Agreement>(Streams.Of(id), moment.Instant, ct);
        if (partnership is null || then is null || (!isMember && then.State.Current is null))
            return new RazorComponentResult<NotThenPage>(new { Asked = asked, Partnership = now }) { StatusCode = StatusCodes.Status404NotFound };
        return AgreementEndpoints.Page(new(partnership, then, null, isMember), null, AgreementAttempt.None, StatusCodes.Status200OK, asked);
    }
}
