using System.Buffers;
using Vuosikello.Domain;
using Vuosikello.Events.Proof;
using Vuosikello.Projections.Exports;
using Vuosikello.Web.Access;
using Vuosikello.Web.Api;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Proof;

/// <summary>Exports to keep and to check elsewhere. They tell who did what when, by ids, so they are for members.</summary>
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
                (string partnership, string agreement, HttpContext http, IExports all, Circle circle, ApiProblems problems) =>
                    OfApi(new(partnership), () => all.Of(new AgreementId(new(partnership), agreement), http.RequestAborted), http, circle, problems))
            .Produces(200, contentType: "application/json").ProducesProblem(401).ProducesProblem(403).ProducesProblem(404)
            .NotedAs(Agreement).WithName("ExportAgreement").WithSummary("An agreement with every event and hash, to be checked elsewhere; for members.");
        exports.MapGet("/partnerships/{partnership}/rules/export",
                (string partnership, HttpContext http, IExports all, Circle circle, ApiProblems problems) =>
                    OfApi(new(partnership), () => all.OfRules(new(partnership), http.RequestAborted), http, circle, problems))
            .Produces(200, contentType: "application/json").ProducesProblem(401).ProducesProblem(403).ProducesProblem(404)
            .NotedAs(Rules).WithName("ExportRules").WithSummary("The working rules with every event and hash, to be checked elsewhere; for members.");
    }

    private static Task<IResult> DownloadAgreement(string partnership, string agreement, HttpContext http, IExports exports, Circle circle) =>
        Download(new(partnership), () => exports.Of(new AgreementId(new(partnership), agreement), http.RequestAborted), http, circle);

    private static Task<IResult> DownloadRules(string partnership, HttpContext http, IExports exports, Circle circle) =>
        Download(new(partnership), () => exports.OfRules(new(partnership), http.RequestAborted), http, circle);

    private static async Task<IResult> Download(PartnershipId partnership, Func<ValueTask<Export?>> export, HttpContext http, Circle circle)
    {
        if (!await circle.IsMember(http.User, partnership, http.RequestAborted)) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        return await export() is { } found
            ? TypedResults.Bytes(Written(found), Json, $"{found.Subject.Value.Replace('/', '-')}.json")
            : TypedResults.NotFound();
    }

    private static async Task<IResult> OfApi(PartnershipId partnership, Func<ValueTask<Export?>> export, HttpContext http, Circle circle, ApiProblems problems)
    {
        if (Circle.Of(http.User) is null) return problems.SignInFirst();
        if (!await circle.IsMember(http.User, partnership, http.RequestAborted)) return problems.MembersOnly();
        return await export() is { } found ? TypedResults.Bytes(Written(found), Json) : problems.NotFound();
    }

    private static byte[] Written(Export export)
    {
        var to = new ArrayBufferWriter<byte>();
        ExportWriter.Write(export, to);
        return to.WrittenSpan.ToArray();
    }
}
