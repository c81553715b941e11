using System.Net;
using System.Text.RegularExpressions;

namespace Vuosikello.Web.Tests.Reviews;

/// <summary>The steering group's way through its pages, without JavaScript.</summary>
public sealed class A_steering_review(Site site) : IClassFixture<Site>
{
    private const string Chair = "0c5a3f10-7a51-4d0b-8a61-000000000014";
    private const string All = "/kuuma-seutu/reviews";

    private static Dictionary<string, string[]> Fields(string html, params (string Name, string Value)[] typed)
    {
        string token = Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["token"].Value;
        var fields = typed.ToDictionary(f => f.Name, f => new[] { f.Value }, StringComparer.Ordinal);
        fields["__RequestVerificationToken"] = [token];
        fields["command"] = [Guid.NewGuid().ToString()];
        return fields;
    }

    private static async Task<Answer> Send(Visitor visitor, string page, params (string Name, string Value)[] typed) =>
        await visitor.Post(page.Split('/', '?') is [.., "remark", _] ? page[..page.IndexOf("/remark", StringComparison.Ordinal)] : page, Fields((await visitor.Get(page)).Html, typed));

    private static async Task<string> Open(Visitor member, string title)
    {
        var opened = await Send(member, All, ("title.fi", title), ("first", "2009-01-01"), ("last", "2009-03-31"));
        Assert.Equal(HttpStatusCode.SeeOther, opened.Status);
        return opened.Location!.ToString();
    }

    [Fact]
    public async Task It_goes_from_opening_by_remarks_to_the_chairs_closing()
    {
        var (member, chair) = (await site.Visit(Site.SteeringGroup), await site.Visit(Chair));
        string page = await Open(member, "Kevään katselmus");
        Assert.Equal($"{All}/kevaan-katselmus", page);

        await Send(member, page, ("do", "participant"), ("role", "sihteeri"), ("partner", "kerava"), ("me", "yes"));
        await Send(member, page, ("do", "remark"), ("text", "Aikataulu piti."));
        string html = (await member.Get(page)).Html;
        string about = WebUtility.HtmlDecode(Regex.Match(html, "href=\"(?<link>[^\"]*/remark\\?about=[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["link"].Value);
        var form = await member.Get(about);
        Assert.Equal(HttpStatusCode.OK, form.Status);
        string subject = WebUtility.HtmlDecode(Regex.Match(form.Html, "name=\"about\" value=\"(?<about>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["about"].Value);
        await Send(member, about, ("do", "remark-on"), ("about", subject), ("text", "Miksi näin?"));

        var open = await member.Get(page);
        Assert.Contains("sihteeri", open.Text, StringComparison.Ordinal);
        Assert.Contains("Aikataulu piti.", open.Text, StringComparison.Ordinal);
        Assert.Matches("(?s)class=\"remark-mark\">.*?Miksi näin\\?", open.Text);
        Assert.DoesNotContain("value=\"close\"", open.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await Send(chair, page, ("do", "close"), ("conclusion.fi", "Kaikki hyvin."))).Status);
        var closed = await chair.Get(page);
        Assert.Contains("Kaikki hyvin.", closed.Text, StringComparison.Ordinal);
        Assert.Contains("Päätetty", closed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("method=\"post\" action=\"/kuuma-seutu/reviews", closed.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await chair.Post(page, Fields(closed.Html, ("do", "remark"), ("text", "Vielä yksi.")))).Status);
    }

    [Fact]
    public async Task What_happened_in_the_span_is_narrowed_by_kind_and_organisation_without_JavaScript()
    {
        var member = await site.Visit(Site.SteeringGroup);
        string page = await Open(member, "Vain jotain");
        static int Told(Answer answer) => Regex.Count(answer.Html, "<li class=\"change\">", RegexOptions.None, TimeSpan.FromSeconds(5));

        var (all, activities, agreements) = (await member.Get(page), await member.Get($"{page}?kind=activity"), await member.Get($"{page}?kind=agreement"));

        Assert.Contains("<select class=\"ds-input\" id=\"span-kind\" name=\"kind\">", all.Html, StringComparison.Ordinal);
        Assert.InRange(Told(activities), 1, Told(all) - 1);
        Assert.Equal(0, Told(agreements));
        Assert.Contains("Tällaista ei ajanjaksolla tapahtunut.", agreements.Text, StringComparison.Ordinal);
        Assert.Equal(0, Told(await member.Get($"{page}?partner=kerava")));
    }

    [Fact]
    public async Task A_remark_on_what_happened_this_very_minute_leads_to_a_page_that_is_there()
    {
        await using var own = new Site();
        own.Clock.Now = Site.Today + NodaTime.Duration.FromSeconds(20);
        var (member, editor) = (await own.Visit(Site.SteeringGroup), await own.Visit(Site.EditorOfTuusula));
        var form = await editor.Form("/kuuma-seutu/2026/activities/new");
        (form["title.fi"], form["time.kind"], form["time.firstMonth"]) = (["Juuri nyt"], ["months"], ["2026-05"]);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post("/kuuma-seutu/2026/activities/new", form)).Status);
        var opened = await Send(member, All, ("title.fi", "Tuore"), ("first", "2026-11-22"), ("last", "2026-11-22"));
        string page = opened.Location!.ToString();
        string about = WebUtility.HtmlDecode(Regex.Match((await member.Get($"{page}?kind=activity")).Html, "href=\"(?<link>[^\"]*/remark\\?about=[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["link"].Value);
        string subject = WebUtility.HtmlDecode(Regex.Match((await member.Get(about)).Html, "name=\"about\" value=\"(?<about>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["about"].Value);
        await Send(member, about, ("do", "remark-on"), ("about", subject), ("text", "Miksi näin?"));

        string html = (await member.Get(page)).Html;
        string leads = WebUtility.HtmlDecode(Regex.Match(html, "id=\"remark-1\".*?href=\"(?<link>/kuuma-seutu/2026/activities/[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Groups["link"].Value);

        Assert.NotEqual("", leads);
        Assert.Equal(HttpStatusCode.OK, (await member.Get(leads)).Status);
    }

    [Fact]
    public async Task A_remark_is_taken_back_by_whoever_made_it_alone()
    {
        var (member, chair) = (await site.Visit(Site.SteeringGroup), await site.Visit(Chair));
        string page = await Open(member, "Oma huomautus");
        await Send(member, page, ("do", "remark"), ("text", "Tämä perutaan."));

        var refused = await Send(chair, page, ("do", "remove-remark"), ("number", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Vain tekijä voi poistaa sen", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(member, page, ("do", "remove-remark"), ("number", "1"))).Status);
        Assert.DoesNotContain("id=\"remark-1\"", (await member.Get(page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_read_it_and_cannot_work_on_it()
    {
        var member = await site.Visit(Site.SteeringGroup);
        string page = await Open(member, "Luettava");
        await Send(member, page, ("do", "remark"), ("text", "Näkyvä huomautus."));
        string name = "Ohjausryhmän jäsen";

        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var read = await coordinator.Get(page);
        Assert.Contains(name, read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"do\"", read.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.Post(page, Fields(read.Html, ("do", "remark"), ("text", "x")))).Status);
        Assert.DoesNotContain("name=\"first\"", (await coordinator.Get(All)).Html, StringComparison.Ordinal);

        var visitor = await site.Visit();
        var published = await visitor.Get(page);
        Assert.Contains("Näkyvä huomautus.", published.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, published.Text[published.Text.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_opened_comes_back_as_typed()
    {
        var member = await site.Visit(Site.SteeringGroup);
        var refused = await Send(member, All, ("title.fi", "Tuleva"), ("first", "2026-01-01"), ("last", "2027-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("value=\"Tuleva\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("1.1.2027", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(member, All, ("title.fi", "Päivätön"), ("first", "eilen"), ("last", ""))).Status);
    }

    [Fact]
    public async Task It_is_printed_as_a_PDF()
    {
        var member = await site.Visit(Site.SteeringGroup);
        string page = await Open(member, "Tulostettava");
        var pdf = await member.Get($"{page}/review.pdf");
        Assert.Equal(HttpStatusCode.OK, pdf.Status);
        Assert.StartsWith("%PDF-", pdf.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_there_is_not_is_not_found()
    {
        var member = await site.Visit(Site.SteeringGroup);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Get($"{All}/ei-ole")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Get("/muu/reviews")).Status);
        string page = await Open(member, "Etsitty");
        Assert.Equal(HttpStatusCode.NotFound, (await member.Get($"{page}/remark?about=foo")).Status);
        var nothing = await member.Post(page, Fields((await member.Get(page)).Html, ("do", "remark-on"), ("about", "activity-00000000-0000-0000-0000-000000000001@0"), ("text", "x")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
    }
}
