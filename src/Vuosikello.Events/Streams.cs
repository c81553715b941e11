using System.Globalization;
using Vuosikello.Domain;

namespace Vuosikello.Events;

/// <summary>The stream of each aggregate.</summary>
public static class Streams
{
    private const string PartnershipPrefix = "partnership-";
    private const string CyclePrefix = "cycle-";
    private const string ActivityPrefix = "activity-";
    private const string RulesPrefix = "rules-";
    private const string AgreementPrefix = "agreement-";
    private const string RoundPrefix = "round-";
    private const string ReviewPrefix = "review-";
    private const string LinkPrefix = "calendar-link-";
    private const string PremisesPrefix = "premises-";
    private const string MembersPrefix = "membership-";

    public static StreamName Of(PartnershipId partnership) => new($"{PartnershipPrefix}{partnership}");
    public static StreamName Of(CycleId cycle) => new($"{CyclePrefix}{cycle}");
    public static StreamName Of(ActivityId activity) => new($"{ActivityPrefix}{activity}");

    public static StreamName Of(AgreementId agreement) => new($"{AgreementPrefix}{agreement}");
    public static StreamName Of(RoundId round) => new($"{RoundPrefix}{round}");
    public static StreamName Of(CalendarLinkId link) => new($"{LinkPrefix}{link}");
    public static StreamName Of(ReviewId review) => new($"{ReviewPrefix}{review}");

    /// <summary>The stream of a partnership's working rules: it has one set.</summary>
    public static StreamName OfRules(PartnershipId partnership) => new($"{RulesPrefix}{partnership}");

    /// <summary>The stream of a partnership's list of members and invitations: it has one.</summary>
    public static StreamName OfMembers(PartnershipId partnership) => new($"{MembersPrefix}{partnership}");

    /// <summary>The stream of a partnership's register of premises: it has one.</summary>
    public static StreamName OfPremises(PartnershipId partnership) => new($"{PremisesPrefix}{partnership}");

    /// <summary>The one stream of the server's administrators.</summary>
    public static StreamName OfAdministrators { get; } = new("administration-server");

    /// <summary>The partnership that the stream's name tells; null of an activity's, whose first event tells it, and of the server's administrators.</summary>
    public static PartnershipId? PartnershipOf(StreamName stream)
    {
        if (IsOf(stream, out PartnershipId partnership) || IsOfRules(stream, out partnership) || IsOfMembers(stream, out partnership) || IsOfPremises(stream, out partnership)) return partnership;
        if (IsOf(stream, out CycleId cycle)) return cycle.Partnership;
        if (IsOf(stream, out AgreementId agreement)) return agreement.Partnership;
        if (IsOf(stream, out RoundId round)) return round.Partnership;
        if (IsOf(stream, out CalendarLinkId link)) return link.Partnership;
        return IsOf(stream, out ReviewId review) ? review.Partnership : null;
    }

    /// <summary>Whose working rules' stream it is, when it is one.</summary>
    public static bool IsOfRules(StreamName stream, out PartnershipId partnership)
    {
        bool its = stream.Value.StartsWith(RulesPrefix, StringComparison.Ordinal);
        partnership = its ? new(stream.Value[RulesPrefix.Length..]) : default;
        return its;
    }

    /// <summary>Whose members' stream it is, when it is one.</summary>
    public static bool IsOfMembers(StreamName stream, out PartnershipId partnership)
    {
        bool its = stream.Value.StartsWith(MembersPrefix, StringComparison.Ordinal);
        partnership = its ? new(stream.Value[MembersPrefix.Length..]) : default;
        return its;
    }

    /// <summary>Whose register of premises' stream it is, when it is one.</summary>
    public static bool IsOfPremises(StreamName stream, out PartnershipId partnership)
    {
        bool its = stream.Value.StartsWith(PremisesPrefix, StringComparison.Ordinal);
        partnership = its ? new(stream.Value[PremisesPrefix.Length..]) : default;
        return its;
    }

    /// <summary>Whose stream it is, when it is an agreement's.</summary>
    public static bool IsOf(StreamName stream, out AgreementId agreement)
    {
        bool its = Parts(stream, AgreementPrefix, out var partnership, out string slug);
        agreement = its ? new(partnership, slug) : default;
        return its;
    }

    /// <summary>Whose stream it is, when it is a comment round's.</summary>
    public static bool IsOf(StreamName stream, out RoundId round)
    {
        bool its = Parts(stream, RoundPrefix, out var partnership, out string slug);
        round = its ? new(partnership, slug) : default;
        return its;
    }

    /// <summary>Whose stream it is, when it is a steering review's.</summary>
    public static bool IsOf(StreamName stream, out ReviewId review)
    {
        bool its = Parts(stream, ReviewPrefix, out var partnership, out string slug);
        review = its ? new(partnership, slug) : default;
        return its;
    }

    /// <summary>Whose stream it is, when it is a calendar link's.</summary>
    public static bool IsOf(StreamName stream, out CalendarLinkId link)
    {
        bool its = Parts(stream, LinkPrefix, out var partnership, out string id) & Guid.TryParseExact(id, "D", out var value);
        link = its ? new(partnership, value) : default;
        return its;
    }

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

    private static bool Parts(StreamName stream, string prefix, out PartnershipId partnership, out string slug)
    {
        (partnership, slug) = (default, "");
        if (!stream.Value.StartsWith(prefix, StringComparison.Ordinal)) return false;
        string id = stream.Value[prefix.Length..];
        int slash = id.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1 || slash == id.Length - 1) return false;
        (partnership, slug) = (new(id[..slash]), id[(slash + 1)..]);
        return true;
    }
}
