using Vuosikello.Domain;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Agreements;

/// <summary>One of the small forms of a page that did not do what was wanted: the page comes back with the reasons and with what was typed.</summary>
/// <param name="Form">Which form, such as <c>sign</c> or <c>clause-</c> and its id.</param>
/// <param name="Typed">What stood in it.</param>
/// <param name="Problems">Why not.</param>
public sealed record AgreementAttempt(string Form, FormValues Typed, IReadOnlyList<Problem> Problems)
{
    /// <summary>Where others changed the same meanwhile.</summary>
    public IReadOnlyList<Clash> Clashes { get; init; } = [];

    public static AgreementAttempt None { get; } = new("", FormValues.Empty, []);

    public bool Is(string form) => form == Form;

    /// <summary>What stands in a form: what was typed there, if it was this one, or what it shows otherwise.</summary>
    public FormValues In(string form, FormValues usual) => Is(form) ? Typed : usual;

    /// <summary>The same for a form that begins empty.</summary>
    public FormValues In(string form) => In(form, FormValues.Empty);
}
