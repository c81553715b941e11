using System.Globalization;
using Vuosikello.Domain;

namespace Vuosikello.Events;

/// <summary>The stream of each aggregate.</summary>
public static class Streams
{
    private const string PartnershipPrefix = "partnership-";
    private const string CyclePrefix = "cycle-";
    private const string ActivityPrefix = "activity-";

    public static StreamName Of(PartnershipId partnership) => new($"{PartnershipPrefix}{partnership}");
    public static StreamName Of(CycleId cycle) => new($"{CyclePrefix}{cycle}");
    public static StreamName Of(ActivityId activity) => new($"{ActivityPrefix}{activity}");

    /// <summary>Whose stream it is, when it is a partnership's.</summary>
    public static bool IsOf(StreamName stream, out PartnershipId partnership)
    {
        bool its = stream.Value.StartsWith(PartnershipPrefix, StringComparison.Ordinal);
        partnership = its ? new(stream.Value[PartnershipPrefix.Length..]) : default;
        return its;
    }

    /// <summary>Whose stream it is, when it is a year's.</summary>
    public static bool IsOf(StreamName stream, out CycleId cycle)
    {
        cycle = default;
        if (!stream.Value.StartsWith(CyclePrefix, StringComparison.Ordinal)) return false;
        var id = stream.Value.AsSpan(CyclePrefix.Length);
        int hyphen = id.LastIndexOf('-');
        if (hyphen < 1 || !int.TryParse(id[(hyphen + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int year)) return false;
        cycle = new(new(id[..hyphen].ToString()), year);
        return true;
    }

    /// <summary>Whose stream it is, when it is an activity's.</summary>
    public static bool IsOf(StreamName stream, out ActivityId activity)
    {
        activity = default;
        if (!stream.Value.StartsWith(ActivityPrefix, StringComparison.Ordinal)) return false;
        if (!Guid.TryParseExact(stream.Value.AsSpan(ActivityPrefix.Length), "D", out var id)) return false;
        activity = new(id);
        return true;
    }
}
