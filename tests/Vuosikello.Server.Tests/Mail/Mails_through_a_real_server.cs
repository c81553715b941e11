using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests.Mail;

/// <summary>With aiosmtpd, which takes mails only over TLS and from who has signed in.</summary>
public sealed class Mails_through_a_real_server
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Dictionary<string, string> Settings(SmtpServer smtp, string password, bool trusts = true) => new()
    {
        ["Mail__Host"] = "localhost",
        ["Mail__Port"] = smtp.Port.ToString(CultureInfo.InvariantCulture),
        ["Mail__User"] = "vuosikello",
        ["Mail__PasswordFile"] = smtp.Write("password", password + "\n"),
        ["Mail__From"] = "vuosikello@esimerkki.example",
        ["SSL_CERT_FILE"] = trusts ? smtp.Certificate : smtp.Write("none.pem", ""),
    };

    [Fact]
    public async Task A_link_arrives_over_TLS_and_signs_in()
    {
        using var smtp = await SmtpServer.Start();
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Start(folder.Path, settings: Settings(smtp, "pääsy"));
        using var client = await server.Client();

        await Ask(client, "Jasen-01@VUOSIKELLO.example");
        string mail = await Until(() => smtp.Taken.FirstOrDefault());

        Assert.Contains("X-To: jasen-01@vuosikello.example\r\nX-Tls: True", mail, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Message-ID: <", mail, StringComparison.OrdinalIgnoreCase);
        string link = Regex.Match(Body(mail), "/sign-in/link/[A-Za-z0-9_-]{43}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        using var answer = await Post(client, link, link, []);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        using var account = await client.GetAsync(new Uri("/account", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, account.StatusCode);
        Assert.DoesNotContain("jasen-01", server.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(link, server.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong", true)]
    [InlineData("pääsy", false)]
    public async Task A_wrong_password_or_a_certificate_that_nobody_knows_is_said_in_the_log_and_nothing_is_sent(string password, bool trusts)
    {
        using var smtp = await SmtpServer.Start();
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Start(folder.Path, settings: Settings(smtp, password, trusts));
        using var client = await server.Client();

        await Ask(client, "jasen-01@vuosikello.example");
        await server.Says("(sign-in-link) could not be sent");

        Assert.Empty(smtp.Taken);
        Assert.DoesNotContain("jasen-01", server.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(password, server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_STARTTLS_gets_neither_password_nor_mail()
    {
        using var smtp = await SmtpServer.Start(isPlain: true);
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Start(folder.Path, settings: Settings(smtp, "pääsy"));
        using var client = await server.Client();

        await Ask(client, "jasen-01@vuosikello.example");
        await server.Says("(sign-in-link) could not be sent");

        Assert.Empty(smtp.Taken);
    }

    [Fact]
    public async Task A_server_that_is_away_for_a_while_gets_the_mail_when_it_is_back()
    {
        using var smtp = SmtpServer.Away();
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Start(folder.Path, settings: Settings(smtp, "pääsy"));
        using var client = await server.Client();
        await Ask(client, "jasen-01@vuosikello.example");
        await server.Says("(sign-in-link) could not be sent");

        await smtp.Come();

        Assert.Contains("/sign-in/link/", Body(await Until(() => smtp.Taken.FirstOrDefault())), StringComparison.Ordinal);
        Assert.Single(smtp.Taken);
    }

    [Fact]
    public async Task An_address_that_the_server_refuses_for_good_is_told_to_who_invited_it()
    {
        using var smtp = await SmtpServer.Start();
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Start(folder.Path, settings: Settings(smtp, "pääsy"));
        using var coordinator = await server.Client(Members.KuumaCoordinator);

        using (var made = await Post(coordinator, Page, Page, [new("role", "reader"), new("email", "poissa@esimerkki.example"), new("days", "14")])) Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        await server.Says("(invitation) was refused and is dropped");

        string page = WebUtility.HtmlDecode(await coordinator.GetStringAsync(new Uri(Page, UriKind.Relative), Ct));
        Assert.Contains("Viestiä osoitteeseen poissa@esimerkki.example ei saatu perille.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("poissa", server.Output, StringComparison.Ordinal);
    }

    private const string Page = "/kuuma-seutu/members";

    private static async Task Ask(HttpClient client, string address)
    {
        using var answer = await Post(client, "/sign-in", "/sign-in/link", [new("email", address)]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string page, string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        string html = await client.GetStringAsync(new Uri(page, UriKind.Relative), Ct);
        string token = Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields]);
        return await client.PostAsync(new Uri(address, UriKind.Relative), form, Ct);
    }

    private static string Body(string mail)
    {
        string body = mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return mail.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(body)) : body.Replace("=\r\n", "", StringComparison.Ordinal);
    }

    // What another process does, it says by files and lines: there is nothing to wait on.
    private static async Task<string> Until(Func<string?> look)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (look() is { } found) return found;
            await Task.Delay(50, limit.Token);
        }
    }
}
