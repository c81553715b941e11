using System.Text.Json.Nodes;
using Google.Protobuf;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Tests.Recorded;

/// <summary>Which position of the double stands for which of the real server: always the same for the same.</summary>
internal sealed class Positions
{
    private static readonly string[] Names = ["commitPosition", "preparePosition"];

    private readonly Dictionary<string, string> _ours = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The recorded request with positions of the double.</summary>
    public IMessage Ours(IMessage request)
    {
        if (request is ReadReq { Options.All.Position: { } position } && _ours.TryGetValue($"{position.CommitPosition}", out string? ours))
            (position.CommitPosition, position.PreparePosition) = (ulong.Parse(ours, null), ulong.Parse(ours, null));
        return request;
    }

    /// <summary>Whether both say the same, with positions in their places.</summary>
    public bool Same(JsonObject real, JsonObject ours)
    {
        var expected = real.DeepClone();
        foreach (var (theirs, its) in TheDoubleTests.Parts(expected).Zip(TheDoubleTests.Parts(ours)).ToArray())
        {
            foreach (string name in Names)
            {
                if (theirs[name] is not { } there || its[name] is not { } here) continue;
                theirs[name] = Translated(there.GetValue<string>(), here.GetValue<string>());
            }
        }
        return JsonNode.DeepEquals(expected, ours);
    }

    private string Translated(string theirs, string ours)
    {
        if (!_ours.ContainsKey(theirs) && _taken.Add(ours)) _ours[theirs] = ours;
        return _ours.GetValueOrDefault(theirs, theirs);
    }
}
