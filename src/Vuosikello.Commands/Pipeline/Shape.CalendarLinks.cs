using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;

namespace Vuosikello.Commands;

internal static partial class Shape
{
    private const int HexDigitsOfSha256 = 64;

    private static string? FlawOfCalendarLink(ICommand command) => command switch
    {
        ICalendarLinkCommand { Link.Value: var id } when id == Guid.Empty => "link",
        CreateCalendarLink { Name: null } => "name",
        CreateCalendarLink { Kind: var kind } when !Enum.IsDefined(kind) => "kind",
        CreateCalendarLink create when !IsSha256(create.TokenHash) => "tokenHash",
        _ => null,
    };
}
