using System.Globalization;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Projections.Wheel;

/// <summary>What the wheel says besides dates, in the three languages.</summary>
internal sealed record WheelWords(
    string Wheel,
    string Today,
    string Week,
    string Common,
    string RunsIn,
    string RunsOut,
    string Empty,
    Func<int, string> Count,
    string Proposed,
    string Confirmed,
    string Held,
    string Cancelled,
    string Months)
{
    private static readonly WheelWords Finnish = new(
        "Vuosikello", "tänään", "vko", "Yhteiset", "alkanut edellisenä vuonna", "jatkuu seuraavaan vuoteen",
        "Vuodelle ei ole vielä suunniteltu mitään", n => n == 1 ? "1 toiminto" : Invariant($"{n} toimintoa"),
        "ehdotettu", "vahvistettu", "pidetty", "peruttu", "kuukausi, päivä avoin");

    private static readonly WheelWords Swedish = new(
        "Årsklocka", "i dag", "v.", "Gemensamma", "började föregående år", "fortsätter nästa år",
        "Inget är ännu planerat för året", n => n == 1 ? "1 aktivitet" : Invariant($"{n} aktiviteter"),
        "föreslagen", "bekräftad", "genomförd", "inställd", "månad, dagen öppen");

    private static readonly WheelWords English = new(
        "Annual cycle", "today", "wk", "Shared", "began the year before", "goes on into the next year",
        "Nothing is planned for the year yet", n => n == 1 ? "1 activity" : Invariant($"{n} activities"),
        "proposed", "confirmed", "held", "cancelled", "month, day open");

    public static WheelWords In(string language) => language switch { "sv" => Swedish, "en" => English, _ => Finnish };

    public string Status(ActivityStatus status) => status switch
    {
        ActivityStatus.Confirmed => Confirmed,
        ActivityStatus.Held => Held,
        ActivityStatus.Cancelled => Cancelled,
        _ => Proposed,
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
