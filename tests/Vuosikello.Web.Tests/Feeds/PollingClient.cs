using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Vuosikello.Web.Tests.Feeds;

/// <summary>A calendar program as most are: it keeps what it got, and asks again with the tag, or with the date, that came with that.</summary>
internal sealed class PollingClient(Uri feed, bool byTag) : IDisposable
{
    private readonly HttpClient _http = new();
    private EntityTagHeaderValue? _tag;
    private DateTimeOffset? _date;

    /// <summary>Whether the last answer had a date to ask with: the first seconds after a change have none, and it comes whole again.</summary>
    public bool IsDated { get; private set; }

    public byte[] Kept { get; private set; } = [];

    public async Task<HttpStatusCode> Poll()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, feed);
        if (byTag && _tag is not null) request.Headers.IfNoneMatch.Add(_tag);
        if (!byTag) request.Headers.IfModifiedSince = _date;
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotModified, string.Create(CultureInfo.InvariantCulture, $"{feed} was answered with {answer.StatusCode}."));
        if (answer.StatusCode == HttpStatusCode.OK) Kept = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        IsDated = answer.Content.Headers.LastModified is not null;
        (_tag, _date) = (answer.Headers.ETag ?? _tag, answer.Content.Headers.LastModified ?? _date);
        return answer.StatusCode;
    }

    public void Dispose() => _http.Dispose();
}
