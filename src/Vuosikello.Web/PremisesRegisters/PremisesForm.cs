using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.PremisesRegisters;

/// <summary>Between premises and their form.</summary>
internal static class PremisesForm
{
    public static FormValues Empty(PremisesShown shown) => FormValues.Empty.With("owner", shown.Owner?.Value);

    public static FormValues Of(Premises premises) => With(With(With(With(FormValues.Empty, "name", premises.Name), "accessText", premises.AccessText), "terms", premises.Terms), "price", premises.Price)
        .With("owner", premises.Owner.Value).With("address", premises.Address).With("link", premises.Link)
        .With("capacity", premises.Capacity?.ToString(CultureInfo.InvariantCulture)).With("access", premises.Access.Select(feature => feature.ToString()));

    /// <param name="owner">Whose they are where the form does not say.</param>
    public static Premises Read(FormReader form, PremisesId id, PartnerId? owner) => new(
        id, form.Optional("owner") is { } chosen ? new PartnerId(chosen) : owner ?? new(""), form.Text("name"), form.Optional("address"),
        form.Optional("capacity") is null ? null : form.Number("capacity", "capacity"),
        form.Values.All("access").Select(Feature).OfType<AccessFeature>().Distinct().ToValueList(), form.Text("accessText"), form.Text("terms"), form.Text("price"), form.Optional("link"));

    /// <summary>A short name that is not taken, made of the name; what is wrong with the name is told to the form.</summary>
    public static PremisesId FreeId(FormReader form, PremisesShown shown)
    {
        var name = form.Text("name");
        if (Partners.PartnerAddresses.Free(name, slug => shown.Register.Ever(new(slug)) is not null) is { } free) return new(free.Value);
        if (name.IsEmpty) form.Refuse(ProblemCodes.TextMissing, "name");
        else form.Refuse(FormProblems.NoShortName, "name", name.In("fi"));
        return default;
    }

    public static AccessFeature? Feature(string? name) => Enum.TryParse<AccessFeature>(name, out var feature) && Enum.IsDefined(feature) ? feature : null;

    private static FormValues With(FormValues values, string name, LocalText text) =>
        values.With($"{name}.fi", text.Fi).With($"{name}.sv", text.Sv).With($"{name}.en", text.En);
}
