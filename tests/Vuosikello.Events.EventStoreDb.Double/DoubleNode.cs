using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vuosikello.Events.EventStoreDb.Double.Protocol;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;
using Endpoint = Vuosikello.Events.EventStoreDb.Connection.Endpoint;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>One node of the double: HTTP/2 on Kestrel, and the protocol by hand. It does wrong what it is told to do wrong.</summary>
internal sealed class DoubleNode : IAsyncDisposable
{
    private readonly DoubleCluster _cluster;
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<ConnectionContext, bool> _connections = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Fault>> _faults = new(StringComparer.Ordinal);
    private volatile bool _down;

    private DoubleNode(DoubleCluster cluster, WebApplication app) => (_cluster, _app) = (cluster, app);

    public Endpoint At { get; private set; }

    /// <summary>Every call that came, and of a call of many appends each append: its method and headers.</summary>
    public ConcurrentQueue<(string Method, IHeaderDictionary Headers)> Calls { get; } = new();

    /// <summary>Every request for reading that came.</summary>
    public ConcurrentQueue<ReadReq.Types.Options> Readings { get; } = new();

    public static async Task<DoubleNode> Start(DoubleCluster cluster, X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        DoubleNode? node = null;
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.Limits.MinResponseDataRate = null;
            server.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.Use(next => connection => node!.Carry(connection, next));
                if (certificate is not null) listen.UseHttps(certificate);
            });
        });
        if (certificate is not null) builder.WebHost.UseKestrelHttpsConfiguration();
        var app = builder.Build();
        node = new DoubleNode(cluster, app);
        app.Run(node.Handle);
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        node.At = new Endpoint(address.Host, address.Port);
        return node;
    }

    /// <summary>The next call of a kind goes wrong: Append, Read, and of the readings in particular Subscribe and ReadAll. Those after it in the order in which they were told to.</summary>
    public void Next(string kind, Fault fault) => _faults.GetOrAdd(kind, static _ => new()).Enqueue(fault);

    /// <summary>Breaks all connections; until <see cref="Up"/>, none is let in.</summary>
    public void Down()
    {
        _down = true;
        CutConnections();
    }

    public void Up() => _down = false;

    public void CutConnections()
    {
        foreach (var connection in _connections.Keys) connection.Abort();
    }

    private async Task Carry(ConnectionContext connection, ConnectionDelegate next)
    {
        _connections[connection] = true;
        if (_down) connection.Abort();
        try
        {
            await next(connection);
        }
        finally
        {
            _connections.TryRemove(connection, out _);
        }
    }

    private async Task Handle(HttpContext context)
    {
        string method = context.Request.Path.Value!.Split('/')[^1];
        // A copy: the server uses the headers of a call that is over for the next.
        if (method != "BatchAppend") Calls.Enqueue((method, new HeaderDictionary(context.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase))));
        var answer = new AnswerWriter(context);
        try
        {
            using (await _cluster.Ways.Enter(context, answer))
            {
                await Misbehave(method, answer, context);
                await Answer(context, answer);
                answer.End();
            }
        }
        catch (CallFailure failure)
        {
            answer.Fail(failure);
        }
        catch (InvalidProtocolBufferException)
        {
            answer.Fail(new CallFailure(GrpcStatus.Internal, "Incomplete message."));
        }
        catch (Spoiled)
        {
            await context.Response.CompleteAsync();
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            context.Abort();
        }
    }

    private async Task Misbehave(string kind, AnswerWriter answer, HttpContext context)
    {
        if (Taken(kind) is not { } fault) return;
        answer.Fault = fault;
        switch (fault)
        {
            case Fault.NotReady: throw CallFailure.NotReady();
            case Fault.Throw: throw CallFailure.Handler();
            case Fault.Hang:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
        }
    }

    private Fault? Taken(string kind) => _faults.TryGetValue(kind, out var faults) && faults.TryDequeue(out var fault) ? fault : null;

    private Fault? OneOfMany(HttpContext context)
    {
        Calls.Enqueue(("Append", context.Request.Headers));
        CheckLeads(context);
        return Taken("Append");
    }

    private async Task Answer(HttpContext context, AnswerWriter answer)
    {
        switch (context.Request.Path.Value)
        {
            case "/event_store.client.gossip.Gossip/Read":
                await RequestReader.Messages(context, Empty.Parser);
                await answer.Write(_cluster.Gossip());
                break;
            case "/event_store.client.streams.Streams/Append":
                var messages = await RequestReader.Messages(context, AppendReq.Parser);
                CheckLeads(context);
                if (answer.Fault is Fault.Late) await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                await answer.Write(_cluster.Log.Append(messages[0].Options, [.. messages.Skip(1).Select(m => m.ProposedMessage)]));
                break;
            case "/event_store.client.streams.Streams/BatchAppend":
                await new ManyAppends(_cluster.Log, answer, () => OneOfMany(context)).Run(context);
                break;
            case "/event_store.client.server_features.ServerFeatures/GetSupportedMethods" when _cluster.TakesManyAppends:
                await RequestReader.Messages(context, Empty.Parser);
                await answer.Write(new SupportedMethods { Methods = { new SupportedMethod { ServiceName = "event_store.client.streams.Streams", MethodName = "batchappend" } } });
                break;
            case "/event_store.client.streams.Streams/Read":
                await Read(context, answer);
                break;
            default:
                throw new CallFailure(GrpcStatus.Unimplemented, "Method is unimplemented.");
        }
    }

    private async Task Read(HttpContext context, AnswerWriter answer)
    {
        var asked = (await RequestReader.Messages(context, ReadReq.Parser))[0].Options;
        CheckLeads(context);
        Readings.Enqueue(asked);
        await Misbehave(Kind(asked), answer, context);
        if (answer.Fault is Fault.Starting)
            await Double.Readings.OfNothing(asked, answer);
        else if (asked.CountOptionCase == ReadReq.Types.Options.CountOptionOneofCase.Subscription)
            await new LiveReading(_cluster.Log, asked, answer, _cluster.IsOld).Run(context.RequestAborted);
        else if (asked.StreamOptionCase == ReadReq.Types.Options.StreamOptionOneofCase.Stream)
            await Double.Readings.Stream(_cluster.Log, asked, answer);
        else
            await Double.Readings.All(_cluster.Log, asked, answer, _cluster.IsOld);
    }

    private static string Kind(ReadReq.Types.Options asked) =>
        asked.CountOptionCase == ReadReq.Types.Options.CountOptionOneofCase.Subscription ? "Subscribe"
        : asked is { All: not null, ReadDirection: ReadReq.Types.Options.Types.ReadDirection.Forwards } ? "ReadAll"
        : "other";

    private void CheckLeads(HttpContext context)
    {
        if (context.Request.Headers["requires-leader"] != "true" || _cluster.Leader == this) return;
        (string, string)[] where = _cluster.Leader is { } leader
            ? [("exception", "not-leader"), ("leader-endpoint-host", leader.At.Host), ("leader-endpoint-port", $"{leader.At.Port}")]
            : [("exception", "not-leader")];
        throw new CallFailure(GrpcStatus.NotFound, "Leader info available", where);
    }

    public async ValueTask DisposeAsync()
    {
        Down();
        await _app.DisposeAsync();
    }
}
