using System.Globalization;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Rules;

/// <summary>A heading of the rules.</summary>
/// <param name="Id">Unique within the rules; see <see cref="Slug"/>.</param>
public sealed record RulesHeading(HeadingId Id, LocalText Title);

/// <summary>One clause.</summary>
/// <param name="Title">A few words; may be empty.</param>
/// <param name="Text">Never empty; paragraphs are separated by line feeds.</param>
public sealed record RulesClause(ClauseId Id, HeadingId Heading, LocalText Title, LocalText Text);

/// <summary>A clause with what its place makes its number.</summary>
/// <param name="Number">The heading's number and the place, such as <c>2.3</c>.</param>
/// <param name="Place">Under its heading, from 1.</param>
public readonly record struct NumberedClause(string Number, RulesHeading Heading, int Place, RulesClause Clause);

/// <summary>What the rules say at one moment. Numbers are not stored: they follow from the order, without gaps.</summary>
public sealed record RulesText(ValueList<RulesHeading> Headings, ValueList<RulesClause> Clauses)
{
    /// <summary>The version of the form of <see cref="Canonical"/>.</summary>
    public const int Form = 1;

    /// <summary>The clauses in the order in which they are read.</summary>
    public IEnumerable<NumberedClause> Numbered()
    {
        for (int h = 0; h < Headings.Count; h++)
        {
            int place = 0;
            foreach (var clause in Under(Headings[h].Id))
                yield return new(string.Create(CultureInfo.InvariantCulture, $"{h + 1}.{++place}"), Headings[h], place, clause);
        }
    }

    public IEnumerable<RulesClause> Under(HeadingId heading) => Clauses.Where(c => c.Heading == heading);

    /// <summary>The clause's number, or null when there is no such clause.</summary>
    public string? NumberOf(ClauseId clause)
    {
        foreach (var numbered in Numbered())
            if (numbered.Clause.Id == clause) return numbered.Number;
        return null;
    }

    /// <summary>
    /// The text whose SHA-256 stands for this content: whose rules they are, every heading with its number, every clause with
    /// its number, in all languages. Ids, proposals, and the number under which it is adopted are no content.
    /// </summary>
    public string Canonical(PartnershipId partnership)
    {
        var text = new CanonicalText("working-rules", Form).Line("partnership", partnership.Value);
        for (int h = 0; h < Headings.Count; h++)
        {
            text.Line("heading", h + 1).Line("title", Headings[h].Title);
            int place = 0;
            foreach (var clause in Under(Headings[h].Id))
                text.Line("clause", string.Create(CultureInfo.InvariantCulture, $"{h + 1}.{++place}")).Line("title", clause.Title).Line("text", clause.Text);
        }
        return text.ToString();
    }
}

/// <summary>The headings that the rules of every partnership have: <c>tilat</c>, <c>tiedottaminen</c>, <c>taloudellinen tuki</c>, <c>järjestöyhteistyö</c>.</summary>
public static class StandardHeadings
{
    public static readonly HeadingId Premises = new("premises");
    public static readonly HeadingId Communication = new("communication");
    public static readonly HeadingId FinancialSupport = new("financial-support");
    public static readonly HeadingId Cooperation = new("cooperation");

    public static ValueList<RulesHeading> All { get; } =
    [
        new(Premises, new("Tilat", "Lokaler", "Premises")),
        new(Communication, new("Tiedottaminen", "Information", "Communication")),
        new(FinancialSupport, new("Taloudellinen tuki", "Ekonomiskt stöd", "Financial support")),
        new(Cooperation, new("Järjestöyhteistyö", "Samarbete mellan organisationer", "Cooperation between associations")),
    ];

    public static bool Has(HeadingId heading) => All.Any(h => h.Id == heading);
}
