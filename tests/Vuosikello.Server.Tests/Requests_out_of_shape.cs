using System.Net;
using System.Net.Sockets;
using System.Text;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>What nobody sends who means well, against the real web server on its real port.</summary>
public sealed class Requests_out_of_shape(Requests_out_of_shape.Server server) : IClassFixture<Requests_out_of_shape.Server>
{
    /// <summary>Two ways to read where a request ends, which let one request hide in another behind a proxy that reads it the other way (RFC 9112 section 11.2).</summary>
    [Theory]
    [InlineData("two lengths that differ", "Content-Length: 5\r\nContent-Length: 40\r\n", "hello")]
    [InlineData("lengths in a list", "Content-Length: 5, 40\r\n", "hello")]
    [InlineData("chunks that are none", "Transfer-Encoding: chunked\r\n", "zz\r\nhello\r\n0\r\n\r\n")]
    [InlineData("a chunk's size out of range", "Transfer-Encoding: chunked\r\n", "ffffffffffffffff1\r\nhello\r\n0\r\n\r\n")]
    [InlineData("a coding that is unknown", "Transfer-Encoding: chunked, vuosikello\r\n", "0\r\n\r\n")]
    [InlineData("a folded header", "X-Folded: one\r\n two\r\nContent-Length: 0\r\n", "")]
    [InlineData("a space before the colon", "Content-Length : 5\r\n", "hello")]
    [InlineData("a header without a name", ": nothing\r\n", "")]
    [InlineData("a null in a header", "X-Null: a\0b\r\n", "")]
    public async Task Are_refused_and_nothing_behind_them_on_the_line_is_answered(string what, string headers, string body)
    {
        Assert.NotEmpty(what);
        string answers = await Say($"POST /sign-in/demo HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n{body}GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 4", answers, StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP/1.1 200", answers, StringComparison.Ordinal);
        Assert.DoesNotContain("Healthy", answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_length_and_chunks_together_the_chunks_count_and_the_line_is_not_used_again()
    {
        string answers = await Say("POST /sign-in/demo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.DoesNotContain("Healthy", answers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "400")]
    [InlineData("Host: one\r\nHost: two\r\n", "400")]
    [InlineData("Host: a b\r\n", "400")]
    public async Task A_request_without_one_clear_host_is_refused(string hosts, string status)
    {
        Assert.StartsWith($"HTTP/1.1 {status}", await Say($"GET /health/live HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(17 * 1024, 1, "431")]
    [InlineData(10, 200, "431")]
    public async Task Headers_beyond_measure_are_refused(int length, int count, string status)
    {
        string headers = string.Concat(Enumerable.Range(0, count).Select(n => $"X-{n}: {new string('x', length)}\r\n"));
        string answer = await Say($"GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n");

        Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Server:", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/sign-in/demo")]
    [InlineData("/kuuma-seutu/2026/import")]
    [InlineData("/api/partnerships/kuuma-seutu/activities")]
    public async Task Of_an_upload_of_a_gigabyte_little_is_taken(string address)
    {
        using var client = await server.It.Client(Members.KuumaCoordinator);
        using var upload = new Gigabyte();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = upload };
        try
        {
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
        catch (HttpRequestException)
        {
            // The line was cut while the rest was on its way: also an answer.
        }

        Assert.InRange(upload.Sent, 0, 100_000_000);
        using var after = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private async Task<string> Say(string request)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(server.It.Address.Host, server.It.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = line.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var answers = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answers, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Cut instead of closed.
        }
        return Encoding.Latin1.GetString(answers.ToArray());
    }

    private sealed class Gigabyte : HttpContent
    {
        private static readonly byte[] Piece = new byte[64 * 1024];

        public long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            while (Sent < 1_000_000_000)
            {
                await stream.WriteAsync(Piece);
                Sent += Piece.Length;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    public sealed class Server : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        public RunningServer It { get; private set; } = null!;

        public async ValueTask InitializeAsync() => It = await RunningServer.Start(_folder.Path);

        public async ValueTask DisposeAsync()
        {
            await It.DisposeAsync();
            _folder.Dispose();
        }
    }
}
