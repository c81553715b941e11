using System.Text.Json;
using Vuosikello.Domain;
using Vuosikello.Domain.Rules;
using Vuosikello.Events.Json;
using Vuosikello.Web.Composition;

namespace Vuosikello.Web.Rules;

/// <summary>Rules that a first draft can start from, in all languages: <c>template.json</c> beside this file.</summary>
public sealed class RulesTemplate
{
    private RulesTemplate(ValueList<TemplateClause> clauses) => Clauses = clauses;

    public ValueList<TemplateClause> Clauses { get; }

    /// <summary>The clauses with ids of their own.</summary>
    public ValueList<RulesClause> Draft(INewIds ids) =>
        Clauses.Select(c => new RulesClause(new ClauseId(ids.Next()), c.Heading, c.Title, c.Text)).ToValueList();

    /// <exception cref="InvalidDataException">The program was built without its template, or with one that is no list of clauses.</exception>
    public static RulesTemplate Load()
    {
        using var file = typeof(RulesTemplate).Assembly.GetManifestResourceStream("Vuosikello.Web.Rules.template.json")
            ?? throw new InvalidDataException("The template of working rules is missing from the program.");
        var options = new JsonSerializerOptions();
        DomainJson.Configure(options);
        return new(JsonSerializer.Deserialize<ValueList<TemplateClause>>(file, options) ?? throw new InvalidDataException("The template of working rules is empty."));
    }
}

/// <summary>One clause of the template.</summary>
public sealed record TemplateClause(HeadingId Heading, LocalText Title, LocalText Text);
