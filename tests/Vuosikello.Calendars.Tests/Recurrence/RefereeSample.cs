using System.Globalization;

namespace Vuosikello.Calendars.Tests.Recurrence;

/// <summary>What other engines get wrong is known by name for one sample, which is always the same; another seed is a job for the long run.</summary>
internal static class RefereeSample
{
    /// <summary>The variable that asks for another sample.</summary>
    public const string Setting = "VUOSIKELLO_REFEREE_SEED";
    private const int Known = 2026;

    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1";

    public static int Seed { get; } = Wanted(Setting) ?? (IsLong ? Wanted("VUOSIKELLO_SEED") : null) ?? Known;

    private static int? Wanted(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int seed) ? seed : null;
}
