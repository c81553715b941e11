using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vuosikello.Events.Proof;
using Vuosikello.Web.Access;

namespace Vuosikello.Web.Proof;

/// <summary>The page that checks an export, for everybody who was given one.</summary>
public static class VerifyEndpoints
{
    // Room for the form's own parts around the file.
    private const int LongestForm = ProofChecks.LongestFile + (64 << 10);

    // In memory all through: nothing of the file comes to a disk.
    private static readonly FormOptions InMemory = new() { MemoryBufferThreshold = LongestForm, MultipartBodyLengthLimit = ProofChecks.LongestFile };

    public static void MapVerify(this IEndpointRouteBuilder app)
    {
        app.MapGet("/verify", () => Page(new VerifyShown())).Shows(View.Proof);
        // Without a token against forgery: nothing is done on anybody's behalf and nothing is kept.
        app.MapPost("/verify", Verify).WithMetadata(new RequestSizeLimitAttribute(ProofChecks.LongestRequest)).Shows(View.Proof);
    }

    private static async Task<IResult> Verify(HttpContext http, ProofChecks checks)
    {
        var shown = new VerifyShown();
        try
        {
            var answer = await checks.Check(async ct =>
            {
                (shown, var question) = await Read(http, ct);
                return question;
            }, http.RequestAborted);
            return Page(shown with { Answer = answer });
        }
        catch (UnreadableExportException problem)
        {
            return Page(shown with { Problem = "NotReadable", Detail = problem.Message });
        }
        catch (TooLargeToCheckException)
        {
            return Page(shown with { Problem = "TooMuch" });
        }
        catch (TimeoutException)
        {
            return Page(shown with { Problem = "TooSlow" });
        }
    }

    private static async Task<(VerifyShown, ProofQuestion?)> Read(HttpContext http, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType) return (new VerifyShown { Problem = "NoFile" }, null);
        IFormCollection form;
        try
        {
            form = await new FormFeature(http.Request, InMemory).ReadFormAsync(ct);
        }
        catch (Exception problem) when (problem is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return (new VerifyShown { Problem = "TooLong" }, null);
        }

        string noted = form["noted"].ToString().Trim();
        if (noted.Length > 0 && !EventHash.TryParse(noted, out _)) return (new VerifyShown { Noted = noted, Problem = "NotAHash" }, null);
        if (form.Files["file"] is not { Length: > 0 } file) return (new VerifyShown { Noted = noted, Problem = "NoFile" }, null);
        await using var content = file.OpenReadStream();
        return await ProofChecks.ReadAll(content, ct) is { } bytes
            ? (new VerifyShown { Noted = noted }, new ProofQuestion(bytes, EventHash.TryParse(noted, out var hash) ? hash : null))
            : (new VerifyShown { Noted = noted, Problem = "TooLong" }, null);
    }

    private static RazorComponentResult<VerifyPage> Page(VerifyShown shown) =>
        new(new { Shown = shown }) { StatusCode = shown.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
