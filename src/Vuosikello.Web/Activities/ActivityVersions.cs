using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;
using Vuosikello.Projections.History;

namespace Vuosikello.Web.Activities;

/// <summary>Activities as they were.</summary>
public static class ActivityVersions
{
    /// <summary>The activity as it stood at a version that somebody saw; null when there is no such version.</summary>
    public static async ValueTask<Activity?> At(this IActivityHistory history, ActivityId activity, long version, CancellationToken ct)
    {
        foreach (var change in await history.Of(activity, ct))
            if (change.Version == version) return change.After();
        return null;
    }

    /// <summary>All changes; null while the log cannot be read.</summary>
    public static async ValueTask<IReadOnlyList<ActivityChange>?> IfThere(this IActivityHistory history, ActivityId activity, CancellationToken ct)
    {
        try
        {
            return await history.Of(activity, ct);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    /// <summary>The activity right after the change.</summary>
    public static Activity? After(this ActivityChange change) => Activity.Evolve(change.Before, new Fact(change.Event, change.Version, change.Stamp));
}
