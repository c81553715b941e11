namespace Vuosikello.Web.Tests.Memberships;

public sealed class Members_over_the_API : IAsyncDisposable
{
    private const string Members = "/api/partnerships/kuuma-seutu/members", Invitations = "/api/partnerships/kuuma-seutu/invitations";
    private readonly Site _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task An_invitations_address_is_told_once_and_its_secret_gives_the_role()
    {
        var coordinator = await ApiVisitor.SignIn(_site);
        string key = Guid.NewGuid().ToString();
        object body = new { role = "signatory", partner = "tuusula", days = 30 };

        var (status, made) = await coordinator.Ask("POST", Invitations, body, key);
        var (again, repeated) = await coordinator.Ask("POST", Invitations, body, key);

        Assert.Equal((201, 201), (status, again));
        Assert.False(repeated.TryGetProperty("address", out _));
        string secret = made.GetProperty("address").GetString()!.Split('/')[^1];
        Assert.DoesNotContain(secret, (await coordinator.Get(Invitations)).GetRawText(), StringComparison.Ordinal);

        var invited = await ApiVisitor.SignIn(_site, Site.Administrator);
        Assert.Equal(404, (await invited.Ask("POST", $"{Invitations}/accept", new { secret = "x" })).Status);
        Assert.Equal(200, (await invited.Ask("POST", $"{Invitations}/accept", new { secret })).Status);
        var roles = (await coordinator.Get(Members)).EnumerateArray().Single(member => member.GetProperty("id").GetString() == Site.Administrator).GetProperty("roles");
        Assert.Equal("""[{"role":"signatory","partner":"tuusula","isChair":false}]""", roles.GetRawText());
        Assert.Equal("accepted", (await coordinator.Get(Invitations))[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task Roles_are_given_ended_and_given_up()
    {
        var (coordinator, editor) = (await ApiVisitor.SignIn(_site), await ApiVisitor.SignIn(_site, Site.EditorOfTuusula));

        Assert.Equal(200, (await coordinator.Ask("POST", $"{Members}/{Site.EditorOfTuusula}/roles", new { role = "steering-group-member", isChair = true })).Status);
        Assert.Equal(200, (await coordinator.Ask("POST", $"{Members}/{Site.EditorOfTuusula}/roles/end", new { role = "editor", partner = "tuusula" })).Status);
        Assert.Equal(200, (await editor.Ask("POST", $"{Members}/own-roles/give-up", new { role = "steering-group-member" })).Status);

        Assert.DoesNotContain(Site.EditorOfTuusula, (await coordinator.Get(Members)).GetRawText(), StringComparison.Ordinal);
        Assert.Equal(422, (await coordinator.Ask("POST", $"{Members}/{Site.EditorOfTuusula}/roles", new { role = "administrator" })).Status);
    }

    [Fact]
    public async Task Nobody_but_the_coordinator_reads_them_and_no_coordinator_those_of_another_partnership()
    {
        foreach (string? member in (string?[])[null, Site.EditorOfTuusula, "0c5a3f10-7a51-4d0b-8a61-000000000004"])
        {
            var visitor = await ApiVisitor.SignIn(_site, member);
            int expected = member is null ? 401 : 403;
            Assert.Equal(expected, (await visitor.Ask("GET", Members)).Status);
            Assert.Equal(expected, (await visitor.Ask("GET", Invitations)).Status);
            Assert.Equal(expected, (await visitor.Ask("POST", Invitations, new { role = "reader" })).Status);
            Assert.Equal(expected, (await visitor.Ask("POST", $"{Members}/{Site.SteeringGroup}/roles/end", new { role = "steering-group-member" })).Status);
            Assert.Equal(expected, (await visitor.Ask("GET", "/api/administrators")).Status);
            Assert.Equal(expected, (await visitor.Ask("PUT", $"/api/administrators/{Site.EditorOfTuusula}", new { })).Status);
        }
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var administrator = await ApiVisitor.SignIn(_site, Site.Administrator);

        Assert.Equal(422, (await administrator.Ask("DELETE", $"/api/administrators/{Site.Administrator}")).Status);
        Assert.Equal(Site.Administrator, Assert.Single((await administrator.Get("/api/administrators")).EnumerateArray()).GetProperty("id").GetString());
    }
}
