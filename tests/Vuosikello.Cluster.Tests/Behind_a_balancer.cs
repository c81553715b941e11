using System.Net;
using Vuosikello.Cluster.Tests.Kit;
using Vuosikello.ServerKit;

namespace Vuosikello.Cluster.Tests;

/// <summary>nginx leads each request to the next server, whoever sends it: nobody notices.</summary>
[Collection(OnTwoInstances.Name)]
public sealed class Behind_a_balancer(TwoInstances two)
{
    private const string New = "/kuuma-seutu/2009/activities/new";

    [Fact]
    public async Task Somebody_signs_in_plans_sees_edits_sees_and_signs_out()
    {
        var at = two.Balancer.Address;
        using var person = await Person.SignIn(at, Members.KuumaCoordinator);
        using var planned = await person.Submit(at, New, await person.Page(at, New), New, ("title.fi", "Vuorollaan"), ("time.kind", "days"), ("time.first", "2009-05-04"), ("time.last", "2009-05-05"));
        Assert.Equal(HttpStatusCode.SeeOther, planned.StatusCode);
        string activity = planned.Headers.Location!.OriginalString;

        // As often as it takes to have seen it on both, whichever is next.
        for (int i = 0; i < 3; i++) Assert.Contains("Vuorollaan", await person.Page(at, activity), StringComparison.Ordinal);
        string edit = activity.Split('?', '#')[0] + "/edit";
        using var edited = await person.Submit(at, edit, await person.Page(at, edit), edit, ("title.fi", "Vuorotellen"), ("time.kind", "days"), ("time.first", "2009-05-04"), ("time.last", "2009-05-05"));
        Assert.Equal(HttpStatusCode.SeeOther, edited.StatusCode);
        for (int i = 0; i < 3; i++) Assert.Contains("Vuorotellen", await person.Page(at, activity), StringComparison.Ordinal);

        using var signedOut = await person.Submit(at, "/sign-out", await person.Page(at, "/"), "/sign-out");
        Assert.Equal(HttpStatusCode.SeeOther, signedOut.StatusCode);
        for (int i = 0; i < 2; i++) Assert.DoesNotContain("action=\"/sign-out\"", await person.Page(at, "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_page_needs_no_stickiness_for_its_web_socket_needs_no_negotiation()
    {
        var at = two.Balancer.Address;
        using var editor = await Person.SignIn(at, Members.KuumaCoordinator);
        using var reader = new Person();
        var id = Guid.NewGuid();
        await editor.Plan(at, id, "Ensin");
        await using var one = await reader.Watch(at, "board/kuuma-seutu/2009?month=5", Person.PositionOf(await reader.Page(at, "/kuuma-seutu/2009")));
        await using var other = await reader.Watch(at, "board/kuuma-seutu/2009?month=5", Person.PositionOf(await reader.Page(at, "/kuuma-seutu/2009")));

        await editor.Retitle(at, id, "Sitten", version: 0);

        await Person.Patch(one, "Sitten");
        await Person.Patch(other, "Sitten");
    }
}
