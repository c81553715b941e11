namespace Vuosikello.Events;

public static partial class EventTypes
{
    private static EventType[] CommentRounds =>
    [
    ];
}
