using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Vuosikello.Domain;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Api;

/// <summary>Reads a request's body and headers. What cannot be read ends in a <see cref="RequestProblem"/>.</summary>
public sealed class RequestReader(IOptions<JsonOptions> json, ApiProblems problems, INewIds ids)
{
    public const string IdempotencyKey = "Idempotency-Key";

    private JsonSerializerOptions Options => json.Value.SerializerOptions;

    public async Task<T> Body<T>(HttpContext http)
    {
        RequireJson(http);
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Options, http.RequestAborted)
                ?? throw new RequestProblem(problems.Malformed("$", 1, 1, "null"));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw Malformed(e);
        }
    }

    public T Value<T>(JsonElement element, string path)
    {
        try
        {
            return element.Deserialize<T>(Options)!;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new RequestProblem(problems.Malformed(path, null, null, e.Message));
        }
    }

    public RequestProblem Unknown(string path) => new(problems.Malformed(path, null, null, "There is no such field, or it cannot be null."));

    // A page of another site can make a browser post a form with our cookie, but not JSON without asking us first.
    public void RequireJson(HttpContext http)
    {
        if (!http.Request.HasJsonContentType()) throw new RequestProblem(problems.NotJson());
    }

    /// <summary>What the command's id is made from: what the client chose, so that it may send again, or a new one.</summary>
    public Guid Command(HttpContext http)
    {
        string? key = http.Request.Headers[IdempotencyKey];
        if (string.IsNullOrEmpty(key)) return ids.Next();
        return Guid.TryParse(key, out var id) && id != Guid.Empty ? id : throw new RequestProblem(problems.BadHeader(IdempotencyKey, key));
    }

    /// <summary>The id of what a command makes, when its client chose none: it follows from the key and the member where there is a key.</summary>
    public Guid NewId(HttpContext http) =>
        string.IsNullOrEmpty(http.Request.Headers[IdempotencyKey]) ? ids.Next() : DeterministicGuid.Create(Command(http), $"{Circle.Of(http.User)}");

    /// <summary>The version on which the edit is based: <c>If-Match: "12"</c>.</summary>
    public long Version(HttpContext http)
    {
        string? match = http.Request.Headers[HeaderNames.IfMatch];
        if (string.IsNullOrWhiteSpace(match)) throw new RequestProblem(problems.VersionMissing());
        return long.TryParse(match.Trim().Trim('"'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long version)
            ? version
            : throw new RequestProblem(problems.BadHeader(HeaderNames.IfMatch, match));
    }

    private RequestProblem Malformed(Exception e) => new(e is JsonException { LineNumber: { } line } at
        ? problems.Malformed(at.Path, line + 1, at.BytePositionInLine + 1, e.Message)
        : problems.Malformed((e as JsonException)?.Path, null, null, e.Message));
}
