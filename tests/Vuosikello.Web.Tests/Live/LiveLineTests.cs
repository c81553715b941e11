using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Access;
using Vuosikello.Web.Board;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Tests.Live;

public sealed class LiveLineTests
{
    private const string WithoutTimeLimit = "/hubs/patient";

    [Fact]
    public async Task A_reader_who_takes_nothing_is_cut_off_and_nobody_waits_for_it()
    {
        // Given a server that would wait an hour for a reader, and readers who are there but for one of them
        await using var server = await LiveServer.Start(app => app.MapHub<LiveHub>(WithoutTimeLimit, o => o.TransportSendTimeout = TimeSpan.FromHours(1)).Shows(View.LiveConnection));
        ((TestFragments)server.Services.GetRequiredService<IBoardFragments>()).Filler = new string('x', 100_000);
        var id = await server.Plan("Foorumi");
        string board = LiveBoards.KeyOf(LiveServer.Cycle, "");
        long position = server.Views.Position.Value;
        using var stuck = await StuckReader.Join(server.Address, WithoutTimeLimit, board, "fi", position);
        await using var healthy = await server.Watch();

        // When more is sent than a line and the system's own buffers hold
        for (int edit = 0; edit < LiveLine.MostWaiting + 150; edit++)
        {
            await server.Retitle(id, $"Nimi {edit}");
            if (edit % 20 == 0 && edit < LiveLine.MostWaiting) await stuck.Ping();

            // Then everybody else gets every change
            Assert.Contains($"Nimi {edit}<", (await healthy.Next("patch"))[0].GetRawText().Replace("\\u003C", "<", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        // And the stuck connection is ended, is at the page no more, and catches up when it comes back
        await stuck.Ended();
        await using var back = await server.Watch(position: position);
        Assert.True((await back.Next("patch"))[0].GetProperty("full").GetBoolean());
        while ((await back.Next("presence"))[0].GetProperty("count").GetInt32() != 2) { }
    }

    [Fact]
    public void As_many_messages_wait_as_may_and_the_next_one_ends_the_connection()
    {
        var options = new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1);
        var pair = new Ends(new Pipe(options), new Pipe(options));
        var connection = new HubConnectionContext(new DefaultConnectionContext("stuck", pair, pair), new HubConnectionContextOptions { KeepAliveInterval = TimeSpan.FromHours(1) }, NullLoggerFactory.Instance)
        {
            Protocol = new JsonHubProtocol(),
        };
        var line = new LiveLine(connection, NullLogger.Instance);
        var message = LiveMessages.Of(PagePatch.None, []);

        for (int sent = 0; sent < LiveLine.MostWaiting; sent++) line.Send(message);
        Assert.False(connection.ConnectionAborted.IsCancellationRequested);

        line.Send(message);
        connection.ConnectionAborted.WaitHandle.WaitOne();
    }

    private sealed class Ends(Pipe incoming, Pipe outgoing) : IDuplexPipe
    {
        public PipeReader Input => incoming.Reader;
        public PipeWriter Output => outgoing.Writer;
    }
}
