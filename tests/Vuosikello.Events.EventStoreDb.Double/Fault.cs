namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>What a node can be told to do wrong with one call.</summary>
internal enum Fault
{
    /// <summary>As a node that is just starting.</summary>
    NotReady,

    /// <summary>"Unknown: Exception was thrown by handler."</summary>
    Throw,

    /// <summary>Does it, and the answer is lost on the way.</summary>
    LoseAnswer,

    /// <summary>The connection breaks in the middle of a message: of the answer, or of the third of several.</summary>
    CutInMessage,

    /// <summary>The call ends in the middle of a message, but otherwise as if all were well.</summary>
    EndInMessage,

    /// <summary>A message that is none.</summary>
    Garbage,

    /// <summary>A message that is marked as compressed.</summary>
    Compressed,

    /// <summary>Nothing at all, until the caller gives up.</summary>
    Hang,

    /// <summary>An append that is made when the caller has given up.</summary>
    Late,

    /// <summary>As a node that is starting and has looked through nothing of its log yet: there is no such stream, and no event.</summary>
    Starting,

    /// <summary>Of many appends in one call: an answer that does not say to which of them.</summary>
    Nameless,

    /// <summary>A subscription that ends after its confirmation, as if all were well.</summary>
    Ended,

    /// <summary>The end of the connection where the trailers should be.</summary>
    NoTrailers,
}
