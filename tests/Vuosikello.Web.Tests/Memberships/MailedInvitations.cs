using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Mail;

namespace Vuosikello.Web.Tests.Memberships;

/// <summary>A server whose mails are files, and what people do with invitations that it mails.</summary>
public abstract partial class MailedInvitations : IAsyncDisposable
{
    private protected const string Members = "/kuuma-seutu/members";

    private protected Site Server { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <returns>The page that shows their links.</returns>
    private protected async Task<Answer> InviteAll(string list, string language = "fi")
    {
        var coordinator = await Server.Visit(Site.CoordinatorOfKuuma);
        var typed = await coordinator.Form(Members, $"action=\"{Members}/preview\"");
        (typed["list"], typed["language"]) = ([list], [language]);
        var preview = await coordinator.Post($"{Members}/preview", typed);
        var made = await coordinator.Post($"{Members}/invite", Visitor.FormWith(preview.Html, $"action=\"{Members}/invite\""));
        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Equal(list.Split('\n').Length, Regex.Count(made.Text, "Kutsu on lähetetty osoitteeseen", RegexOptions.None, TimeSpan.FromSeconds(5)));
        return made;
    }

    /// <summary>Opens the invitation, asks for a link to an address, and signs in by it.</summary>
    private protected async Task Join(Visitor invited, string invitation, string address)
    {
        string link = await AskToJoin(invited, invitation, address);
        Assert.Equal("/sign-in/invitation", (await invited.Post(link, await invited.Form(link, "name=\"return\""))).Location?.ToString());
        Assert.Equal(invitation, (await invited.Get("/sign-in/invitation")).Location?.ToString());
    }

    /// <returns>The link that was mailed.</returns>
    private protected async Task<string> AskToJoin(Visitor invited, string invitation, string address)
    {
        var join = await invited.Form(invitation, "action=\"/sign-in/invitation\"");
        join["email"] = [address];
        var sent = await invited.Post("/sign-in/invitation", join);
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in/sent?return=%2Fsign-in%2Finvitation"), (sent.Status, sent.Location?.ToString()));
        string link = Regex.Match((await Sent()).First(mail => mail.Letter.Text.Contains("/sign-in/link/", StringComparison.Ordinal)).Letter.Text, @"http\S+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.DoesNotContain("/invitations/", Uri.UnescapeDataString(link), StringComparison.Ordinal);
        return new Uri(link).PathAndQuery;
    }

    private protected async Task<Letter> MailTo(string address) => (await Sent()).First(mail => mail.To.Equals(address, StringComparison.OrdinalIgnoreCase)).Letter;

    /// <summary>What was sent, once nothing waits any more.</summary>
    private protected async Task<IReadOnlyList<WrittenMail>> Sent()
    {
        while (await Waiting(Server) > 0)
        {
            await Server.Services.GetRequiredService<OutboxRun>().SendDue(TestContext.Current.CancellationToken);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        return Server.Services.GetRequiredService<FolderTransport>().All();
    }

    private protected static async Task<int> Waiting(Site site)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<AccountsDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Mails.CountAsync(TestContext.Current.CancellationToken);
    }

    private protected static string LinkIn(Letter letter) => new Uri(Links().Match(letter.Text).Value).AbsolutePath;

    [GeneratedRegex(@"https?://\S+/invitations/[A-Za-z0-9_-]{43}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Links();
}
