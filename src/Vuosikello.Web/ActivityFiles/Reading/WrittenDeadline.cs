using System.Globalization;
using System.Text.RegularExpressions;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>The last day to register: a date, or so many days or weeks before (<c>7 päivää ennen</c>, <c>en vecka före</c>, <c>2 weeks before</c>).</summary>
internal static partial class WrittenDeadline
{
    private const int DaysOfWeek = 7;

    /// <returns>Null when it is neither.</returns>
    public static RegistrationDeadline? Read(string cell, int year)
    {
        if (Before().Match(Folded.Words(cell)) is { Success: true } match)
        {
            int count = match.Groups["n"].Success ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) : 1;
            return new RegistrationDeadline.Before(match.Groups["week"].Success ? count * DaysOfWeek : count);
        }
        return new WrittenDates(year).Read(cell, out var date) is null && date is { IsMonth: false, Last: null, Clock: null } ? new RegistrationDeadline.On(date.First) : null;
    }

    [GeneratedRegex(@"^((?<n>\d{1,3}) |en |a |one )?((?<week>viikko|viikkoa|vecka|veckor|week|weeks)|paiva|paivaa|pv|dag|dagar|day|days) (ennen|fore|before)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Before();
}

/// <summary>A status in words.</summary>
internal static class WrittenStatus
{
    private static readonly Dictionary<string, ActivityStatus> ByName = new(StringComparer.Ordinal)
    {
        ["ehdotettu"] = ActivityStatus.Proposed,
        ["ehdotus"] = ActivityStatus.Proposed,
        ["alustava"] = ActivityStatus.Proposed,
        ["foreslagen"] = ActivityStatus.Proposed,
        ["preliminar"] = ActivityStatus.Proposed,
        ["proposed"] = ActivityStatus.Proposed,
        ["tentative"] = ActivityStatus.Proposed,
        ["vahvistettu"] = ActivityStatus.Confirmed,
        ["bekraftad"] = ActivityStatus.Confirmed,
        ["confirmed"] = ActivityStatus.Confirmed,
        ["peruttu"] = ActivityStatus.Cancelled,
        ["peruutettu"] = ActivityStatus.Cancelled,
        ["installd"] = ActivityStatus.Cancelled,
        ["installt"] = ActivityStatus.Cancelled,
        ["cancelled"] = ActivityStatus.Cancelled,
        ["canceled"] = ActivityStatus.Cancelled,
        ["toteutunut"] = ActivityStatus.Held,
        ["pidetty"] = ActivityStatus.Held,
        ["genomford"] = ActivityStatus.Held,
        ["held"] = ActivityStatus.Held,
    };

    public static ActivityStatus? Find(string cell) => ByName.TryGetValue(Folded.Words(cell), out var status) ? status : null;
}
