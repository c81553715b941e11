using Microsoft.Extensions.DependencyInjection;

namespace Vuosikello.Commands.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void The_pipeline_registered_twice_is_as_if_registered_once()
    {
        var once = new ServiceCollection().AddCommands();
        var twice = new ServiceCollection().AddCommands().AddCommands();

        Assert.NotEmpty(once);
        Assert.Equal(once.Select(d => (d.ServiceType, d.Lifetime)), twice.Select(d => (d.ServiceType, d.Lifetime)));
    }
}
