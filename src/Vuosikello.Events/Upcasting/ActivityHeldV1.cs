using System.Text.Json.Nodes;

namespace Vuosikello.Events.Upcasting;

/// <summary>The first version counted participants only; since the second, volunteers are counted among them.</summary>
internal sealed class ActivityHeldV1 : IUpcaster
{
    public string From => "activity-held.v1";
    public string To => "activity-held.v2";

    public JsonObject Upcast(JsonObject old) =>
        old["participants"] is { } participants
            ? new JsonObject { ["attendance"] = new JsonObject { ["participants"] = participants.DeepClone() } }
            : [];
}
