using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Domain;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Live;
using Vuosikello.Web.Rules;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Past;

/// <summary>Working rules as they were: their own page, on which nothing can be done.</summary>
public sealed class PastRules(IAsItWas past, IPartnershipViews partnerships, Circle circle, CurrentMember member)
{
    /// <summary>The page; the public sees it from the first adoption on.</summary>
    public async ValueTask<IResult> Show(PartnershipId id, AskedMoment asked, CancellationToken ct)
    {
        var moment = asked.Past ?? throw new ArgumentException("The past needs a moment.", nameof(asked));
        if (partnerships.Find(id) is not { } now) return TypedResults.NotFound();
        bool isMember = await circle.IsMember(member.Id, id, ct);
        var partnership = await past.Partnership(id, moment.Instant, ct);
        var then = (await past.Of<WorkingRules>(Streams.OfRules(id), moment.Instant, ct))?.State;
        if (partnership is null || then is null || (!isMember && then.InForce is null))
            return new RazorComponentResult<NotThenPage>(new { Asked = asked, Partnership = now }) { StatusCode = StatusCodes.Status404NotFound };
        return RulesEndpoints.Page(new(partnership, then, null, isMember, null) { Sight = circle.Find(member.Id, member.For, id).Sight }, asked);
    }
}
