using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Web.Access;
using Vuosikello.Web.Activities;
using Vuosikello.Web.ActivityFiles.Reading;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.ActivityFiles;

/// <summary>Bringing a person's file into a year: the file, a preview of what it would change, and what it did.</summary>
public static class FileEndpoints
{
    public static void AddActivityFiles(this IServiceCollection services)
    {
        services.TryAddScoped<ActivityContexts>();
        services.TryAddScoped<FilePreviews>();
        services.TryAddScoped<FileConfirmation>();
        services.TryAddScoped<FileWords>();
        services.TryAddScoped<FileResources>();
    }

    public static void MapActivityFiles(this IEndpointRouteBuilder app)
    {
        var import = app.MapGroup("/{partnership}/{year:int}/import").Shows(View.ActivityFile);
        import.MapGet("", Ask);
        import.MapGet("/sample.csv", Sample);
        // whoever chooses another language on a page that a form was answered with
        import.MapGet("/confirm", Again);
        // The token against forgery is looked at by hand: only then are the limits of the form those of a file.
        import.MapPost("", Preview).WithMetadata(new RequestSizeLimitAttribute(FileForm.LongestRequest)).DisableAntiforgery();
        import.MapPost("/confirm", Confirm).Sends(typeof(PlanActivity), typeof(EditActivity)).WithMetadata(new RequestSizeLimitAttribute(FileForm.LongestRequest)).DisableAntiforgery();
    }

    private static async Task<IResult> Ask(string partnership, int year, ActivityContexts contexts, CancellationToken ct)
    {
        if (await contexts.Find(partnership, year, null, ct) is not { } context) return TypedResults.NotFound();
        return WhyNot(context) is null ? Page(context, null, StatusCodes.Status200OK) : Forbidden;
    }

    private static async Task<IResult> Again(string partnership, int year, ActivityContexts contexts, CancellationToken ct) =>
        await contexts.Find(partnership, year, null, ct) is { } context ? TypedResults.Redirect(FileAddresses.Of(context.Id)) : TypedResults.NotFound();

    private static async Task<IResult> Sample(string partnership, int year, ActivityContexts contexts, CancellationToken ct)
    {
        if (await contexts.Find(partnership, year, null, ct) is not { } context) return TypedResults.NotFound();
        string language = LanguageSetup.Current;
        return TypedResults.File(SampleTable.Write(context.Partnership.State, year, language), "text/csv; charset=utf-8", $"{partnership}-{year}-{language}.csv");
    }

    private static async Task<IResult> Preview(string partnership, int year, HttpContext http, IAntiforgery antiforgery, ActivityContexts contexts, FilePreviews previews)
    {
        if (await contexts.Find(partnership, year, null, http.RequestAborted) is not { } context) return TypedResults.NotFound();
        if (WhyNot(context) is not null) return Forbidden;
        if (await FileForm.Read(http, antiforgery) is not { } form) return TypedResults.BadRequest();
        if (Missing(form) is { } note) return Page(context, note, StatusCodes.Status422UnprocessableEntity);
        return await Shown(context, form, previews, http.RequestAborted);
    }

    private static async Task<IResult> Confirm(
        string partnership, int year, HttpContext http, IAntiforgery antiforgery, ActivityContexts contexts, FilePreviews previews, FileConfirmation confirmation)
    {
        if (await contexts.Find(partnership, year, null, http.RequestAborted) is not { } context) return TypedResults.NotFound();
        if (WhyNot(context) is not null) return Forbidden;
        if (await FileForm.Read(http, antiforgery) is not { } form) return TypedResults.BadRequest();
        if (Missing(form) is { } note) return Page(context, note, StatusCodes.Status422UnprocessableEntity);
        if (form.Rows.Count == 0) return await Shown(context, form, previews, http.RequestAborted, nothingChosen: true);
        var preview = await previews.Make(context, form.File!, form.Language, http.RequestAborted, form.Rows);
        var result = await confirmation.Take(preview, context.Id, new FileChoice(form.Rows, form.Instead), http.RequestAborted);
        return new RazorComponentResult<FileResultPage>(new { Context = context, Form = form, Result = result });
    }

    private static async Task<IResult> Shown(ActivityContext context, FileForm form, FilePreviews previews, CancellationToken ct, bool nothingChosen = false)
    {
        var preview = await previews.Make(context, form.File!, form.Language, ct);
        if (preview.Reading.IsRefused) return Page(context, preview.Reading.Wrong[0], StatusCodes.Status422UnprocessableEntity);
        return new RazorComponentResult<FilePreviewPage>(new { Context = context, Form = form with { Language = preview.Reading.Language }, Preview = preview, NothingChosen = nothingChosen })
        {
            StatusCode = nothingChosen ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }

    /// <summary>Why the member may not import here; null where they may.</summary>
    internal static Problem? WhyNot(ActivityContext context) =>
        context.Standing is { } standing ? Rights.Check(typeof(PlanActivity), standing) : new Problem(CommandProblems.NotAllowed);

    private static FileNote? Missing(FileForm form) =>
        form.TooLarge ? new FileNote(FileNotes.TooLarge, 0, "", "", [$"{FileLimits.Octets / 1_000_000}"])
        : form.File is null ? new FileNote(FileNotes.Empty, 0, "", "", [])
        : null;

    private static StatusCodeHttpResult Forbidden => TypedResults.StatusCode(StatusCodes.Status403Forbidden);

    private static RazorComponentResult<FilePage> Page(ActivityContext context, FileNote? wrong, int status) =>
        new(new { Context = context, Wrong = wrong, IsClosed = context.Cycle.State.Phase == CyclePhase.Closed }) { StatusCode = status };
}
