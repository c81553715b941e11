using System.Text.Json.Nodes;

namespace Vuosikello.Events.Upcasting;

/// <summary>Brings the JSON of one stored name up to the next: old events are read as if written today, and never rewritten.</summary>
public interface IUpcaster
{
    /// <summary>The stored name it reads, such as <c>activity-held.v1</c>.</summary>
    string From { get; }

    /// <summary>The stored name that its answer has.</summary>
    string To { get; }

    /// <summary>The same event in the shape of <see cref="To"/>.</summary>
    JsonObject Upcast(JsonObject old);
}
