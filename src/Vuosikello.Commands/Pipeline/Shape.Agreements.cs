using Vuosikello.Domain;

namespace Vuosikello.Commands;

internal static partial class Shape
{
    private static string? FlawOfAgreement(ICommand command) => command switch
    {
        _ => null,
    };
}
