using System.Net;
using System.Text.RegularExpressions;

namespace Vuosikello.Web.Tests.Rules;

/// <summary>People at the draft of KUUMA-seutu's working rules, with the pages' own forms.</summary>
internal sealed class RulesScene(Site site)
{
    public const string Rules = "/kuuma-seutu/rules";
    public const string Draft = $"{Rules}/draft";
    public const string Reader = "0c5a3f10-7a51-4d0b-8a61-000000000012";

    /// <summary>Adds a clause about premises as the coordinator.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> AddClause(string title, string text, string swedish = "")
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form($"{Draft}/clauses/new?heading=premises", "name=\"reason\"");
        (form["title.fi"], form["text.fi"], form["text.sv"], form["do"]) = ([title], [text], [swedish], ["save"]);
        var added = await coordinator.Post($"{Draft}/clauses/new", form);
        Assert.True(added.Status == HttpStatusCode.SeeOther, added.Text);
        return Regex.Match(added.Location!.ToString(), "#clause-(?<id>.+)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["id"].Value;
    }

    public static string Change(string clause) => $"{Draft}/clauses/{clause}/change";

    /// <summary>The form of a clause, with another text in it.</summary>
    public static async Task<Dictionary<string, string[]>> Reworded(Visitor person, string clause, string text)
    {
        var form = await person.Form(Change(clause), "name=\"text-seen\"");
        form["text.fi"] = [text];
        return form;
    }

    /// <summary>Proposes another text.</summary>
    /// <returns>The address of the proposal.</returns>
    public async Task<string> Propose(string member, string clause, string text, string reason = "Selvempi näin")
    {
        var person = await site.Visit(member);
        var form = await Reworded(person, clause, text);
        (form["reason"], form["do"]) = ([reason], ["propose"]);
        var proposed = await person.Post(Change(clause), form);
        Assert.True(proposed.Status == HttpStatusCode.SeeOther, proposed.Text);
        return $"{Rules}/proposals/{form["command"][0]}";
    }

    public async Task Remove(string clause)
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        string address = $"{Draft}/clauses/{clause}/remove";
        var form = await coordinator.Form(address, "value=\"save\"");
        form["do"] = ["save"];
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post(address, form)).Status);
    }

    /// <summary>Presses a button of a proposal's page, with other values in its form.</summary>
    public static async Task<Answer> Press(Visitor person, string proposal, string button, params (string Name, string Value)[] typed)
    {
        var form = await person.Form(proposal, $"value=\"{button}\"");
        foreach (var (name, value) in typed) form[name] = [value];
        form["do"] = [button];
        return await person.Post(proposal, form);
    }

    /// <summary>What the draft says of one clause, with the proposals on it.</summary>
    public async Task<string> ClauseInDraft(string clause)
    {
        string page = (await (await site.Visit(Site.CoordinatorOfKuuma)).Get(Draft)).Text;
        int start = page.IndexOf($"<section class=\"rules-clause\" id=\"clause-{clause}\"", StringComparison.Ordinal);
        return start < 0 ? "" : page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)];
    }
}
