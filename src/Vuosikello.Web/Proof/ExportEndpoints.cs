using System.Buffers;
using Vuosikello.Domain;
using Vuosikello.Events.Proof;
using Vuosikello.Web.Access;
using Vuosikello.Web.Api;
using Vuosikello.Web.Audit;

namespace Vuosikello.Web.Proof;

/// <summary>Exports to keep and to check elsewhere. They hold all that was ever written, so they are for those who see all of it.</summary>
public static class ExportEndpoints
{
    private const string Json = "application/json; charset=utf-8";
    private const string Agreement = "agreement-export", Rules = "rules-export";

    public static void MapExports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{partnership}/agreements/{agreement}/export.json", DownloadAgreement).Shows(View.Export).NotedAs(Agreement);
        app.MapGet("/{partnership}/rules/export.json", DownloadRules).Shows(View.Export).NotedAs(Rules);
    }

    public static void MapExportsApi(this IEndpointRouteBuilder api)
    {
        var exports = api.MapGroup("").WithTags("Proof").Shows(View.Export);
        exports.MapGet("/partnerships/{partnership}/agreements/{agreement}/export",
                async (string partnership, string agreement, HttpContext http, SeenExports all, ApiProblems problems) =>
                    OfApi(await all.Of(new AgreementId(new(partnership), agreement), http), problems))
            .Produces(200, contentType: "application/json").ProducesProblem(401).ProducesProblem(403).ProducesProblem(404)
            .NotedAs(Agreement).WithName("ExportAgreement").WithSummary("An agreement with every event and hash, to be checked elsewhere; for those who see its draft.");
        exports.MapGet("/partnerships/{partnership}/rules/export",
                async (string partnership, HttpContext http, SeenExports all, ApiProblems problems) => OfApi(await all.OfRules(new(partnership), http), problems))
            .Produces(200, contentType: "application/json").ProducesProblem(401).ProducesProblem(403).ProducesProblem(404)
            .NotedAs(Rules).WithName("ExportRules").WithSummary("The working rules with every event and hash, to be checked elsewhere; for members who see the comment rounds on them.");
    }

    private static async Task<IResult> DownloadAgreement(string partnership, string agreement, HttpContext http, SeenExports exports) =>
        Download(await exports.Of(new AgreementId(new(partnership), agreement), http));

    private static async Task<IResult> DownloadRules(string partnership, HttpContext http, SeenExports exports) => Download(await exports.OfRules(new(partnership), http));

    private static IResult Download(SeenExport seen) => seen switch
    {
        { IsTheirs: false } => TypedResults.StatusCode(StatusCodes.Status403Forbidden),
        { Export: { } found } => TypedResults.Bytes(Written(found), Json, $"{found.Subject.Value.Replace('/', '-')}.json"),
        _ => TypedResults.NotFound(),
    };

    private static IResult OfApi(SeenExport seen, ApiProblems problems) =>
        !seen.IsTheirs ? problems.MembersOnly() : seen.Export is { } found ? TypedResults.Bytes(Written(found), Json) : problems.NotFound();

    private static byte[] Written(Export export)
    {
        var to = new ArrayBufferWriter<byte>();
        ExportWriter.Write(export, to);
        return to.WrittenSpan.ToArray();
    }
}
