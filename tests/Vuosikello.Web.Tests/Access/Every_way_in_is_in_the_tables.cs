using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Web.Access;
using Vuosikello.Web.Api;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Tests.Access;

public sealed class Every_way_in_is_in_the_tables(Site site) : IClassFixture<Site>
{
    /// <summary>Views that no endpoint shows, and what does.</summary>
    private static readonly Dictionary<View, string> WithoutEndpoint = new() { [View.PrivateFeed] = "served before the router, as its secret must not get that far" };

    /// <summary>In Development, for files that were added since the build: the framework maps it where nobody can say anything of it, and it stays shut.</summary>
    private const string OfTheFramework = "{**path:file}";

    [Fact]
    public void Every_endpoint_says_what_it_shows_or_sends()
    {
        Assert.InRange(Endpoints().Count, 150, 1000);
        Assert.Equal([OfTheFramework], Silent(Endpoints()));
    }

    [Fact]
    public void An_endpoint_that_says_nothing_is_found_and_open_to_nobody()
    {
        var endpoint = new RouteEndpointBuilder(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/forgotten"), 0) { DisplayName = "forgotten" }.Build();

        Assert.Equal(["/forgotten"], Silent([(RouteEndpoint)endpoint]));
    }

    [Fact]
    public void What_changes_something_says_which_command_it_sends_or_is_of_no_partnership_or_personal()
    {
        var without = from endpoint in Endpoints()
                      where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(method => method is "POST" or "PUT" or "PATCH" or "DELETE") is true
                      where endpoint.Metadata.GetMetadata<CommandMetadata>() is null
                      select endpoint.RoutePattern.RawText;

        Assert.Equal(
            [
                "/account/acting", "/account/details", "/account/passkeys/", "/account/passkeys/options", "/account/passkeys/remove", "/account/providers/link",
                "/account/providers/unlink", "/account/second-step/", "/account/second-step/off", "/account/sessions/end",
                "/account/sessions/end-all", "/account/sessions/end-others", "/account/tokens/", "/account/tokens/end", "/administration/ways-in/", "/api/account/sessions", "/api/account/sessions/{session:guid}",
                "/api/partnerships/{partnership}/changes/seen",
                "/api/partnerships/{partnership}/partners/{partner}/contacts/{contact:guid}/person",
                "/api/partnerships/{partnership}/years/{year:int}/import/preview", "/api/verify", "/first/{token}", "/sign-in/code",
                "/sign-in/demo", "/sign-in/invitation", "/sign-in/link", "/sign-in/link/{secret}", "/sign-in/passkey", "/sign-in/passkey/options", "/sign-in/second-step", "/sign-out", "/verify", "/{partnership}/changes/",
                "/{partnership}/members/preview", "/{partnership}/partners/import", "/{partnership}/{year:int}/import/",
            ],
            without.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_view_has_its_need_and_is_shown_somewhere()
    {
        var shown = Endpoints().Select(endpoint => endpoint.Metadata.GetMetadata<ShownView>()?.View).OfType<View>().ToHashSet();

        Assert.All(Enum.GetValues<View>(), view => Assert.Equal(ViewRights.Of(view).Need == ViewNeed.Sender, ViewRights.Of(view).Command is not null));
        Assert.Equal(WithoutEndpoint.Keys.Order(), Enum.GetValues<View>().Where(view => !shown.Contains(view)));
    }

    [Fact]
    public void Every_command_that_people_give_has_a_form_and_an_address_of_the_API()
    {
        var commands = typeof(ICommand).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ICommand)) && type is { IsInterface: false, IsAbstract: false })
            .Where(type => Rights.Of(type) != Need.Process).ToHashSet();
        var sent = (from endpoint in Endpoints()
                    from command in endpoint.Metadata.GetOrderedMetadata<CommandMetadata>()
                    select (command.Command, OfApi: endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))).ToHashSet();

        Assert.InRange(commands.Count, 70, 1000);
        Assert.Equal([], commands.Where(command => !sent.Contains((command, true))));
        Assert.Equal([typeof(Domain.Memberships.GrantRole)], commands.Where(command => !sent.Contains((command, false))));
        Assert.Empty(sent.Select(one => one.Command).Except(commands));
    }

    [Fact]
    public void Every_method_of_the_hub_says_what_it_shows_and_every_live_page_is_a_view()
    {
        var methods = typeof(LiveHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.GetBaseDefinition().DeclaringType != typeof(Hub)).ToList();

        Assert.InRange(methods.Count, 3, 100);
        Assert.All(methods, method => Assert.NotNull(method.GetCustomAttribute<ShowsAttribute>()));
        var kinds = site.Services.GetServices<ILivePages>().Select(kind => kind.Kind).Order(StringComparer.Ordinal);
        Assert.Equal(["activity", "agreement", "answers", "board", "round", "rules", "statement"], kinds);
    }

    private IReadOnlyList<RouteEndpoint> Endpoints()
    {
        site.CreateClient().Dispose();
        return [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];
    }

    private static IEnumerable<string> Silent(IEnumerable<RouteEndpoint> endpoints) => endpoints
        .Where(endpoint => endpoint.Metadata.GetMetadata<ShownView>() is null && endpoint.Metadata.GetMetadata<CommandMetadata>() is null)
        .Select(endpoint => endpoint.RoutePattern.RawText!);
}
