using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.History;
using Vuosikello.Web.Activities;

namespace Vuosikello.Web.ActivityFiles;

/// <summary>What files had made of an activity, told from its own history: field by field the value of the last change that came from a file.</summary>
internal static class LastImport
{
    /// <returns>Null when no file ever made it.</returns>
    public static FileBase? Of(IReadOnlyList<ActivityChange> history)
    {
        FileBase? known = null;
        foreach (var change in history)
        {
            if (change.After() is not { } after || !FileIds.IsOfFile(after.Id, change.Version, change.Stamp, IsOfStatus(after, change.Version))) continue;
            known = known is null ? new FileBase(after.Details, after.Status, null) : With(known, after, change.Version);
        }
        return known;
    }

    private static bool IsOfStatus(Activity after, long version) => after.Touched.TryGetValue(ActivityFields.Status, out var touch) && touch.Version == version;

    private static FileBase With(FileBase known, Activity after, long version)
    {
        foreach (var (field, touch) in after.Touched)
        {
            if (touch.Version != version) continue;
            known = field == ActivityFields.Status
                ? known with { Status = after.Status }
                : known with { Details = DetailFields.With(known.Details, field, after.Details) };
        }
        return known;
    }
}
