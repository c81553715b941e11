using Vuosikello.Domain;

namespace Vuosikello.Commands;

internal static partial class Shape
{
    private static string? FlawOfReview(ICommand command) => command switch
    {
        _ => null,
    };
}
