using System.Text.Json;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Web.Tests.Live;

namespace Vuosikello.Web.Tests.Api;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_lists_every_command_that_somebody_may_give()
    {
        await using var server = await LiveServer.Start();
        var document = (await server.Ask("GET", "/openapi/v1.json")).Body;
        var operations = Operations(document).Select(o => o.GetProperty("operationId").GetString()).ToHashSet(StringComparer.Ordinal);
        // what only the server says to itself has no address
        var commands = typeof(ICommand).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ICommand)))
            .Where(t => Rights.Of(t) != Need.Process).Select(t => t.Name).ToList();

        Assert.NotEmpty(commands);
        Assert.Equal([], commands.Except(operations));
    }

    [Fact]
    public async Task Every_operation_has_a_summary_and_all_its_parameters()
    {
        await using var server = await LiveServer.Start();
        var document = (await server.Ask("GET", "/openapi/v1.json")).Body;
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
            {
                Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
                int places = path.Name.Count(c => c == '{');
                int described = operation.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray().Count(p => p.GetProperty("in").GetString() == "path") : 0;
                Assert.Equal(places, described);
            }
    }

    [Fact]
    public async Task Edits_are_described_with_the_version_they_need()
    {
        await using var server = await LiveServer.Start();
        var document = (await server.Ask("GET", "/openapi/v1.json")).Body;
        var edit = Operations(document).Single(o => o.GetProperty("operationId").GetString() == "EditActivity");
        Assert.Contains("If-Match", edit.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.Contains("Idempotency-Key", edit.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
    }

    private static IEnumerable<JsonElement> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value);
}
