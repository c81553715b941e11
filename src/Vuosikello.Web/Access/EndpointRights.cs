using Vuosikello.Domain;
using Vuosikello.Web.Api;

namespace Vuosikello.Web.Access;

/// <summary>Says what an endpoint shows: metadata, which <see cref="AccessHandler"/> reads. The last one said counts, so that an endpoint overrules its group.</summary>
public sealed record ShownView(View View);

/// <summary>Says of a method of the hub what it shows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShowsAttribute(View view) : Attribute
{
    public View View => view;
}

/// <summary>Every endpoint says what it shows, which commands it sends, or both. One that says neither answers nobody, and a test fails for it.</summary>
public static class EndpointRights
{
    public static TBuilder Shows<TBuilder>(this TBuilder endpoint, View view) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ShownView(view));

    /// <summary>Says that a form sends a command. An endpoint that sends one of several says it of each.</summary>
    public static TBuilder Sends<TBuilder>(this TBuilder endpoint, params ReadOnlySpan<Type> commands) where TBuilder : IEndpointConventionBuilder
    {
        foreach (var command in commands)
        {
            if (!typeof(ICommand).IsAssignableFrom(command)) throw new ArgumentException($"{command} is no command.", nameof(commands));
            endpoint.WithMetadata(new CommandMetadata(command));
        }
        return endpoint;
    }
}
