using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.ActivityFiles;
using Vuosikello.Web.ActivityFiles.Reading;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Partners;

namespace Vuosikello.Web.PartnerFiles;

/// <summary>A table of partners brought into the register: the file, a preview of what it would change, and what it did; and the register as a table.</summary>
internal static class PartnerFileEndpoints
{
    public static void MapPartnerFiles(this IEndpointRouteBuilder app, string all)
    {
        app.MapGet(all + "/import", Ask).Shows(View.PartnerFile);
        app.MapGet(all + "/import/confirm", (string partnership) => TypedResults.Redirect(PartnerAddresses.Import(new(partnership)))).Shows(View.PartnerFile);
        // The token against forgery is looked at by hand: only then are the limits of the form those of a file.
        app.MapPost(all + "/import", Preview).Shows(View.PartnerFile).WithMetadata(new RequestSizeLimitAttribute(FileForm.LongestRequest)).DisableAntiforgery();
        app.MapPost(all + "/import/confirm", Confirm).Shows(View.PartnerFile).Sends(typeof(BringInPartners)).WithMetadata(new RequestSizeLimitAttribute(FileForm.LongestRequest)).DisableAntiforgery();
        app.MapGet(all + "/export.csv", Export).Shows(View.PartnerTable).NotedAs("partners-export");
    }

    private static IResult Ask(string partnership, IPartnershipViews partnerships) =>
        partnerships.Find(new(partnership)) is { } found ? Page(found, null, StatusCodes.Status200OK) : TypedResults.NotFound();

    private static async Task<IResult> Preview(
        string partnership, HttpContext http, IAntiforgery antiforgery, IPartnershipViews partnerships, PartnerFilePreviews previews, Resources.Texts texts)
    {
        if (partnerships.Find(new(partnership)) is not { } found) return TypedResults.NotFound();
        if (await FileForm.Read(http, antiforgery) is not { } form) return TypedResults.BadRequest();
        if (Missing(form, texts) is { } wrong) return Page(found, wrong, StatusCodes.Status422UnprocessableEntity);
        return Shown(found, form, await previews.Make(found, form.File!, http.RequestAborted));
    }

    private static async Task<IResult> Confirm(
        string partnership, HttpContext http, IAntiforgery antiforgery, IPartnershipViews partnerships, PartnerFilePreviews previews, PartnerFileTaking taking, INewIds ids,
        Resources.Texts texts)
    {
        if (partnerships.Find(new(partnership)) is not { } found) return TypedResults.NotFound();
        if (await FileForm.Read(http, antiforgery) is not { } form) return TypedResults.BadRequest();
        if (Missing(form, texts) is { } wrong) return Page(found, wrong, StatusCodes.Status422UnprocessableEntity);
        var preview = await previews.Make(found, form.File!, http.RequestAborted);
        if (preview.Refused is not null) return Shown(found, form, preview);
        var command = Guid.TryParse(http.Request.Form["command"], out var id) ? id : ids.Next();
        var (outcome, taken) = await taking.Take(found.State, preview, command, http.RequestAborted);
        return outcome is null or Outcome.Done
            ? new RazorComponentResult<PartnerFileResultPage>(new { Partnership = found, Preview = preview, Taken = taken })
            : outcome.Answer((problems, status) => Shown(found, form, preview, problems, status));
    }

    private static async Task<IResult> Export(
        string partnership, HttpContext http, IPartnershipViews partnerships, ContactPersons contacts, Resources.Texts texts, IClock clock)
    {
        if (partnerships.Find(new(partnership)) is not { } found) return TypedResults.NotFound();
        var cards = PartnerRegisterQuery.Parse(http.Request.Query).Search.In(found.State, CardDates.DayOf(clock.GetCurrentInstant()), LanguageSetup.Current);
        byte[] table = PartnerTable.Write(found.State, cards, await contacts.Of(found.Id, http.RequestAborted), texts, LanguageSetup.Current);
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(table, "text/csv; charset=utf-8", $"{partnership}-partners-{LanguageSetup.Current}.csv");
    }

    private static string? Missing(FileForm form, Resources.Texts texts) =>
        form.TooLarge ? texts.Import[$"Note.{FileNotes.TooLarge}", $"{FileLimits.Octets / 1_000_000}"].Value
        : form.File is null ? texts.Import[$"Note.{FileNotes.Empty}"].Value
        : null;

    private static RazorComponentResult Shown(PartnershipView partnership, FileForm form, PartnerFilePreview preview, IReadOnlyList<Problem>? problems = null, int status = StatusCodes.Status200OK) =>
        preview.Refused is { } refused
            ? Page(partnership, refused, StatusCodes.Status422UnprocessableEntity)
            : new RazorComponentResult<PartnerFilePreviewPage>(new { Partnership = partnership, Form = form, Preview = preview, Problems = problems ?? [] }) { StatusCode = status };

    private static RazorComponentResult<PartnerFilePage> Page(PartnershipView partnership, string? wrong, int status) =>
        new(new { Partnership = partnership, Wrong = wrong }) { StatusCode = status };
}
