using System.Collections.Immutable;
using System.Text;
using Vuosikello.Domain;

namespace Vuosikello.Projections.Wheel;

/// <summary>
/// A drawn wheel in the pieces that a live board replaces one by one. All markup is well-formed both as XML and within HTML, and the
/// same for the same state.
/// </summary>
/// <param name="Open">The start tag of the <c>svg</c> element (id <c>wheel</c>) with its title, description and definitions.</param>
/// <param name="Frame">The element <c>g#wheel-frame</c>: rings, months, weeks, the middle.</param>
/// <param name="Hand">The element <c>g#wheel-hand</c>: today; an empty group when the year is another. Below the entries, so that it hides none.</param>
/// <param name="Entries">What <c>g#wheel-entries</c> holds, in document order, which is the order of time.</param>
/// <param name="Close">What follows: the legend where the page has none, and the end tag.</param>
/// <param name="Legend">The rings from the outside in, for a legend in HTML: <c>&lt;ul class="wheel-legend" id="wheel-legend"&gt;</c>.</param>
/// <param name="Numbers">The number by which an activity goes in the wheel and in the list: its place on the whole board, from 1.</param>
public sealed record WheelPicture(
    string Open,
    string Frame,
    string Hand,
    ImmutableArray<WheelEntry> Entries,
    string Close,
    string Legend,
    ImmutableDictionary<ActivityId, int> Numbers)
{
    /// <summary>The id of the <c>svg</c> element.</summary>
    public const string Id = "wheel";

    /// <summary>The id of the group that holds the frame and the hand on a live board.</summary>
    public const string GroundId = "wheel-ground";

    public const string FrameId = "wheel-frame";

    /// <summary>The id of the group that holds the entries.</summary>
    public const string EntriesId = "wheel-entries";

    public const string HandId = "wheel-hand";

    /// <summary>The id of the legend in HTML.</summary>
    public const string LegendId = "wheel-legend";

    /// <summary>Writes the whole picture.</summary>
    public void WriteTo(StringBuilder target)
    {
        target.Append(Open).Append(Frame).Append(Hand).Append("<g id=\"").Append(EntriesId).Append("\">");
        foreach (var entry in Entries) target.Append(entry.Markup);
        target.Append("</g>").Append(Close);
    }

    /// <summary>The whole picture as one text.</summary>
    public string ToSvg()
    {
        var text = new StringBuilder();
        WriteTo(text);
        return text.ToString();
    }
}

/// <summary>One entry of the wheel.</summary>
/// <param name="Id">The id of its one root element: <c>w-{activity}</c>, with <c>-2</c>, <c>-3</c> … in the further rings it belongs to.</param>
/// <param name="Activity">Null for a week's heap of activities that are too many to draw one by one.</param>
/// <param name="Markup">The root element, whole.</param>
public sealed record WheelEntry(string Id, ActivityId? Activity, string Markup);
