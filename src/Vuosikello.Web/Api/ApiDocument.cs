using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Vuosikello.Web.History;
using Vuosikello.Web.Past;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.Api;

/// <summary>What the generated OpenAPI document cannot know by itself: headers, filters, values with a JSON form of their own.</summary>
public static partial class ApiDocument
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Vuosikello",
                Version = "v1",
                Description = "The commands and views of the annual cycles. Programs come with a token that a person makes on the page of their account; pages with their session cookie. Commands need Content-Type: application/json.",
            };
            ApiSecurity.Describe(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(Describe);
        options.AddSchemaTransformer(ValueSchemas.Describe);
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (Match place in RoutePlaces().Matches(context.Description.RelativePath ?? ""))
        {
            string name = place.Groups["name"].Value;
            if (operation.Parameters.Any(p => p.Name == name)) continue;
            operation.Parameters.Add(Parameter(name, ParameterLocation.Path, required: true, PathExample(name), null));
        }
        if (metadata.OfType<CommandMetadata>().Any())
        {
            operation.Parameters.Add(Parameter(RequestReader.IdempotencyKey, ParameterLocation.Header, false,
                "0d3c1f5e-93a4-4b0e-8f64-2f5ad0c0a001", "A UUID of your own. The same command sent again with it by the same member happens once; two members may use the same one."));
        }
        if (metadata.OfType<VersionRequired>().Any())
        {
            operation.Parameters.Add(Parameter("If-Match", ParameterLocation.Header, true,
                "\"3\"", "The version that the edit is based on: the ETag of the activity as you saw it."));
        }
        if (metadata.OfType<BoardFilterParameters>().Any())
        {
            foreach (string filter in (string[])["area", "theme", "partner", "status", "q"])
                operation.Parameters.Add(Parameter(filter, ParameterLocation.Query, false, filter == "status" ? "confirmed" : null, "Narrows the board."));
        }
        if (metadata.OfType<PartnerSearchParameters>().Any())
        {
            foreach (var (name, example, description) in PartnerSearchParameters.All)
                operation.Parameters.Add(Parameter(name, ParameterLocation.Query, false, example, description));
        }
        if (metadata.OfType<PastParameter>().Any())
        {
            operation.Parameters.Add(Parameter(AskedMoment.Parameter, ParameterLocation.Query, false, "2026-09-01T12:00",
                "As it was then: a date and time in Helsinki, or with Z in UTC. Left out for now."));
        }
        if (metadata.OfType<HistoryFilterParameters>().Any())
        {
            foreach (var (name, example, description) in HistoryFilters)
                operation.Parameters.Add(Parameter(name, ParameterLocation.Query, false, example, description));
        }
        if (metadata.OfType<CalendarChoiceParameters>().Any())
        {
            foreach (var (name, example, description) in CalendarChoiceParameters.All)
                operation.Parameters.Add(Parameter(name, ParameterLocation.Query, false, example, description));
        }
        return Task.CompletedTask;
    }

    private static readonly (string Name, string? Example, string Description)[] HistoryFilters =
    [
        ("from", "2026-01-01", "The first day, in Helsinki."),
        ("to", "2026-12-31", "The last day, included, in Helsinki."),
        ("kind", "annualCycle", "A kind of thing (agreement) or of event (agreement-signed)."),
        ("partner", null, "For which organisation; - for the partnership itself."),
        ("member", null, "Who, by id; for members only."),
        ("stream", null, "One thing, as an entry's stream names it."),
        ("before", null, "The older of the page before."),
        ("count", "50", "Entries at once, at most 500."),
    ];

    private static OpenApiParameter Parameter(string name, ParameterLocation place, bool required, string? example, string? description) => new()
    {
        Name = name,
        In = place,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example is null ? null : JsonValue.Create(example),
    };

    private static string PathExample(string name) => name switch
    {
        "partnership" => "kuuma-seutu",
        "year" => "2009",
        "activity" or "clause" or "proposal" or "member" or "invitation" => "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
        "heading" => "premises",
        "version" => "2009.2",
        _ => "nurmijarvi",
    };

    [GeneratedRegex(@"\{(?<name>\w+)(:\w+)?\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex RoutePlaces();
}
