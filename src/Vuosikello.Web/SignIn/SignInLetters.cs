using Vuosikello.Accounts.Links;
using Vuosikello.Accounts.Mail;
using Vuosikello.Projections.Feeds;
using Vuosikello.Web.Resources;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.SignIn;

/// <summary>The mail with a link to sign in by, in the language of the page that asked for it.</summary>
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
}
