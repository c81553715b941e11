using System.Globalization;
using System.Net;

namespace Vuosikello.Web.Tests.Partners;

/// <summary>Where one partner of thousands is chosen, nobody looks through a list of them: it is found by typing.</summary>
public sealed class A_partner_among_many
{
    private const string Members = "/kuuma-seutu/members";

    [Fact]
    public async Task Is_found_by_typing_when_somebody_is_invited_for_it()
    {
        await using var site = new Site();
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        Assert.Contains("<select class=\"ds-input\" id=\"i-partner\"", (await coordinator.Get(Members)).Html, StringComparison.Ordinal);

        await BringIn(site, coordinator, 100);
        string page = (await coordinator.Get(Members)).Html;
        Assert.DoesNotContain("<select class=\"ds-input\" id=\"i-partner\"", page, StringComparison.Ordinal);
        Assert.Contains("list=\"i-partner-list\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"yhdistys-99\">Yhdistys 99 ry</option>", page, StringComparison.Ordinal);

        var form = await coordinator.Form(Members, "name=\"days\"");
        (form["role"], form["partner"]) = (["editor"], ["yhdistys-99"]);
        Assert.Contains("Yhdistys 99 ry", (await coordinator.Post(Members, form)).Text, StringComparison.Ordinal);
        form = await coordinator.Form(Members, "name=\"days\"");
        (form["role"], form["partner"]) = (["editor"], ["ei-mikaan"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Post(Members, form)).Status);
    }

    private static async Task BringIn(Site site, Visitor coordinator, int partners)
    {
        var api = await ApiVisitor.SignIn(site);
        object[] cards = [.. Enumerable.Range(0, partners).Select(i => new { id = $"yhdistys-{i}", kind = "association", name = new { fi = $"Yhdistys {i} ry" }, areas = Array.Empty<string>(), themes = Array.Empty<string>() })];
        long version = long.Parse((await coordinator.Form("/kuuma-seutu/partners/tuusula/edit", "name=\"businessId\""))["basedOn"][0], CultureInfo.InvariantCulture);
        var (status, answer) = await api.Ask("POST", "/api/partnerships/kuuma-seutu/partners/bring-in", cards, version: version);
        Assert.True(status == 200, $"{status}: {answer}");
    }
}
