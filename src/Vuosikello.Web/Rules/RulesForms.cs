using System.Globalization;
using System.Text.Json;
using Vuosikello.Domain;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.Rules;

/// <summary>What the forms of clauses and proposals carry, and how it is read back.</summary>
public static class RulesForms
{
    /// <summary>A form filled with a clause as it stands.</summary>
    /// <param name="basedOn">The version of the rules that it was shown at.</param>
    public static FormValues Of(RulesClause clause, int place, long basedOn) => FormValues.Empty
        .With("title", clause.Title).With("text", clause.Text)
        .With("title-seen", Fingerprint(clause.Title)).With("text-seen", Fingerprint(clause.Text))
        .With("heading", clause.Heading.Value).With("place", Number(place)).With("basedOn", Number(basedOn));

    /// <summary>The same for a change that somebody proposed.</summary>
    public static FormValues Of(ProposedChange change, WorkingRules rules) => FormValues.Empty
        .With("title", change.Title ?? LocalText.Empty).With("text", change.Text ?? LocalText.Empty)
        .With("heading", change.Heading?.Value).With("place", change.Place is { } place ? Number(place) : null)
        .With("basedOn", Number(rules.Version));

    /// <summary>The version of the rules that the form was shown at; -1, which is none, when it says nothing.</summary>
    public static long BasedOn(FormValues values) =>
        long.TryParse(values["basedOn"], NumberStyles.None, CultureInfo.InvariantCulture, out long version) ? version : -1;

    /// <summary>The new value of a field that the editor changed; null where it is as the form showed it.</summary>
    public static Edit<LocalText>? Changed(FormReader reader, string field)
    {
        var typed = reader.Text(field);
        return Fingerprint(typed) == reader.Values[$"{field}-seen"] ? null : new(typed);
    }

    public static HeadingId Heading(FormValues values) => new(values["heading"]);

    /// <summary>The place that was typed; null, for the last one, when none was.</summary>
    public static int? Place(FormReader reader) => reader.Optional("place") is null ? null : reader.Number("place", RulesFields.Place);

    /// <summary>A text that is written in one language only: that of the page.</summary>
    public static LocalText Here(string? text) => LanguageSetup.Current switch
    {
        "sv" => new(sv: text),
        "en" => new(en: text),
        _ => new(fi: text),
    };

    /// <summary>Tells whether a long text came back as it was, without sending it twice.</summary>
    public static string Fingerprint(LocalText text) => CanonicalText.HashOf(JsonSerializer.Serialize((string?[])[text.Fi, text.Sv, text.En]));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
