using System.Text;
using Vuosikello.Web.Proof;
using Vuosikello.Web.Tests.Api;
using Vuosikello.Web.Tests.Live;

namespace Vuosikello.Web.Tests.Proof;

public sealed class The_check_for_programs
{
    private const string Verify = "/api/verify";

    [Fact]
    public async Task It_answers_whether_all_fits_and_which_event_does_not()
    {
        await using var server = await LiveServer.Start();
        string noted = SampleExport.Sound.Streams[0].Events[1].Hash.ToString();

        var fits = (await server.Ask("POST", $"{Verify}?head={noted}", Text(SampleExport.Written), language: "en")).Body;
        Assert.True(fits.GetProperty("fits").GetBoolean());
        Assert.Equal(1, fits.GetProperty("noted").GetProperty("version").GetInt64());
        Assert.Equal(SampleExport.Sound.Streams[0].Head.Hash.ToString(), fits.GetProperty("streams")[0].GetProperty("hash").GetString());

        var forged = (await server.Ask("POST", Verify, Text(SampleExport.Forged), language: "en")).Body;
        Assert.False(forged.GetProperty("fits").GetBoolean());
        Assert.Equal("Changed", forged.GetProperty("firstMisfit").GetProperty("reason").GetString());
        Assert.Equal(1, forged.GetProperty("firstMisfit").GetProperty("version").GetInt64());
        Assert.StartsWith("The first event that does not fit", forged.GetProperty("message").GetString(), StringComparison.Ordinal);

        var rewritten = (await server.Ask("POST", $"{Verify}?head={new string('a', 64)}", Text(SampleExport.Written))).Body;
        Assert.False(rewritten.GetProperty("fits").GetBoolean());
    }

    [Fact]
    public async Task It_says_what_it_cannot_check()
    {
        await using var server = await LiveServer.Start();

        var other = await server.Ask("POST", Verify, "{}");
        Assert.Equal((400, "urn:vuosikello:problem:malformed-json"), (other.Status, other.Type));
        Assert.Contains("not an export of Vuosikello", other.Body.GetProperty("reason").GetString(), StringComparison.Ordinal);

        Assert.Equal((400, "urn:vuosikello:problem:head-malformed"), (await server.Ask("POST", $"{Verify}?head=abc", "{}")) is var hash ? (hash.Status, hash.Type) : default);
        Assert.Equal(415, (await server.Ask("POST", Verify, "x", mediaType: "text/plain")).Status);
        Assert.Equal(413, (await server.Ask("POST", Verify, new string(' ', ProofChecks.LongestFile + 1))).Status);
    }

    [Theory]
    [InlineData("/api/partnerships/testiseutu/agreements/tilat/export")]
    [InlineData("/api/partnerships/testiseutu/rules/export")]
    public async Task Exports_are_for_members_and_of_what_there_is(string address)
    {
        await using var server = await LiveServer.Start();

        Assert.Equal(401, (await server.Ask("GET", address)).Status);
        Assert.Equal(403, (await server.Ask("GET", address, by: LiveServer.Outsider)).Status);
        Assert.Equal(404, (await server.Ask("GET", address, by: LiveServer.Coordinator)).Status);
    }

    private static string Text(byte[] utf8) => Encoding.UTF8.GetString(utf8);
}
