using System.Text;
using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;
using Vuosikello.Events.EventStoreDb.Store;
using Vuosikello.Events.EventStoreDb.Double;

namespace Vuosikello.Events.EventStoreDb.Tests.Grpc;

/// <summary>Calls over HTTP/2, and all the ways in which they can end.</summary>
public sealed class CallTests : IAsyncLifetime
{
    private DoubleCluster _cluster = null!;
    private HttpMessageInvoker _http = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private GrpcChannel Channel => new(_http, _cluster.Node.At.Address(tls: false), new Credentials("kaisa", "pass:word").Header);

    public async ValueTask InitializeAsync()
    {
        _cluster = await DoubleCluster.Start();
        _http = Wire.Open(ConnectionString.Parse(_cluster.ConnectionString()));
        _cluster.Log.AppendForeign(5);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _cluster.DisposeAsync();
    }

    private Task<ClusterInfo> Ask(CallOptions options = default, CancellationToken? ct = null) => Channel.Ask(Gossip.Method, [new Empty()], options, ct ?? Ct);

    private async Task<int> ReadAll()
    {
        int events = 0;
        await using var answers = await Channel.Open(ServerMethods.Read, [Requests.All(0, "other")], default, Ct);
        while (await answers.Next() is { } messages) events += messages.Count;
        return events;
    }

    [Fact]
    public async Task A_question_gets_its_answer() => Assert.Single((await Ask()).Members);

    [Fact]
    public async Task A_stream_of_messages_gets_one_answer()
    {
        var e = new EventData(Guid.NewGuid(), "type", "{}"u8.ToArray(), "{}"u8.ToArray());
        var messages = Requests.Append(new StreamNames("vk-").Stored(new StreamName("a-1")), -1, [e, e with { Id = Guid.NewGuid() }]);

        Assert.Equal(1UL, (await Channel.Ask(ServerMethods.Append, messages, default, Ct)).Success.CurrentRevision);
    }

    [Fact]
    public async Task A_question_gets_a_stream_of_answers() => Assert.Equal(5, await ReadAll());

    [Fact]
    public async Task An_answer_without_messages_which_comes_as_headers_alone_is_a_good_one()
    {
        await using var answers = await Channel.Open(ServerMethods.Read, [Requests.Last("nobody's")], default, Ct);

        Assert.Null(await answers.Next());
    }

    [Fact]
    public async Task A_call_carries_its_deadline_the_user_and_the_wish_for_the_leader()
    {
        await Ask(new CallOptions(RequiresLeader: true, Deadline: TimeSpan.FromSeconds(90)));

        var headers = Assert.Single(_cluster.Node.Calls).Headers;
        Assert.Equal(("90000m", "true", "trailers", "application/grpc"), ($"{headers["grpc-timeout"]}", $"{headers["requires-leader"]}", $"{headers.TE}", $"{headers.ContentType}"));
        Assert.Equal("kaisa:pass:word", Encoding.UTF8.GetString(Convert.FromBase64String($"{headers.Authorization}"["Basic ".Length..])));
    }

    [Theory]
    [InlineData(0.0001, "1m")]
    [InlineData(1.5, "1500m")]
    [InlineData(10_000_000, "99999999m")]
    public void A_deadline_is_told_in_at_most_eight_digits(double seconds, string header) => Assert.Equal(header, Deadline.Header(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public async Task An_error_in_place_of_the_answer_is_told_with_its_message()
    {
        var failure = await Assert.ThrowsAsync<GrpcException>(() => Channel.Ask(new GrpcMethod<Empty>("/event_store.client.streams.Streams/Nothing", Empty.Parser), [], default, Ct));

        Assert.Equal((GrpcStatus.Unimplemented, "Method is unimplemented."), (failure.Status, failure.Message));
    }

    [Theory]
    [InlineData(Fault.CutInMessage, GrpcStatus.Unavailable)]
    [InlineData(Fault.EndInMessage, GrpcStatus.Unavailable)]
    [InlineData(Fault.NoTrailers, GrpcStatus.Unavailable)]
    [InlineData(Fault.LoseAnswer, GrpcStatus.Unavailable)]
    [InlineData(Fault.Garbage, GrpcStatus.Internal)]
    [InlineData(Fault.Compressed, GrpcStatus.Internal)]
    [InlineData(Fault.NotReady, GrpcStatus.Unavailable)]
    [InlineData(Fault.Throw, GrpcStatus.Unknown)]
    internal async Task A_call_that_goes_wrong_says_so(Fault fault, GrpcStatus status)
    {
        _cluster.Node.Next("Read", fault);

        Assert.Equal(status, (await Assert.ThrowsAsync<GrpcException>(ReadAll)).Status);
        Assert.Equal(5, await ReadAll());
    }

    [Fact]
    public async Task A_call_without_an_answer_ends_at_its_deadline()
    {
        _cluster.Node.Next("Read", Fault.Hang);

        var failure = await Assert.ThrowsAsync<GrpcException>(() => Ask(new CallOptions(Deadline: TimeSpan.FromMilliseconds(50))));

        Assert.Equal(GrpcStatus.DeadlineExceeded, failure.Status);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends_as_cancelled()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        _cluster.Node.Next("Read", Fault.Hang);
        var waiting = Ask(new CallOptions(Deadline: TimeSpan.FromHours(1)), cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_a_node_that_is_away()
    {
        _cluster.Node.Down();

        Assert.Equal(GrpcStatus.Unavailable, (await Assert.ThrowsAsync<GrpcException>(() => Ask())).Status);
    }
}
