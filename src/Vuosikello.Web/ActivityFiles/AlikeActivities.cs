using NodaTime;
using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Boards;
using Vuosikello.Web.ActivityFiles.Reading;

namespace Vuosikello.Web.ActivityFiles;

/// <summary>
/// Activities that are there already by the title and day of a new row: somebody else's file or form may have brought the same one in.
/// </summary>
internal static class AlikeActivities
{
    public static IEnumerable<RowPreview> Marked(IReadOnlyList<RowPreview> rows, IEnumerable<ActivityView> board)
    {
        var known = new Dictionary<(string Title, LocalDate Day), ActivityId>();
        foreach (var activity in board.Where(a => a.State.Status is ActivityStatus.Proposed or ActivityStatus.Confirmed))
        {
            foreach (var name in Names(activity.Details)) known.TryAdd(name, activity.Id);
        }
        return rows.Select(row => row is RowPreview.New added && Find(added.Details) is { } id ? added with { Alike = id } : row);

        ActivityId? Find(ActivityDetails details)
        {
            foreach (var name in Names(details))
            {
                if (known.TryGetValue(name, out var id)) return id;
            }
            return null;
        }
    }

    private static IEnumerable<(string Title, LocalDate Day)> Names(ActivityDetails details)
    {
        var day = ActivityStart.Of(details.Time).Date;
        return new[] { details.Title.Fi, details.Title.Sv, details.Title.En }.OfType<string>().Select(title => (Folded.Words(title), day)).Distinct();
    }
}
