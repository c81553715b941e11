using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Web.Tests.Rounds;

namespace Vuosikello.Web.Tests.Guests;

/// <summary>A server with a round that is open, and a guest link for Nurmijärvi, which has no account in the demo.</summary>
public abstract partial class GuestLinkScene : IAsyncDisposable
{
    private protected const string Round = "/kuuma-seutu/rounds/kesapiha";
    private protected const string Reader = "0c5a3f10-7a51-4d0b-8a61-000000000012";

    private protected Site Server { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected CommentRound State() => Server.Services.GetRequiredService<IRoundViews>().Find(new(new("kuuma-seutu"), "kesapiha"))!.State;

    private protected Statement Stated() => State().StatementOf(new("nurmijarvi"))!;

    private protected GuestLink Link() => Assert.Single(State().GuestLinks);

    private protected async Task<string> Make(bool invite = true)
    {
        var coordinator = await Server.Visit(Site.CoordinatorOfKuuma);
        await Server.UntilRound(Round, state => state.Phase == RoundPhase.Open);
        if (invite)
        {
            var api = await ApiVisitor.SignIn(Server);
            Assert.Equal(200, (await api.Ask("POST", "/api/partnerships/kuuma-seutu/rounds/kesapiha/invite", new { partners = new[] { "nurmijarvi" } })).Status);
        }
        var form = await coordinator.Form(Round, $"action=\"{Round}/guest-links\"");
        form["partner"] = ["nurmijarvi"];
        var made = await coordinator.Post($"{Round}/guest-links", form);
        Assert.Equal(HttpStatusCode.OK, made.Status);
        return new Uri(Assert.Single(Links().Matches(made.Text)).Value).AbsolutePath;
    }

    private protected static string[] Clauses(Answer page, string link) =>
        [.. Regex.Matches(page.Html, Regex.Escape(link) + "\\?clause=[0-9a-f-]{36}", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => m.Value).Distinct()];

    private protected static async Task<Answer> Save(Visitor guest, string clause, string stance, string text)
    {
        var form = await guest.Form(clause);
        (form["stance"], form["text"], form["do"]) = ([stance], [text], ["list"]);
        return await guest.Post(clause, form);
    }

    private protected static async Task<Answer> Send(Visitor guest, string link) => await guest.Post(link, await guest.Form(link, "name=\"version\""));

    [GeneratedRegex("(?<=>)https?://[^<\"\\s]+/guest/[A-Za-z0-9_-]{43}(?=<)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Links();
}
