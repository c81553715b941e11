using Microsoft.AspNetCore.Mvc;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Web.Access;
using Vuosikello.Web.Activities;
using Vuosikello.Web.Api;
using Vuosikello.Web.Languages;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.ActivityFiles;

/// <summary>
/// Importing files for programs: the same file is sent twice, once to see and once to take. The server keeps nothing in between. Forms of other
/// sites cannot send these kinds of content, so a session's cookie is enough.
/// </summary>
public static class FileApi
{
    private const string Import = "/partnerships/{partnership}/years/{year:int}/import";
    private static readonly string[] Kinds = ["text/calendar", "text/csv", "application/vnd.ms-excel", "application/octet-stream"];

    public static void MapActivityFilesApi(this IEndpointRouteBuilder api)
    {
        var files = api.MapGroup("").WithTags("Import").Shows(View.ActivityFile).WithMetadata(new RequestSizeLimitAttribute(FileForm.LongestRequest));
        Describe(files.MapPost($"{Import}/preview", Preview)).Produces<FilePreviewResource>()
            .WithName("PreviewImport").WithSummary("Tells what a calendar (.ics) or a table (CSV) would bring into a year. Nothing is kept.");
        Describe(files.MapPost(Import, Take).Sends(typeof(PlanActivity), typeof(EditActivity))).Produces<FileResultResource>()
            .WithName("ImportFile").WithSummary("Takes what is new and what changes of a file, or the rows that are named; at most 100 in one go. Send the same file again for those that are left: what is done is not done twice.");
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint)
    {
        foreach (int status in (int[])[400, 401, 403, 404, 413, 415, 422]) endpoint.ProducesProblem(status);
        return endpoint.Accepts<IFormFile>(Kinds[0], Kinds[1..]);
    }

    /// <param name="language">Of texts whose language the file does not say: fi, sv or en; without it that of the headings.</param>
    private static async Task<IResult> Preview(
        string partnership, int year, HttpContext http, CurrentMember member, ActivityContexts contexts, FilePreviews previews, FileResources resources, ApiProblems problems,
        [FromQuery] string? language = null)
    {
        var (preview, _, refusal) = await Read(partnership, year, http, member, contexts, previews, resources, problems, language);
        return refusal ?? TypedResults.Ok(resources.Of(preview!));
    }

    /// <param name="row">Which rows, as the preview names them; without any all that are new or change. Repeatable.</param>
    /// <param name="instead">Fields to take though people changed them since: the activity's id, a colon and the field. Repeatable.</param>
    private static async Task<IResult> Take(
        string partnership, int year, HttpContext http, CurrentMember member, ActivityContexts contexts, FilePreviews previews, FileResources resources, ApiProblems problems,
        FileConfirmation confirmation, [FromQuery] string? language = null, [FromQuery] string[]? row = null, [FromQuery] string[]? instead = null)
    {
        var (preview, cycle, refusal) = await Read(partnership, year, http, member, contexts, previews, resources, problems, language);
        if (refusal is not null) return refusal;
        var chosen = instead?.ToHashSet(StringComparer.Ordinal) ?? [];
        var rows = row is { Length: > 0 } ? FileForm.Chosen(row) : FileResources.All(preview!, chosen);
        var result = await confirmation.Take(preview!, cycle, new FileChoice(rows, chosen), http.RequestAborted);
        return TypedResults.Ok(resources.Of(result));
    }

    private static async Task<(FilePreview? Preview, CycleId Cycle, IResult? Refusal)> Read(
        string partnership, int year, HttpContext http, CurrentMember member, ActivityContexts contexts, FilePreviews previews, FileResources resources, ApiProblems problems, string? language)
    {
        if (await contexts.Find(partnership, year, null, http.RequestAborted) is not { } context) return (null, default, problems.NotFound());
        if (FileEndpoints.WhyNot(context) is { } why) return (null, default, problems.Forbidden(why));
        if (!Kinds.Contains(http.Request.ContentType?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase)) return (null, default, problems.NotAFile());
        byte[] file = await FileBody.Read(http.Request.Body, http.RequestAborted);
        string? of = language is not null && LanguageSetup.All.Contains(language) ? language : null;
        var preview = await previews.Make(context, file, of, http.RequestAborted);
        return preview.Reading.IsRefused ? (null, default, problems.FileRefused(resources.Message(preview.Reading.Wrong[0]))) : (preview, context.Id, null);
    }
}
