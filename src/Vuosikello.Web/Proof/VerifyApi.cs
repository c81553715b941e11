using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Vuosikello.Events.Proof;
using Vuosikello.Web.Access;
using Vuosikello.Web.Api;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Proof;

/// <summary>The check of an export for programs; open to everybody, as the page is.</summary>
public static class VerifyApi
{
    public static void MapVerifyApi(this IEndpointRouteBuilder api) =>
        api.MapPost("/verify", Verify).WithTags("Proof").Shows(View.Proof).WithMetadata(new RequestSizeLimitAttribute(ProofChecks.LongestRequest))
            .Accepts<object>("application/json").Produces<ProofResource>().ProducesProblem(400).ProducesProblem(408).ProducesProblem(413).ProducesProblem(415)
            .WithName("VerifyExport").WithSummary("Checks an export: whether every event is as it was written, and which is the first that is not. Nothing is kept.");

    private static async Task<IResult> Verify(
        HttpContext http, ProofChecks checks, RequestReader reader, ApiProblems problems, IStringLocalizer<ProofTexts> texts, IStringLocalizer<HistoryTexts> history, [FromQuery] string? head = null)
    {
        reader.RequireJson(http);
        EventHash? noted = null;
        if (!string.IsNullOrEmpty(head)) noted = EventHash.TryParse(head, out var hash) ? hash : throw new RequestProblem(problems.BadHash(texts["NotAHash", head]));
        try
        {
            var answer = await checks.Check(
                async ct => await ProofChecks.ReadAll(http.Request.Body, ct) is { } file ? new(file, noted) : null, http.RequestAborted);
            return answer is null ? TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge) : TypedResults.Ok(ProofResource.Of(answer, new(texts, history, answer.Export)));
        }
        catch (UnreadableExportException problem)
        {
            return problems.Malformed("$", null, null, problem.Message);
        }
        catch (TooLargeToCheckException)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, detail: texts["TooMuch"]);
        }
        catch (TimeoutException)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status408RequestTimeout);
        }
    }
}

/// <summary>What the check found.</summary>
/// <param name="Fits">True when every event is as it was written, and the noted hash, if one was given, is that of an event.</param>
/// <param name="Events">How many events fit, up to the first that does not.</param>
/// <param name="Streams">The last event of each stream, as the file has it: note a hash to check a later export against it.</param>
/// <param name="FirstMisfit">The first event that does not fit.</param>
/// <param name="Noted">The event that has the noted hash.</param>
/// <param name="Message">The same as a sentence, in the language of the request.</param>
public sealed record ProofResource(bool Fits, long Events, ProofHeadResource[] Streams, MisfitResource? FirstMisfit, ProofHeadResource? Noted, string Message)
{
    internal static ProofResource Of(ProofAnswer answer, ProofWords words)
    {
        var (misfit, events, found) = answer.Findings;
        return new(
            answer.Fits, events, [.. answer.Export.Streams.Select(s => ProofHeadResource.Of(s.Head, words))],
            misfit is null ? null : new(misfit.Stream.Value, words.Of(misfit.Stream), misfit.Version, misfit.Type, misfit.Reason.ToString()),
            found is { } head ? ProofHeadResource.Of(head, words) : null,
            string.Join(' ', words.Of(answer)));
    }
}

/// <param name="About">What the stream is about, in the language of the request.</param>
/// <param name="Hash">64 hexadecimal digits.</param>
public sealed record ProofHeadResource(string Stream, string About, long Version, string Hash)
{
    internal static ProofHeadResource Of(ChainHead head, ProofWords words) => new(head.Stream.Value, words.Of(head.Stream), head.Version, head.Hash.ToString());
}

/// <param name="Reason">OutOfTurn, Changed, Unreadable, EndMissing or AfterEnd.</param>
public sealed record MisfitResource(string Stream, string About, long Version, string Type, string Reason);
