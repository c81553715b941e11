using System.Net;
using System.Text.RegularExpressions;

namespace Vuosikello.Web.Tests.Agreements;

/// <summary>An agreement between Tuusula and Kerava, made with the pages' own forms.</summary>
internal sealed class AgreementScene(Site site)
{
    public const string All = "/kuuma-seutu/agreements";

    private static int _titles;

    public string Address { get; private set; } = "";

    public async Task<AgreementScene> Draft(string clause = "Tilat ovat maksuttomia.", string from = "2026-01-01", string until = "")
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form($"{All}/new");
        form["title.fi"] = [FormattableString.Invariant($"Sopimus {Interlocked.Increment(ref _titles)}")];
        form["parties"] = ["tuusula", "kerava"];
        (form["from"], form["until"], form["notice"]) = ([from], [until], ["3"]);
        var drafted = await coordinator.Post($"{All}/new", form);
        Assert.Equal(HttpStatusCode.SeeOther, drafted.Status);
        Address = drafted.Location!.ToString().Replace("/edit", "", StringComparison.Ordinal);
        await AddClause(coordinator, "Kustannukset", clause);
        return this;
    }

    public async Task AddClause(Visitor editor, string title, string text)
    {
        var form = Visitor.FormWith((await editor.Get($"{Address}/edit")).Html, "data-form=\"clause-new\"");
        (form["title.fi"], form["text.fi"]) = ([title], [text]);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post($"{Address}/edit", form)).Status);
    }

    /// <summary>Presses a button of the agreement's page that asks for nothing.</summary>
    public async Task<Answer> Press(string action, string member = Site.CoordinatorOfKuuma)
    {
        var person = await site.Visit(member);
        var form = Visitor.FormWith((await person.Get(Address)).Html, $"action=\"{Address}/{action}\"");
        return await person.Post($"{Address}/{action}", form);
    }

    public async Task<AgreementScene> Offer()
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await Press("offer")).Status);
        return this;
    }

    public async Task<AgreementScene> Approve(params string[] signatories)
    {
        foreach (string signatory in signatories)
        {
            var person = await site.Visit(signatory);
            var form = await SigningForm(person, "approve");
            (form["body.fi"], form["metOn"], form["section"]) = (["Kunnanhallitus"], [site.Clock.Now.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture)], ["§ 214"]);
            Assert.Equal(HttpStatusCode.SeeOther, (await person.Post($"{Address}/sign", form)).Status);
        }
        return this;
    }

    public async Task<AgreementScene> ApprovedByAll()
    {
        await Draft();
        await Offer();
        return await Approve(Site.SignatoryOfTuusula, Site.SignatoryOfKerava);
    }

    public async Task<Dictionary<string, string[]>> SigningForm(Visitor person, string action) =>
        Visitor.FormWith((await person.Get($"{Address}/sign")).Html, $"data-form=\"{action}\"");

    public async Task<Answer> Sign(string signatory)
    {
        var person = await site.Visit(signatory);
        var form = await SigningForm(person, "sign");
        form["read"] = ["yes"];
        return await person.Post($"{Address}/sign", form);
    }

    public async Task<AgreementScene> SignedByAll()
    {
        await ApprovedByAll();
        foreach (string signatory in (string[])[Site.SignatoryOfTuusula, Site.SignatoryOfKerava]) Assert.Equal(HttpStatusCode.SeeOther, (await Sign(signatory)).Status);
        return this;
    }

    /// <summary>How many parties' cards say that they signed.</summary>
    public static int Signatures(string html) => Regex.Count(html, "class=\"party party-signed\"", RegexOptions.None, TimeSpan.FromSeconds(5));
}
