using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Domain;
using Vuosikello.Web.Tests.Live;
using static Vuosikello.Web.Tests.Api.AgreementOverTheApi;

namespace Vuosikello.Web.Tests.Api;

public sealed class AgreementApiTests
{
    [Fact]
    public async Task An_agreement_is_written_offered_approved_signed_and_in_force()
    {
        await using var server = await Start();
        Assert.Equal(201, (await server.Command("PUT", One, Draft)).Status);
        Assert.Equal(200, (await server.Command("PATCH", One, """{"notice":{"count":30,"unit":"days"}}""", ifMatch: "\"0\"")).Status);
        Assert.Equal(201, (await server.Command("POST", $"{One}/clauses", $$"""{"text":{"fi":"Tilat siivotaan."},"after":"{{Clause}}"}""")).Status);
        Assert.Equal(200, (await server.Command("POST", $"{One}/offer", ifMatch: "\"2\"")).Status);
        string hash = await Hash(server);

        await Approve(server, hash);
        Assert.Equal(200, (await By(server, OfKerava, "kerava", "sign", hash)).Status);
        Assert.Equal("approved", Item(await Seen(server)).GetProperty("stage").GetString());
        Assert.Equal(200, (await By(server, OfTuusula, "tuusula", "sign", hash)).Status);

        var seen = await Seen(server);
        Assert.Equal("in-force", Item(seen).GetProperty("standing").GetString());
        var version = seen.GetProperty("versions")[0];
        Assert.Equal(["kerava", "tuusula"], version.GetProperty("signatures").EnumerateArray().Select(s => s.GetProperty("party").GetString()));
        Assert.All(version.GetProperty("signatures").EnumerateArray(), s => Assert.Equal(hash, s.GetProperty("hash").GetString()));
        Assert.Equal(2, version.GetProperty("content").GetProperty("clauses").GetArrayLength());
    }

    [Fact]
    public async Task The_text_is_the_bytes_whose_hash_is_signed_in_every_language_the_same()
    {
        await using var server = await Start();
        await Offer(server);
        string hash = await Hash(server);
        foreach (string language in (string[])["fi", "sv", "en"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{One}/versions/1/text");
            request.Headers.Add("X-Member", LiveServer.Coordinator.ToString());
            request.Headers.AcceptLanguage.ParseAdd(language);
            using var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
            byte[] text = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(text)));
            Assert.Equal($"\"{hash}\"", answer.Headers.ETag!.Tag);
        }
    }

    [Fact]
    public async Task A_signature_on_another_hash_is_refused_and_says_what_to_do()
    {
        await using var server = await Start();
        await Offer(server);
        await Approve(server, await Hash(server));
        var refused = await By(server, OfKerava, "kerava", "sign", new string('0', 64), language: "en");
        Assert.Equal(422, refused.Status);
        var error = Assert.Single(refused.Body.GetProperty("errors").EnumerateArray());
        Assert.Equal("hash-is-another", error.GetProperty("code").GetString());
        Assert.Contains("read it", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_signs_for_another()
    {
        await using var server = await Start();
        await Offer(server);
        string hash = await Hash(server);
        await Approve(server, hash);
        Assert.Equal(403, (await By(server, OfKerava, "kerava", "sign", hash, party: "tuusula")).Status);
        Assert.Equal(403, (await By(server, OfKerava, "tuusula", "sign", hash)).Status);
        Assert.Equal(403, (await By(server, LiveServer.Coordinator, "tuusula", "sign", hash)).Status);
        Assert.Equal(403, (await By(server, LiveServer.Outsider, "tuusula", "sign", hash)).Status);
        Assert.Equal(401, (await server.Ask("POST", $"{One}/sign", $$"""{"party":"tuusula","hash":"{{hash}}"}""")).Status);
    }

    [Fact]
    public async Task The_public_reads_what_is_in_force_and_not_who_signed()
    {
        await using var server = await Start();
        await Offer(server);
        Assert.Equal(404, (await server.Ask("GET", One)).Status);
        Assert.Equal(404, (await server.Ask("GET", $"{One}/versions/1/text")).Status);
        Assert.Equal(0, (await server.Ask("GET", All)).Body.GetArrayLength());
        Assert.Equal((0, 1), ((await server.Ask("GET", All, by: LiveServer.Reader)).Body.GetArrayLength(), (await server.Ask("GET", All, by: OfKerava)).Body.GetArrayLength()));

        string hash = await Hash(server);
        await Approve(server, hash);
        await By(server, OfKerava, "kerava", "sign", hash);
        await By(server, OfTuusula, "tuusula", "sign", hash);
        await server.Command("POST", $"{One}/amend");

        var seen = (await server.Ask("GET", One)).Body;
        Assert.False(seen.TryGetProperty("draft", out _) || Item(seen).TryGetProperty("stage", out _));
        var signature = seen.GetProperty("versions")[0].GetProperty("signatures")[0];
        Assert.Equal("kerava", signature.GetProperty("party").GetString());
        Assert.False(signature.GetProperty("stamp").TryGetProperty("by", out _) || signature.GetProperty("stamp").TryGetProperty("name", out _));
        Assert.True((await Seen(server)).TryGetProperty("draft", out _));
    }

    [Fact]
    public async Task Two_editors_in_one_clause_are_told_both_texts()
    {
        await using var server = await Start();
        await server.Command("PUT", One, Draft);
        string path = $"{One}/clauses/{Clause}";
        Assert.Equal(200, (await server.Command("PATCH", path, """{"text":{"fi":"Avain pidetään."}}""", ifMatch: "\"0\"")).Status);
        Assert.Equal(200, (await server.Command("PATCH", path, """{"title":{"fi":"Avaimet"}}""", ifMatch: "\"0\"")).Status);
        var clash = await server.Command("PATCH", path, """{"text":{"fi":"Avain katoaa."}}""", ifMatch: "\"0\"");
        Assert.Equal(409, clash.Status);
        var field = Assert.Single(clash.Body.GetProperty("clashes").EnumerateArray());
        Assert.Equal($"clauses/{Clause}/text", field.GetProperty("field").GetString());
        Assert.Equal("Avain pidetään.", field.GetProperty("theirs").GetProperty("fi").GetString());
        Assert.Equal(428, (await server.Command("PATCH", path, """{"text":{"fi":"x"}}""")).Status);
    }

    [Fact]
    public async Task Clauses_are_moved_and_removed_and_a_version_is_refused_and_taken_back()
    {
        await using var server = await Start();
        await server.Command("PUT", One, Draft);
        const string second = "9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e02";
        await server.Command("POST", $"{One}/clauses", $$"""{"id":"{{second}}","text":{"fi":"Tilat siivotaan."},"after":"{{Clause}}"}""");
        Assert.Equal(200, (await server.Command("PUT", $"{One}/clauses/{second}/place", ifMatch: "\"1\"")).Status);
        Assert.Equal(200, (await server.Command("POST", $"{One}/clauses/{Clause}/remove", ifMatch: "\"2\"")).Status);
        Assert.Equal([second], (await Seen(server)).GetProperty("draft").GetProperty("clauses").EnumerateArray().Select(c => c.GetProperty("id").GetString()));

        await server.Command("POST", $"{One}/offer", ifMatch: "\"3\"");
        string body = $$$"""{"party":"kerava","hash":"{{{await Hash(server)}}}","reason":{"fi":"Ei käy"}}""";
        Assert.Equal(200, (await server.Ask("POST", $"{One}/refuse", body, OfKerava, actingFor: "kerava")).Status);
        Assert.Equal("refused", Item(await Seen(server)).GetProperty("stage").GetString());
        Assert.Equal(200, (await server.Command("POST", $"{One}/return-to-draft")).Status);
        Assert.Equal("draft", Item(await Seen(server)).GetProperty("stage").GetString());
    }

    [Fact]
    public async Task Commitments_are_read_by_the_cycles_year()
    {
        await using var server = await Start();
        await Offer(server);
        string hash = await Hash(server);
        const string year = "/api/partnerships/testiseutu/years/2030/commitments";
        Assert.Equal(0, (await server.Ask("GET", year)).Body.GetArrayLength());

        await Approve(server, hash);
        await By(server, OfKerava, "kerava", "sign", hash);
        await By(server, OfTuusula, "tuusula", "sign", hash);

        var due = Assert.Single((await server.Ask("GET", year)).Body.EnumerateArray());
        Assert.Equal(("testiseutu/tilat", "2030-11-30"), (due.GetProperty("agreement").GetString(), due.GetProperty("on").GetString()));
        Assert.Equal(0, (await server.Ask("GET", $"{year}?activity={Guid.NewGuid()}")).Body.GetArrayLength());
    }

    [Fact]
    public async Task Notice_is_given_and_the_same_key_twice_is_one_notice()
    {
        await using var server = await Start();
        await Offer(server);
        string hash = await Hash(server);
        await Approve(server, hash);
        await By(server, OfKerava, "kerava", "sign", hash);
        Assert.Equal(200, (await server.Ask("POST", $"{One}/withdraw-signature", """{"party":"kerava"}""", OfKerava, actingFor: "kerava")).Status);
        await By(server, OfKerava, "kerava", "sign", hash);
        await By(server, OfTuusula, "tuusula", "sign", hash);

        string key = Guid.NewGuid().ToString();
        const string notice = """{"party":"tuusula","reason":{"fi":"Toiminta loppuu"}}""";
        Assert.False((await server.Ask("POST", $"{One}/give-notice", notice, OfTuusula, key: key, actingFor: "tuusula")).Body.GetProperty("repeated").GetBoolean());
        Assert.True((await server.Ask("POST", $"{One}/give-notice", notice, OfTuusula, key: key, actingFor: "tuusula")).Body.GetProperty("repeated").GetBoolean());
        Assert.Equal("tuusula", (await Seen(server)).GetProperty("notice").GetProperty("party").GetString());
    }

    [Fact]
    public async Task Why_notice_was_given_is_told_to_members_and_not_to_the_public()
    {
        await using var server = await Start();
        await Offer(server);
        string hash = await Hash(server);
        await Approve(server, hash);
        await By(server, OfKerava, "kerava", "sign", hash);
        await By(server, OfTuusula, "tuusula", "sign", hash);
        await server.Ask("POST", $"{One}/give-notice", """{"party":"tuusula","reason":{"fi":"Toiminta loppuu"}}""", OfTuusula, actingFor: "tuusula");

        foreach (string told in (string[])[One, "/api/partnerships/testiseutu/history"])
        {
            string toMember = (await server.Ask("GET", told, by: LiveServer.Coordinator)).Body.GetRawText(), toPublic = (await server.Ask("GET", told)).Body.GetRawText();
            Assert.Contains("Toiminta loppuu", toMember, StringComparison.Ordinal);
            Assert.DoesNotContain("Toiminta loppuu", toPublic, StringComparison.Ordinal);
            Assert.Contains("tuusula", toPublic, StringComparison.Ordinal);
        }
    }
}
