using System.Net;

namespace Vuosikello.Web.Tests.SignIn;

public sealed class Ones_own_account(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Is_for_those_who_are_signed_in()
    {
        var answer = await (await site.Visit()).Get("/account");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains("/sign-in?return=%2Faccount", answer.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_changed_and_shown()
    {
        var visitor = await site.Visit(Site.SteeringGroup, "en");
        var form = await visitor.Form("/account", "action=\"/account/details\"");
        form["name"] = ["  Koe   <b>Henkilö</b> "];
        form["language"] = ["sv"];

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post("/account/details", form)).Status);

        var changed = await visitor.Form("/account", "action=\"/account/details\"");
        Assert.Equal(["Koe <b>Henkilö</b>"], changed["name"]);
        Assert.Equal(["sv"], changed["language"]);
        form["name"] = [" "];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Post("/account/details", form)).Status);
    }

    [Fact]
    public async Task One_acts_only_for_organisations_that_one_stands_for()
    {
        var visitor = await site.Visit(Site.EditorOfTuusula, "en");
        var form = await visitor.Form("/account/acting", "action=\"/account/acting\"");
        form["partner"] = ["kerava"];
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post("/account/acting", form)).Status);
        form["partner"] = [""];
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post("/account/acting", form)).Status);
        Assert.Contains("You now act for no organisation", (await visitor.Get("/account")).Text, StringComparison.Ordinal);
        form["partner"] = ["tuusula"];
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post("/account/acting", form)).Status);
        Assert.DoesNotContain("You now act for no organisation", (await visitor.Get("/account")).Text, StringComparison.Ordinal);
    }
}
