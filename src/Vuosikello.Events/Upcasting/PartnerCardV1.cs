using System.Text.Json.Nodes;

namespace Vuosikello.Events.Upcasting;

/// <summary>The first version of a partner's card knew no contacts; since the second, there is a list of them, and numbers of registers where they are known.</summary>
internal sealed class PartnerCardV1(string name) : IUpcaster
{
    public string From => $"{name}.v1";
    public string To => $"{name}.v2";

    public JsonObject Upcast(JsonObject old)
    {
        var card = (JsonObject)(old["partner"] ?? throw new InvalidOperationException("the event has no partner")).DeepClone();
        card["contacts"] = new JsonArray();
        return new JsonObject { ["partner"] = card };
    }
}
