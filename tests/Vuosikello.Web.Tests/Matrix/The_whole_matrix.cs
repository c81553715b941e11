using Microsoft.AspNetCore.Routing;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Web.Tests.Matrix;

/// <summary>
/// Role × command × own or other partner × own or other partnership, through the whole HTTP pipeline. What a command needs says the program's table; what
/// that means for each actor this test says itself (<see cref="Actor.May"/>). Whoever may is answered by the decider, which refuses the sample or has
/// nothing to do; whoever may not is answered 401 or 403, and told nothing.
/// </summary>
[Collection(OneGround.Name)]
public sealed class The_whole_matrix(Ground ground)
{
    public static TheoryData<string> Actors => [.. Actor.All.Select(actor => actor.Name)];

    private static readonly Type[] Every = [.. typeof(ICommand).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ICommand)))];

    private static IEnumerable<Type> Commands => Every.Where(command => Rights.Of(command) != Need.Process);

    [Fact]
    public void Every_command_that_somebody_may_give_has_a_sample_and_an_address()
    {
        Assert.Equal("", string.Join(' ', Commands.Select(c => c.Name).Except(Sample.All.Keys)));
        Assert.Equal("", string.Join(' ', Sample.All.Keys.Except(Commands.Select(c => c.Name))));
        Assert.Equal("", string.Join(' ', Commands.Where(c => EndpointOf(c) is null).Select(c => c.Name)));
        Assert.Equal("", string.Join(' ', Every.Where(c => Rights.Of(c) == Need.Process && EndpointOf(c) is not null).Select(c => c.Name)));
    }

    [Theory]
    [MemberData(nameof(Actors))]
    public async Task Is_as_the_table_says(string name)
    {
        var actor = Actor.All.Single(a => a.Name == name);
        var wrong = new List<string>();
        foreach (var command in Commands)
            foreach (string partnership in new[] { Actor.Kuuma, Actor.Elsewhere })
                foreach (string? partner in Sample.All[command.Name].OfPartner ? new[] { "tuusula", "kerava" } : new string?[] { null })
                    if (await Try(actor, command, partnership, partner) is { } mistake) wrong.Add(mistake);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<string?> Try(Actor actor, Type command, string partnership, string? partner)
    {
        var (need, sample) = (Rights.Of(command), Sample.All[command.Name]);
        // Whoever may erase themself would be gone for the rest of the matrix; that they may, the tests of erasure show.
        if (command == typeof(EraseOneself) && actor.May(command.Name, need, partnership, partner)) return null;
        bool aboutActivity = need == Need.EditorOfOwn && partnership == Actor.Kuuma;
        string activity = aboutActivity ? (await ground.Activity(partner!)).ToString() : Sample.Place("activity");
        string address = Ground.AddressOf(EndpointOf(command)!, place => place switch
        {
            "partnership" => partnership,
            "partner" => partner ?? Sample.Place(place),
            "activity" => activity,
            "agreement" => sample.Agreement == Sample.Tuusulas || partner is null ? sample.Agreement : $"uusi-{partner}",
            _ => Sample.Place(place),
        });
        bool may = actor.May(command.Name, need, partnership, Whose(command, need, partner));
        var (status, problem, body) = await ground.Ask(actor, MethodOf(command), address, sample.Body(partner ?? "tuusula"));
        if (command == typeof(RestrictPartnershipToMembers) && status == 200) await ground.Give(new OpenPartnershipToAll(new(partnership)));

        // An invitation's secret is looked at first: who has none is told nothing of what they may.
        if (command == typeof(AcceptInvitation) && problem == "no-such-invitation" && actor.IsSomebody(partnership)) return null;
        bool refused = status is 401 or 403 || (status == 404 && problem is "not-found" or "");
        string said = $"{actor.Name}, {command.Name} ({need}) in {partnership} for {partner ?? "nobody"}: {status} {problem}";
        return status >= 500 || status == 400 ? $"{said} {body}"
            : may == refused ? $"{said}, and they {(may ? "may" : "may not")}"
            : refused && body.Contains(Ground.Secret, StringComparison.OrdinalIgnoreCase) ? $"{said}, and tells what it is about" : null;
    }

    /// <summary>Whose the thing is: an agreement's text is its parties', of whom Tuusula is one, whoever a body of the sample names.</summary>
    private static string? Whose(Type command, Need need, string? partner) =>
        need == Need.Editor && Sample.All[command.Name].Agreement == Sample.Tuusulas ? "tuusula" : partner;

    private RouteEndpoint? EndpointOf(Type command) => ground.Endpoints.SingleOrDefault(endpoint =>
        endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == command.Name);

    private string MethodOf(Type command) => EndpointOf(command)!.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
}
