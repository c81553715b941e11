namespace Vuosikello.Commands;

public static partial class Rights
{
    private static Dictionary<Type, Need> Agreements => new()
    {
    };
}
