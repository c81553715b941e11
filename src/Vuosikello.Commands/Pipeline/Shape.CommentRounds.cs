using Vuosikello.Domain;

namespace Vuosikello.Commands;

internal static partial class Shape
{
    private static string? FlawOfRound(ICommand command) => command switch
    {
        _ => null,
    };
}
