using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Links;
using Vuosikello.Accounts.Mail;
using Vuosikello.Projections.Feeds;
using Vuosikello.Web.Accounts;
using Vuosikello.Web.Resources;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.SignIn;

/// <summary>The mails about signing in, in the language in which they are asked for.</summary>
public sealed class SignInLetters(Texts texts, MailSettings mail, FeedSettings feeds, IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>
    /// Whether links can be sent. Outside Development the setting <c>PublicAddress</c> has to say where the server is: whoever asks could otherwise
    /// choose, with the Host header, whither somebody else's link leads.
    /// </summary>
    public bool CanSend => mail.CanSend && (environment.IsDevelopment() || configuration["PublicAddress"] is { Length: > 0 });

    public Letter Link(HttpRequest request, string secret, string code, string? back)
    {
        string address = FeedHost.Of(request, configuration, feeds).Full(LocalAddress.With($"/sign-in/link/{secret}", back));
        int minutes = (int)AskForLink.Validity.TotalMinutes;
        return new(texts.Letter["SignInSubject"], texts.Letter["SignInText", address, $"{code[..4]} {code[4..]}", minutes]);
    }

    /// <summary>That the ways into an account have changed.</summary>
    /// <param name="kind">How.</param>
    public Letter Notice(HttpRequest request, AuditKind kind) => new(
        texts.Letter["NoticeSubject"], texts.Letter["NoticeText", texts.Letter[$"Notice.{kind.Name}"].Value, FeedHost.Of(request, configuration, feeds).Full(AccountEndpoints.Address)]);
}
