using System.Globalization;
using Vuosikello.Domain;

namespace Vuosikello.Web.Forms;

/// <summary>On what a form of a whole card is based: the card that it was shown with, and the version of that.</summary>
public static class CardForms
{
    /// <param name="values">With <c>basis</c> and <c>basedOn</c>.</param>
    /// <param name="fields">Of such cards.</param>
    /// <param name="typed">As the form says.</param>
    /// <param name="version">The version as this server knows it, for a form that says none.</param>
    public static CardBasis Basis<TCard>(FormValues values, CardFields<TCard> fields, TCard typed, long version) where TCard : class => new(
        long.TryParse(values["basedOn"], NumberStyles.None, CultureInfo.InvariantCulture, out long seen) ? seen : version,
        SeenCard.Read<TCard>(values["basis"]) is { } shown ? fields.Differing(shown, typed) : null);

    /// <summary>The form as it is shown after a clash: who saves it once more has seen what stands.</summary>
    public static FormValues Rebased(FormValues typed, long version) => typed.With("basedOn", version.ToString(CultureInfo.InvariantCulture));
}
