using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Domain;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Activities;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Past;

/// <summary>An activity as it was.</summary>
public sealed class PastActivities(IAsItWas past, IPartnershipViews partnerships, IActivityHistory history, Circle circle, CurrentMember member)
{
    /// <summary>The page; it also shows what was withdrawn since.</summary>
    public async ValueTask<IResult> Show(CycleId cycle, ActivityId id, AskedMoment asked, CancellationToken ct)
    {
        var moment = asked.Past ?? throw new ArgumentException("The past needs a moment.", nameof(asked));
        if (partnerships.Find(cycle.Partnership) is not { } now) return TypedResults.NotFound();
        var changes = await history.Of(id, ct);
        if (changes is not [{ Event: Domain.Activities.ActivityPlanned planned }, ..] || planned.Cycle != cycle) return TypedResults.NotFound();

        var partnership = await past.Partnership(cycle.Partnership, moment.Instant, ct);
        var year = partnership?.Years.FirstOrDefault(y => y.Year == cycle.Year);
        if (partnership is null || year is null || await past.Activity(id, moment.Instant, ct) is not { } activity)
            return new RazorComponentResult<NotThenPage>(new { Asked = asked, Partnership = now }) { StatusCode = StatusCodes.Status404NotFound };

        bool isMember = await circle.IsMember(member.Id, cycle.Partnership, ct);
        var agreements = await past.Agreements(cycle.Partnership, moment.Instant, forPublic: !isMember, ct);
        return new RazorComponentResult<PastActivityPage>(new
        {
            Context = new ActivityContext(partnership, year, activity, null, isMember),
            History = isMember ? changes.TakeWhile(change => change.Stamp.At <= moment.Instant).ToList() : [],
            Commitments = agreements.CommitmentsIn(cycle.Year).Of(id),
            Asked = asked,
        });
    }
}
