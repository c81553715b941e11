using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Web.Tests.Live;

namespace Vuosikello.Web.Tests.Api;

/// <summary>An agreement between Kerava and Tuusula, made over the API as far as a test needs it.</summary>
internal static class AgreementOverTheApi
{
    public const string All = "/api/partnerships/testiseutu/agreements";
    public const string One = $"{All}/tilat";
    public const string Clause = "9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e01";
    public static readonly Guid OfKerava = new("55555555-5555-4555-8555-555555555555");
    public static readonly Guid OfTuusula = new("66666666-6666-4666-8666-666666666666");

    public const string Draft = $$$"""
        {"title":{"fi":"Tilojen käyttö","sv":"Lokaler"},"parties":["kerava","tuusula"],"term":{"from":"2026-01-01"},"notice":{"count":3,"unit":"months"},
         "clauses":[{"id":"{{{Clause}}}","title":{},"text":{"fi":"Avain palautetaan."}}],
         "commitments":[{"id":"9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e03","by":"tuusula","what":{"fi":"Raportti"},"due":{"month":11,"day":30},"activities":[]}]}
        """;

    public static async Task<LiveServer> Start()
    {
        var server = await LiveServer.Start(services: services => services.AddFake(s => new Parties(s.GetRequiredService<TestMembers>())));
        foreach (string partner in (string[])["kerava", "tuusula"])
            await server.Give(new AdmitPartner(LiveServer.Partnership, new Partner(new(partner), PartnerKind.Municipality, new LocalText(partner), [], [])));
        return server;
    }

    public static async Task Offer(LiveServer server)
    {
        Assert.Equal(201, (await server.Command("PUT", One, Draft)).Status);
        Assert.Equal(200, (await server.Command("POST", $"{One}/offer", ifMatch: "\"0\"")).Status);
    }

    public static async Task Approve(LiveServer server, string hash)
    {
        string today = LocalDatePattern.Iso.Format(HelsinkiDays.Of(SystemClock.Instance.GetCurrentInstant()));
        foreach (var (member, party) in ((Guid, string)[])[(OfKerava, "kerava"), (OfTuusula, "tuusula")])
        {
            string body = $$"""{"party":"{{party}}","hash":"{{hash}}","body":{"fi":"hallitus"},"metOn":"{{today}}","section":"§ 1"}""";
            Assert.Equal(200, (await server.Ask("POST", $"{One}/approve", body, member, actingFor: party)).Status);
        }
    }

    public static Task<Answer> By(LiveServer server, Guid member, string actingFor, string step, string hash, string? party = null, string language = "fi") =>
        server.Ask("POST", $"{One}/{step}", $$"""{"party":"{{party ?? actingFor}}","hash":"{{hash}}"}""", member, language: language, actingFor: actingFor);

    public static async Task<JsonElement> Seen(LiveServer server) => (await server.Ask("GET", One, by: LiveServer.Coordinator)).Body;

    public static JsonElement Item(JsonElement agreement) => agreement.GetProperty("agreement");

    public static async Task<string> Hash(LiveServer server) => (await Seen(server)).GetProperty("versions")[0].GetProperty("hash").GetString()!;

    /// <summary>The test's own members, and a signatory of each party.</summary>
    private sealed class Parties(TestMembers others) : FakeMemberships
    {
        public override IReadOnlyList<Membership> Of(MemberId member, PartnershipId partnership) =>
            member.Value == OfKerava ? Signatory(member, "kerava") : member.Value == OfTuusula ? Signatory(member, "tuusula") : others.Of(member, partnership);

        private static Membership[] Signatory(MemberId member, string partner) =>
            [new Membership(member, LiveServer.Partnership, Role.Signatory, new PartnerId(partner))];
    }
}
