using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Domain;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.Live;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Board;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.Past;

/// <summary>A year's board as it was: the board's own page and pieces, without anything that changes or follows.</summary>
public sealed class PastBoards(PastYears years, IAsItWas past, IPartnershipViews partnerships, BoardFragments fragments, BoardWheel wheel)
{
    /// <summary>The page. Everybody sees it: what stood on the public board then was public then.</summary>
    public async ValueTask<IResult> Show(CycleId cycle, BoardQuery query, AskedMoment asked, bool isMember, CancellationToken ct)
    {
        var moment = asked.Past ?? throw new ArgumentException("The past needs a moment.", nameof(asked));
        if (partnerships.Find(cycle.Partnership) is not { } now) return TypedResults.NotFound();
        if (await years.Find(cycle, moment, forPublic: !isMember, ct) is not { } then)
            return new RazorComponentResult<NotThenPage>(new { Asked = asked, Partnership = now }) { StatusCode = StatusCodes.Status404NotFound };

        var commitments = (await past.Agreements(cycle.Partnership, moment.Instant, forPublic: !isMember, ct)).CommitmentsIn(cycle.Year);
        query = query with { At = moment.Text };
        var key = new BoardKey(cycle, LanguageSetup.Current, query.ToQuery(), Members: false);
        var picture = wheel.Draw(then.Board, then.Partnership, then.Before, moment.Day, query, key.Language);
        return new RazorComponentResult<BoardPage>(new
        {
            then.Partnership,
            then.Board,
            Query = query,
            Key = key,
            Pieces = await fragments.Render(then.Board, then.Partnership, query, key, moment.Day, picture, commitments),
            Wheel = picture,
            Today = moment.Day,
            Asked = asked,
        });
    }
}
