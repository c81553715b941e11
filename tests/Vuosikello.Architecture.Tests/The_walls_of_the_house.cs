using System.Xml.Linq;

namespace Vuosikello.Architecture.Tests;

public sealed class The_walls_of_the_house
{
    private static string NameOf(string project) => Path.GetFileNameWithoutExtension(project)["Vuosikello.".Length..];

    [Fact]
    public void Projects_refer_only_to_what_the_design_allows() =>
        Assert.Empty(Tree.Projects.SelectMany(project => References.Broken(NameOf(project), XDocument.Load(project))));

    [Theory]
    [InlineData("Domain", """<PackageReference Include="MediatR" />""", "Domain → MediatR")]
    [InlineData("Domain", """<FrameworkReference Include="Microsoft.AspNetCore.App" />""", "Domain → Microsoft.AspNetCore.App")]
    [InlineData("Commands", """<ProjectReference Include="../Vuosikello.Projections/Vuosikello.Projections.csproj" />""", "Commands → Projections")]
    [InlineData("Projections", """<ProjectReference Include="..\Vuosikello.Commands\Vuosikello.Commands.csproj" />""", "Projections → Commands")]
    [InlineData("Commands", """<ProjectReference Include="../Vuosikello.Events.Sqlite/Vuosikello.Events.Sqlite.csproj" />""", "Commands → Events.Sqlite")]
    [InlineData("Calendars", """<ProjectReference Include="../Vuosikello.Domain/Vuosikello.Domain.csproj" />""", "Calendars → Domain")]
    [InlineData("Accounts", """<ProjectReference Include="../Vuosikello.Events/Vuosikello.Events.csproj" />""", "Accounts → Events")]
    [InlineData("Projections", """<ProjectReference Include="../Vuosikello.Accounts/Vuosikello.Accounts.csproj" />""", "Projections → Accounts")]
    [InlineData("Helpers", "", "Helpers is not in the design")]
    public void A_hole_in_a_wall_is_found(string project, string reference, string found)
    {
        var file = XDocument.Parse($"<Project><ItemGroup>{reference}</ItemGroup></Project>");
        Assert.Equal([found], References.Broken(project, file));
    }

    [Fact]
    public void All_projects_are_looked_at() =>
        Assert.Superset(
            new HashSet<string>(["Domain", "Events", "Events.Sqlite", "Events.EventStoreDb", "Commands", "Calendars", "Projections", "Processes", "Accounts", "Web"], StringComparer.Ordinal),
            Tree.Projects.Select(NameOf).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void The_domain_as_it_was_built_knows_nothing_but_time() =>
        Assert.Equal(["NodaTime"], Foreign(typeof(Domain.Decision)));

    [Fact]
    public void What_is_built_on_more_would_be_found() =>
        Assert.Contains("Vuosikello.Domain", Foreign(typeof(Events.Streams)));

    private static string[] Foreign(Type type) =>
    [
        .. type.Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(a => !a.StartsWith("System.", StringComparison.Ordinal) && a is not ("netstandard" or "mscorlib"))
            .Order(StringComparer.Ordinal),
    ];
}
