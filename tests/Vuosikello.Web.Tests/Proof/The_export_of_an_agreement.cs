using System.Net;
using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Events.Proof;
using Vuosikello.Projections;
using Vuosikello.Projections.Agreements;

namespace Vuosikello.Web.Tests.Proof;

/// <summary>From the commands of an agreement's life to the file that is downloaded, sent on and checked.</summary>
public sealed class The_export_of_an_agreement(Site site) : IClassFixture<Site>
{
    private const string Address = "/kuuma-seutu/agreements/koetilat/export.json";

    private static readonly AgreementId Id = new(new PartnershipId("kuuma-seutu"), "koetilat");
    private static readonly PartnerId Kerava = new("kerava");
    private static readonly PartnerId Tuusula = new("tuusula");

    private static readonly (PartnerId Party, MemberId Signatory)[] Signatories =
    [
        (Kerava, new(new Guid("0c5a3f10-7a51-4d0b-8a61-000000000011"))),
        (Tuusula, new(new Guid("0c5a3f10-7a51-4d0b-8a61-000000000015"))),
    ];

    [Fact]
    public async Task What_was_signed_is_downloaded_by_members_fits_and_shows_its_signatures()
    {
        await Sign();
        using var member = await Client(Site.CoordinatorOfKuuma);
        using var answer = await member.GetAsync(new Uri(Address, UriKind.Relative), TestContext.Current.CancellationToken);
        byte[] file = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("agreement-kuuma-seutu-koetilat.json", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var export = ExportReader.Read(file);
        Assert.Null(ExportCheck.Check(export).First);
        Assert.Equal([Kerava.Value, Tuusula.Value], Assert.Single(export.Versions).Signatures.Select(s => s.Party));
        Assert.Equal(Site.Today, export.ExportedAt);

        string page = await Verify(file);
        Assert.Contains("Tiedosto täsmää", page, StringComparison.Ordinal);
        Assert.Contains("Allekirjoittaneet: Keravan kaupunki (22.11.2026", page, StringComparison.Ordinal);

        string forged = Encoding.UTF8.GetString(file).Replace("kuittausta", "luottamusta", StringComparison.Ordinal);
        Assert.Contains("Sopimus ”Tilat”, tapahtuma 0: Luonnos aloitettiin.", await Verify(Encoding.UTF8.GetBytes(forged)), StringComparison.Ordinal);
        forged = Encoding.UTF8.GetString(file).Replace("§ 12", "§ 13", StringComparison.Ordinal);
        Assert.Contains("Osapuoli hyväksyi – Keravan kaupunki, versio 1.", await Verify(Encoding.UTF8.GetBytes(forged)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_for_members_and_of_what_there_is()
    {
        using var stranger = await Client(null);
        using var outsider = await Client("0c5a3f10-7a51-4d0b-8a61-000000000008");
        using var member = await Client(Site.CoordinatorOfKuuma);

        Assert.Equal(HttpStatusCode.Redirect, await Status(stranger, Address));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(outsider, "/kuuma-seutu/rules/export.json"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(member, "/kuuma-seutu/agreements/ei-ole/export.json"));
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task Sign()
    {
        await Done(new DraftAgreement(Id, new AgreementContent(
            AgreementKind.Partnership, null, new LocalText("Tilat"), [Kerava, Tuusula], new AgreementTerm(new LocalDate(2027, 1, 1)), new NoticePeriod(3, NoticeUnit.Months), null,
            [new(new ClauseId(new Guid(1, 0, 0, new byte[8])), LocalText.Empty, new LocalText("Avain luovutetaan kuittausta vastaan."))], [], [], [])));
        var last = await Done(new OfferAgreement(Id, 0));
        await site.Services.GetRequiredService<IViews>().WaitFor(last.Position, TestContext.Current.CancellationToken);
        string hash = site.Services.GetRequiredService<IAgreementViews>().Find(Id)!.State.Open!.Hash;
        foreach (var (party, signatory) in Signatories) await Done(new ApproveAgreement(Id, party, hash, new LocalText("hallitus"), HelsinkiDays.Of(Site.Today), "§ 12"), signatory, party);
        foreach (var (party, signatory) in Signatories) await Done(new SignAgreement(Id, party, hash), signatory, party);
    }

    private async Task<Outcome.Done> Done<TCommand>(TCommand command, MemberId? by = null, PartnerId? actingFor = null) where TCommand : ICommand
    {
        await using var scope = site.Services.CreateAsyncScope();
        var stamp = new Stamp(new CommandId(Guid.NewGuid()), by ?? SystemMember.Id, actingFor, Site.Today);
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Send<TCommand>(command, stamp), TestContext.Current.CancellationToken);
        return outcome as Outcome.Done ?? throw new InvalidOperationException($"{command} ended in {outcome}.");
    }

    private async Task<HttpClient> Client(string? member)
    {
        var client = site.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Accept-Language", "fi");
        if (member is null) return client;
        using var form = new FormUrlEncodedContent([new("member", member)]);
        using var answer = await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return client;
    }

    private async Task<string> Verify(byte[] file)
    {
        using var client = await Client(null);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "export.json" } };
        using var answer = await client.PostAsync(new Uri("/verify", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
