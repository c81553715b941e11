using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Vuosikello.Web.Proof;

namespace Vuosikello.Web.Tests.Proof;

public sealed class The_page_that_checks_exports(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("fi", "Tarkista viety tiedosto")]
    [InlineData("sv", "Kontrollera en exportfil")]
    [InlineData("en", "Check an exported file")]
    public async Task Everybody_finds_it_at_the_foot_of_every_page(string language, string title)
    {
        var visitor = await site.Visit(language: language);

        Assert.Contains($"<a class=\"ds-link\" href=\"/verify\">{title}</a>", (await visitor.Get("/")).Html, StringComparison.Ordinal);
        Assert.Contains($"<h1 class=\"ds-heading\" data-size=\"lg\">{title}</h1>", (await visitor.Get("/verify")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "Tiedosto täsmää")]
    [InlineData("sv", "Filen stämmer")]
    [InlineData("en", "The file fits")]
    public async Task A_file_as_it_was_exported_fits_and_its_last_hash_can_be_noted(string language, string said)
    {
        var (status, text) = await Upload(SampleExport.Written, language: language);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"{said}</h2>", text, StringComparison.Ordinal);
        Assert.Contains(SampleExport.Sound.Streams[0].Head.Hash.ToString(), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "Lausuntokierros kuuma-seutu/kevat, tapahtuma 1: Nimi muuttui. Sen tiiviste ei vastaa", "<summary>Missä se on tallessa</summary><p class=\"hash-text\">Tallennettu virtaan round-kuuma-seutu/kevat versiona 1 (activity-retitled.v1).")]
    [InlineData("sv", "Remissrunda kuuma-seutu/kevat, händelse 1: Namnet ändrades. Dess kontrollsumma motsvarar inte", "Lagrad i strömmen round-kuuma-seutu/kevat som version 1 (activity-retitled.v1).")]
    [InlineData("en", "Comment round kuuma-seutu/kevat, event 1: Title changed. Its hash is not", "Stored in the stream round-kuuma-seutu/kevat as version 1 (activity-retitled.v1).")]
    public async Task The_first_event_that_does_not_fit_is_named_and_folded_away_where_programs_find_it(string language, string said, string stored)
    {
        var (status, text) = await Upload(SampleExport.Forged, language: language);

        Assert.Equal(HttpStatusCode.OK, status);
        string sentences = string.Join(' ', Regex.Matches(text, "<p class=\"hash-text\">(?<sentence>[^<]*)</p>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(m => m.Groups["sentence"].Value));
        Assert.Contains(said, sentences, StringComparison.Ordinal);
        Assert.Contains(stored, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hash_that_was_noted_is_looked_for()
    {
        string noted = SampleExport.Sound.Streams[0].Events[1].Hash.ToString();

        Assert.Contains("Muistiin merkitty tiiviste löytyi: Lausuntokierros kuuma-seutu/kevat, tapahtuma 1.", (await Upload(SampleExport.Written, noted)).Text, StringComparison.Ordinal);
        Assert.Contains("Tiedosto ei täsmää", (await Upload(SampleExport.Written, new string('a', 64))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_hash_is_said_and_stays_in_its_field()
    {
        var (status, text) = await Upload(SampleExport.Written, "abc");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("”abc” ei ole tiiviste", text, StringComparison.Ordinal);
        Assert.Contains("value=\"abc\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Valitse tiedosto")]
    [InlineData("hello", "it is not JSON")]
    [InlineData("{}", "it is not an export of Vuosikello")]
    public async Task What_cannot_be_checked_is_said(string content, string said)
    {
        var (status, text) = await Upload(Encoding.UTF8.GetBytes(content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_said_to_be()
    {
        var (status, text) = await Upload(new byte[ProofChecks.LongestFile + 1]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("liian suuri", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_file_is_said_to_have_none()
    {
        var answer = await (await site.Visit()).Post("/verify", new() { ["noted"] = [""] });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Valitse tiedosto", answer.Text, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Text)> Upload(byte[] file, string noted = "", string language = "fi")
    {
        using var client = site.CreateClient();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "export.json" }, { new StringContent(noted), "noted" } };
        using var response = await client.PostAsync(new Uri("/verify", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
