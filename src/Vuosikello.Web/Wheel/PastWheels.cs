using Vuosikello.Web.Past;

namespace Vuosikello.Web.Wheel;

/// <summary>A year's wheel as it was: drawn when asked for, from the board as it was.</summary>
public sealed class PastWheels(PastYears years)
{
    /// <summary>The picture, or null when the year did not exist at the moment.</summary>
    public async ValueTask<WheelBytes?> Find(WheelKey key, PastMoment moment, CancellationToken ct)
    {
        // Whoever sees it on a board's page has had the board read by then.
        if (await years.Find(key.Cycle, moment, forPublic: true, ct) is not { } then) return null;
        var today = moment.Day.Year == key.Cycle.Year ? moment.Day : (NodaTime.LocalDate?)null;
        return WheelPictures.Draw(key, new(then.Board, then.Partnership, then.Before, today, moment.Text));
    }
}
