using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Web.Tests.Matrix;

/// <summary>Live page × role, through the hub itself: who may join a page, and who may open a part of it to edit.</summary>
[Collection(OneGround.Name)]
public sealed class The_matrix_of_the_hub(Ground ground)
{
    private const byte End = 0x1e;

    public static TheoryData<string> Actors => [.. Actor.All.Select(actor => actor.Name)];

    [Theory]
    [MemberData(nameof(Actors))]
    public async Task Lets_in_whom_the_page_is_for(string name)
    {
        var actor = Actor.All.Single(a => a.Name == name);
        Guid activity = await ground.Activity("tuusula");
        // The hub knows no tokens: who comes with one is the public there.
        var who = actor.Reach is null ? actor : Actor.All[0];
        bool runs = who.IsAdministrator || Is(who, Role.Coordinator), steers = Is(who, Role.SteeringGroupMember);
        bool tuusulas = who.For == "tuusula";

        var expected = new (string Page, bool Lets)[]
        {
            ("board/kuuma-seutu/2026", true),
            ($"activity/kuuma-seutu/2026/{activity}", true),
            ("rules/kuuma-seutu", who.IsAdministrator || who.IsMember(Actor.Kuuma)),
            ("round/kuuma-seutu/kesapiha", runs || steers || tuusulas),
            ("statement/kuuma-seutu/kesapiha/tuusula", tuusulas),
            ("statement/kuuma-seutu/kesapiha/kerava", false),
            ("answers/kuuma-seutu/kesapiha", runs),
            ("no-such-page/kuuma-seutu", false),
        };
        await using var line = await Line.Open(ground, actor);
        foreach (var (page, lets) in expected)
            Assert.True(await line.IsLetIn("Join", page, "fi", 0) == lets, $"{actor.Name} should {(lets ? "" : "not ")}be let in at {page}");
        Assert.Equal(runs || Is(who, Role.Editor), await line.IsLetIn("Edit", $"activity/kuuma-seutu/2026/{activity}", activity.ToString(), "fi"));
    }

    private static bool Is(Actor actor, Role role) => actor.Roles.Any(held => held.Partnership == Actor.Kuuma && held.Role == role);

    /// <summary>One connection to the hub, with an actor's papers.</summary>
    private sealed class Line(WebSocket socket) : IAsyncDisposable
    {
        private int _calls;

        public static async Task<Line> Open(Ground ground, Actor actor)
        {
            var client = ground.Site.Server.CreateWebSocketClient();
            if (ground.Papers(actor) is { } papers) client.ConfigureRequest = request => request.Headers[papers.Header] = papers.Value;
            var line = new Line(await client.ConnectAsync(new Uri("ws://localhost/hubs/board"), TestContext.Current.CancellationToken));
            await line.Say("""{"protocol":"json","version":1}""");
            return line;
        }

        public async Task<bool> IsLetIn(string method, params object[] arguments)
        {
            string id = (++_calls).ToString(System.Globalization.CultureInfo.InvariantCulture);
            await Say(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }));
            while (true)
            {
                foreach (string message in await Hear())
                {
                    using var json = JsonDocument.Parse(message);
                    if (json.RootElement.TryGetProperty("invocationId", out var of) && of.GetString() == id)
                        return json.RootElement.TryGetProperty("result", out var result) && result.ValueKind == JsonValueKind.Number;
                }
            }
        }

        public ValueTask DisposeAsync()
        {
            socket.Dispose();
            return ValueTask.CompletedTask;
        }

        private Task Say(string text) => socket.SendAsync((byte[])[.. Encoding.UTF8.GetBytes(text), End], WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

        private async Task<string[]> Hear()
        {
            var heard = new MemoryStream();
            byte[] piece = new byte[64 * 1024];
            while (heard.Length == 0 || heard.GetBuffer()[heard.Length - 1] != End)
            {
                var got = await socket.ReceiveAsync(piece, TestContext.Current.CancellationToken);
                if (got.MessageType == WebSocketMessageType.Close) throw new InvalidOperationException("The hub ended the connection.");
                heard.Write(piece, 0, got.Count);
            }
            return Encoding.UTF8.GetString(heard.ToArray()).Split((char)End, StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
