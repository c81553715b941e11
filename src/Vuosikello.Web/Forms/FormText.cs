using NodaTime;
using NodaTime.Text;
using Vuosikello.Domain;

namespace Vuosikello.Web.Forms;

/// <summary>Values as form controls want them.</summary>
public static class FormText
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
    public static string Iso(LocalTime time) => Clock.Format(time);
    public static string Iso(YearMonth month) => YearMonthPattern.Iso.Format(month);

    /// <summary>A text's inputs are named after it with the language: <c>title.fi</c>, <c>title.sv</c>, <c>title.en</c>.</summary>
    public static FormValues With(this FormValues values, string name, LocalText text) =>
        values.With($"{name}.fi", text.Fi).With($"{name}.sv", text.Sv).With($"{name}.en", text.En);
}
