using Vuosikello.Domain;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Activities;

/// <summary>A button of an activity's page that did not do what was wanted: the page comes back with the reasons and with what was typed.</summary>
/// <param name="Action">The last part of the address that was posted to, such as <c>hold</c>.</param>
/// <param name="Typed">What stood in its form.</param>
/// <param name="Problems">Why not.</param>
public sealed record ActivityAttempt(string Action, FormValues Typed, IReadOnlyList<Problem> Problems)
{
    public static ActivityAttempt None { get; } = new("", FormValues.Empty, []);

    /// <summary>What stands in the form of an action: what was typed there, if that was the one.</summary>
    public FormValues In(string action) => action == Action ? Typed : FormValues.Empty;
}
